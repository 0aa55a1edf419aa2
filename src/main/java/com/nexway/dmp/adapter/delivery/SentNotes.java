package com.nexway.dmp.adapter.delivery;

import com.nexway.dmp.adapter.files.PrivateFiles;
import com.nexway.dmp.adapter.outbox.LetterState;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folder resend/.sent: the files of letters that were sent again, {@code NAME-17.json}, each
 * with a note that tells what became of it: {@code .waiting.txt}, then {@code .delivered.txt} or
 * {@code .refused-again.txt}.
 */
final class SentNotes {
  private static final String JSON = ".json";
  private static final String WAITING = ".waiting.txt";
  private static final List<String> ENDINGS = List.of(".delivered.txt", ".refused-again.txt");
  private static final int MOST = 1_000;

  private final Path folder;
  private @Nullable FileTime quietSince;

  SentNotes(Path folder) {
    this.folder = folder;
  }

  /** Takes the file of a letter that waits to be sent. */
  void take(Path file, String base, long letter) throws IOException {
    String name = base.endsWith("-" + letter) ? base : base + "-" + letter;
    PrivateFiles.folder(folder);
    Files.move(file, folder.resolve(name + JSON), StandardCopyOption.REPLACE_EXISTING);
    note(name + WAITING, "Dead letter " + letter + " waits to be sent.\n");
  }

  /** Whether the file of a letter was taken before. */
  boolean has(long letter) throws IOException {
    return names().stream().anyMatch(name -> name.endsWith(JSON) && number(name) == letter);
  }

  /** The letters whose files have no ending yet, by number: the name without {@code .json}. */
  Map<Long, String> waiting() throws IOException {
    FileTime changed = Files.isDirectory(folder) ? Files.getLastModifiedTime(folder) : null;
    if (changed == null || changed.equals(quietSince)) {
      return Map.of();
    }
    Set<String> all = new HashSet<>(names());
    Map<Long, String> waiting = new LinkedHashMap<>();
    for (String name : all.stream().filter(each -> each.endsWith(JSON)).sorted().toList()) {
      String base = name.substring(0, name.length() - JSON.length());
      boolean over = ENDINGS.stream().anyMatch(ending -> all.contains(base + ending));
      if (!over && number(name) > 0 && waiting.size() < MOST) {
        waiting.put(number(name), base);
      }
    }
    quietSince = waiting.isEmpty() ? changed : null;
    return waiting;
  }

  /**
   * Notes endings.
   *
   * @return the endings, a line each
   */
  List<String> end(Map<Long, LetterState> endings) throws IOException {
    Map<Long, String> waiting = waiting();
    List<String> lines = new ArrayList<>();
    for (Map.Entry<Long, LetterState> ending : endings.entrySet()) {
      String base = waiting.get(ending.getKey());
      if (base != null) {
        LetterState state = ending.getValue();
        String more = state == LetterState.DELIVERED ? "" : "; its new dead letter tells why";
        String line = "Dead letter " + ending.getKey() + ": " + state + more;
        note(base + "." + state.toString().replace(' ', '-') + ".txt", line + ".\n");
        Files.deleteIfExists(folder.resolve(base + WAITING));
        lines.add(line);
      }
    }
    return lines;
  }

  private void note(String name, String text) throws IOException {
    quietSince = null;
    try (OutputStream out = PrivateFiles.open(folder.resolve(name))) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  private List<String> names() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> String.valueOf(file.getFileName())).toList();
    }
  }

  /** The number at the end of {@code NAME-17.json}; 0 where there is none. */
  static long number(String name) {
    String base = name.replaceFirst("\\.[a-z.-]*$", "");
    String digits = base.substring(base.lastIndexOf('-') + 1);
    return digits.matches("\\d{1,18}") ? Long.parseLong(digits) : 0;
  }
}
