package com.nexway.dmp.adapter.mapping;

import com.nexway.dmp.adapter.yaml.FileProblem;
import com.nexway.dmp.adapter.yaml.YamlFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * All mapping files of a home.
 *
 * @param byName the mappings that are right, by name
 * @param problems everything that is wrong with the others, at once
 */
public record Mappings(Map<String, Mapping> byName, List<FileProblem> problems) {
  private static final String SUFFIX = ".yaml";

  public Mappings {
    byName = Map.copyOf(byName);
    problems = List.copyOf(problems);
  }

  /**
   * Reads the mapping files of a folder.
   *
   * @param folder the folder; {@code NAME.yaml} in it is the mapping NAME
   * @param shownAs its path as the merchant knows it, such as {@code mappings}, for messages
   */
  public static Mappings load(Path folder, String shownAs) {
    List<FileProblem> problems = new ArrayList<>();
    Map<String, Mapping> mappings = new TreeMap<>();
    for (Path file : files(folder, shownAs, problems)) {
      String fileName = file.getFileName().toString();
      String shown = shownAs + "/" + fileName;
      if (!fileName.endsWith(SUFFIX)) {
        problems.add(new FileProblem(shown, 1, 1, "a mapping's file is named NAME.yaml"));
        continue;
      }
      String name = fileName.substring(0, fileName.length() - SUFFIX.length());
      load(file, shown, name, problems).ifPresent(mapping -> mappings.put(name, mapping));
    }
    return new Mappings(mappings, problems);
  }

  /**
   * Reads one mapping file.
   *
   * @param file the file
   * @param shownAs its path as the merchant knows it, for messages
   * @param name the mapping's name
   * @param problems what is wrong is added here
   * @return the mapping; empty where anything is wrong
   */
  public static Optional<Mapping> load(
      Path file, String shownAs, String name, List<FileProblem> problems) {
    int before = problems.size();
    Optional<Mapping> mapping =
        YamlFile.read(file, shownAs, problems)
            .flatMap(root -> MappingReader.read(name, root, problems));
    return problems.size() > before ? Optional.empty() : mapping;
  }

  /** The mapping of a name, where there is one that is right. */
  public Optional<Mapping> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** The mappings that are right, by name, each with the zone of times that name none. */
  public Map<String, ZoneId> zones() {
    Map<String, ZoneId> zones = new TreeMap<>();
    byName.forEach((name, mapping) -> zones.put(name, mapping.zone()));
    return zones;
  }

  /** The names of the mappings that are right. */
  public Collection<String> names() {
    return byName.keySet();
  }

  private static List<Path> files(Path folder, String shownAs, List<FileProblem> problems) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> !file.getFileName().toString().startsWith("."))
          .filter(Files::isRegularFile)
          .sorted()
          .toList();
    } catch (IOException e) {
      problems.add(new FileProblem(shownAs, 1, 1, "the folder cannot be read: " + e.getMessage()));
      return List.of();
    }
  }
}
