package com.nexway.dmp.adapter.delivery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Other files of letters that were sent again: those of one folder in one look. */
final class LetterCopies {
  private static final String REFUSED = "resend/refused";

  private final Path deadLetters;
  private final Map<String, Set<Long>> letters = new HashMap<>();
  private final Set<String> bases = new HashSet<>();

  LetterCopies(Path deadLetters) {
    this.deadLetters = deadLetters;
  }

  /**
   * A letter was handed in.
   *
   * @param source as its file names it
   * @param base the name of the file that was handed in, without its ending
   */
  void add(String source, String base, long letter) {
    String folder = LetterFiles.safe(source, LetterFiles.LONGEST);
    letters.computeIfAbsent(folder, name -> new HashSet<>()).add(letter);
    letters.computeIfAbsent(REFUSED, name -> new HashSet<>()).add(letter);
    bases.add(base);
  }

  /** Removes them, and the notes that letters were not sent where no file is beside them. */
  void remove() throws IOException {
    try {
      for (Map.Entry<String, Set<Long>> each : letters.entrySet()) {
        remove(deadLetters.resolve(each.getKey()), each.getValue());
      }
      Path refused = deadLetters.resolve(REFUSED);
      for (String base : bases) {
        if (!Files.exists(refused.resolve(base + ".json"))) {
          Files.deleteIfExists(refused.resolve(base + ".txt"));
        }
      }
    } finally {
      letters.clear();
      bases.clear();
    }
  }

  private static void remove(Path folder, Set<Long> numbers) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    List<Path> found;
    try (Stream<Path> files = Files.list(folder)) {
      found = files.filter(file -> isOf(String.valueOf(file.getFileName()), numbers)).toList();
    }
    for (Path file : found) {
      Files.deleteIfExists(file);
    }
  }

  private static boolean isOf(String name, Set<Long> numbers) {
    return (name.endsWith(".json") || name.endsWith(".txt"))
        && numbers.contains(SentNotes.number(name));
  }
}
