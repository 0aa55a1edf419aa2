package com.nexway.dmp.adapter.architecture;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The house as it stands: prints each package, how large it is and what it knows. */
final class FloorPlanTest {
  private static final Path SOURCES = Path.of("src/main/java/com/nexway/dmp/adapter");

  private final JavaClasses classes =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(HouseTest.HOUSE);

  @Test
  void the_page_on_the_architecture_names_every_package() throws IOException {
    String page = Files.readString(Path.of("docs/architecture.md"));
    Map<String, List<JavaClass>> rooms = rooms();
    for (Map.Entry<String, List<JavaClass>> room : rooms.entrySet()) {
      System.out.printf(
          "%-20s %3d files %6d lines  knows %s%n",
          room.getKey(),
          room.getValue().size(),
          lines(room.getKey()),
          String.join(" ", known(room.getKey(), room.getValue())));
    }
    assertThat(rooms.keySet()).allSatisfy(room -> assertThat(page).contains("`" + room + "`"));
  }

  @Test
  void no_two_classes_have_one_name() {
    Map<String, String> twice = new TreeMap<>();
    classes.stream()
        .filter(JavaClass::isTopLevelClass)
        .filter(type -> !type.getSimpleName().equals("package-info"))
        .collect(groupingBy(JavaClass::getSimpleName))
        .forEach(
            (name, all) -> {
              if (all.size() > 1) {
                twice.put(name, all.stream().map(JavaClass::getName).collect(joining(", ")));
              }
            });
    assertThat(twice).as("two concepts, two names").isEmpty();
  }

  private Map<String, List<JavaClass>> rooms() {
    return classes.stream()
        .filter(JavaClass::isTopLevelClass)
        .collect(groupingBy(FloorPlanTest::room, TreeMap::new, Collectors.toList()));
  }

  private static TreeSet<String> known(String room, List<JavaClass> types) {
    return types.stream()
        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
        .map(dependency -> room(dependency.getTargetClass()))
        .filter(other -> !other.isEmpty() && !other.equals(room))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static int lines(String room) throws IOException {
    int lines = 0;
    try (Stream<Path> files = Files.list(SOURCES.resolve(room.replace('.', '/')))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        lines += Files.readAllLines(file).size();
      }
    }
    return lines;
  }

  /** The package below the house, such as {@code source.csv}; empty for what is not of it. */
  private static String room(JavaClass type) {
    String name = type.getPackageName();
    return name.startsWith(HouseTest.HOUSE + ".")
        ? name.substring(HouseTest.HOUSE.length() + 1)
        : "";
  }
}
