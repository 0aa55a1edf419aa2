package com.nexway.dmp.adapter.operations;

import com.nexway.dmp.adapter.files.Obstacle;
import com.nexway.dmp.adapter.health.Finding;
import com.nexway.dmp.adapter.health.Part;
import com.nexway.dmp.adapter.text.OneLine;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The files of dead-letters/ that wait for a person: those that nobody has mended, moved on or
 * deleted.
 */
public final class WaitingLetters implements Part {
  private static final String PART = "dead letters";

  /** Files that are counted; more are told as so many or more. */
  private static final int MOST = 10_000;

  /** Sources that are named. */
  private static final int NAMED = 5;

  private final Path root;

  /**
   * @param root the folder of dead letters
   */
  public WaitingLetters(Path root) {
    this.root = root;
  }

  @Override
  public List<Finding> look() {
    return List.of(
        Obstacle.toFolder(root)
            .map(words -> Finding.watch(PART, words + ". What cannot be sent waits in the outbox"))
            .orElseGet(this::counted));
  }

  private Finding counted() {
    Map<String, Integer> waiting = new TreeMap<>();
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(root, Files::isDirectory)) {
      int left = MOST;
      for (Path folder : folders) {
        // What was dropped to be sent again goes on by itself; what was refused again does not.
        boolean resend = folder.endsWith("resend");
        int here = count(resend ? folder.resolve("refused") : folder, left);
        if (here > 0) {
          waiting.put(OneLine.name(folder) + (resend ? "/refused" : ""), here);
        }
        left -= here;
      }
    } catch (IOException e) {
      return Finding.watch(PART, Obstacle.words(e));
    }
    int all = waiting.values().stream().mapToInt(Integer::intValue).sum();
    return all == 0 ? Finding.up(PART, "none waits") : Finding.watch(PART, words(waiting, all));
  }

  private static String words(Map<String, Integer> waiting, int all) {
    String named =
        waiting.entrySet().stream()
            .limit(NAMED)
            .map(of -> of.getKey() + " (" + of.getValue() + ")")
            .collect(Collectors.joining(", "));
    return """
    %s for a person, in dead-letters/: %s%s. Each says what is wrong; mend it and move it to \
    dead-letters/resend/, or delete it"""
        .formatted(
            all >= MOST ? MOST + " or more wait" : all == 1 ? "1 waits" : all + " wait",
            named,
            waiting.size() > NAMED ? " and others" : "");
  }

  private static int count(Path folder, int most) throws IOException {
    if (!Files.isDirectory(folder)) {
      return 0;
    }
    int count = 0;
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "[!.]*.json")) {
      for (Path file : files) {
        if (count >= most) {
          break;
        }
        count += Files.isRegularFile(file) ? 1 : 0;
      }
    }
    return count;
  }
}
