package com.nexway.dmp.adapter.operations;

import com.nexway.dmp.adapter.health.Finding;
import com.nexway.dmp.adapter.health.Part;
import com.nexway.dmp.adapter.text.OneLine;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files below drop/ where no source looks: beside the sources' folders, or in a folder whose name
 * is none's. Bean {@code strayFiles}.
 */
public final class StrayFiles implements Part {
  private static final Logger LOG = LoggerFactory.getLogger(StrayFiles.class);
  private static final String PART = "drop folders";

  /** Names that are looked at. */
  private static final int MOST = 1_000;

  /** Names that are told. */
  private static final int NAMED = 5;

  private final Path drop;
  private final Set<String> known;
  private String told = "";

  /**
   * @param drop the folder of the drop folders
   * @param folders those that a source reads or will read, relative to it
   */
  public StrayFiles(Path drop, Collection<String> folders) {
    this.drop = drop;
    this.known =
        folders.stream()
            .map(folder -> Path.of(folder).getName(0).toString())
            .collect(Collectors.toUnmodifiableSet());
  }

  /** Tells the log what lies there, once. */
  public synchronized void tell() {
    List<Finding> found = look();
    String words = found.isEmpty() ? "" : found.get(0).words();
    if (!words.isEmpty() && !words.equals(told)) {
      LOG.warn("{}", words);
    }
    told = words;
  }

  @Override
  public List<Finding> look() {
    List<String> stray = new ArrayList<>();
    int looked = 0;
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(drop, "[!.]*")) {
      for (Path entry : entries) {
        if (++looked > MOST) {
          break;
        }
        if (!known.contains(entry.getFileName().toString()) && holdsSomething(entry)) {
          stray.add("drop/" + OneLine.name(entry) + (Files.isDirectory(entry) ? "/" : ""));
        }
      }
    } catch (IOException e) {
      return List.of(); // the sources tell that their folders cannot be read
    }
    return stray.isEmpty() ? List.of() : List.of(Finding.watch(PART, words(stray)));
  }

  private String words(List<String> stray) {
    String named = stray.stream().sorted().limit(NAMED).collect(Collectors.joining(", "));
    String more = stray.size() > NAMED ? " and " + (stray.size() - NAMED) + " more" : "";
    String folders =
        known.isEmpty()
            ? "no source reads files"
            : "the folders that are read are "
                + known.stream().sorted().limit(NAMED).collect(Collectors.joining(", "));
    return "nobody reads %s%s: %s".formatted(named, more, folders);
  }

  private static boolean holdsSomething(Path entry) throws IOException {
    if (!Files.isDirectory(entry)) {
      return true;
    }
    try (DirectoryStream<Path> within = Files.newDirectoryStream(entry, "[!.]*")) {
      return within.iterator().hasNext();
    }
  }
}
