package com.nexway.dmp.adapter.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The dead letters as a person finds them: files in a folder for each source. */
final class DeadLetterFiles {
  private static final List<String> SOURCES = List.of("customers", "orders", "web-orders");

  private final Path folder;
  private final Map<String, List<String>> letters = new HashMap<>();
  private int count;

  DeadLetterFiles(Path folder) throws IOException {
    this.folder = folder;
    for (String source : SOURCES) {
      letters.put(source, new ArrayList<>());
      Path files = folder.resolve(source);
      if (Files.isDirectory(files)) {
        read(source, files);
      }
    }
  }

  private void read(String source, Path files) throws IOException {
    try (Stream<Path> list = Files.list(files)) {
      for (Path file : list.filter(path -> path.toString().endsWith(".json")).toList()) {
        letters.getOrDefault(source, List.of()).add(Files.readString(file));
        count++;
      }
    }
  }

  /** Each expected one has a source and a mark that stands in exactly one file of that source. */
  void compare(List<JsonNode> expected, List<String> differences) {
    for (JsonNode dead : expected) {
      String source = dead.get("source").asText();
      String mark = dead.get("mark").asText();
      Pattern word = Pattern.compile("\\b" + Pattern.quote(mark) + "\\b");
      long found =
          letters.getOrDefault(source, List.of()).stream()
              .filter(letter -> word.matcher(letter).find())
              .count();
      if (found != 1) {
        differences.add(
            "%s of %s should be one dead letter, and is %d".formatted(mark, source, found));
      }
    }
    if (count != expected.size()) {
      differences.add(
          "there should be %d dead letters, and there are %d in %s"
              .formatted(expected.size(), count, folder));
    }
  }
}
