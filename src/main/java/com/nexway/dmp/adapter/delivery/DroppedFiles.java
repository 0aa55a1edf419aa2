package com.nexway.dmp.adapter.delivery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The files that lie in a folder for a person to hand in. Each that was the same at two looks is
 * whole, whatever its name: Windows makes {@code letter.json.txt} of {@code letter.json}, and what
 * is no letter must be told rather than lie there for ever.
 */
final class DroppedFiles {
  private static final List<String> UNFINISHED =
      List.of(".tmp", ".part", ".filepart", ".crdownload", ".partial", ".swp", "~");
  private static final Set<String> LITTER = Set.of("thumbs.db", "desktop.ini");

  /** Files of one look: what is more waits for the next. */
  private static final int MOST = 1_000;

  private record Seen(long size, FileTime modified) {}

  private final Path folder;
  private Map<Path, Seen> last = Map.of();

  DroppedFiles(Path folder) {
    this.folder = folder;
  }

  /** The files that are whole; to be called again and again, with a moment between. */
  List<Path> look() throws IOException {
    if (!Files.isDirectory(folder)) {
      last = Map.of();
      return List.of();
    }
    Map<Path, Seen> now = new HashMap<>();
    List<Path> whole = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(DroppedFiles::isMeant).sorted().limit(MOST).toList()) {
        see(file, now, whole);
      }
    }
    last = now;
    return whole;
  }

  /** Folders that were put there, whose files nobody takes. */
  List<Path> folders(Set<String> own) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(Files::isDirectory)
          .filter(each -> !own.contains(String.valueOf(each.getFileName())))
          .limit(MOST)
          .toList();
    }
  }

  private void see(Path file, Map<Path, Seen> now, List<Path> whole) throws IOException {
    try {
      BasicFileAttributes is = Files.readAttributes(file, BasicFileAttributes.class);
      Seen seen = new Seen(is.size(), is.lastModifiedTime());
      now.put(file, seen);
      if (seen.equals(last.get(file))) {
        whole.add(file);
      }
    } catch (NoSuchFileException e) {
      // It was taken away again.
    }
  }

  private static boolean isMeant(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return !name.startsWith(".")
        && !name.startsWith("~$")
        && !LITTER.contains(name)
        && UNFINISHED.stream().noneMatch(name::endsWith)
        && Files.isRegularFile(file);
  }
}
