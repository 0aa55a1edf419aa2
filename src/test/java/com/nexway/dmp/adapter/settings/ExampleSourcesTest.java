package com.nexway.dmp.adapter.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexway.dmp.adapter.mapping.Mappings;
import com.nexway.dmp.adapter.testing.TestHome;
import com.nexway.dmp.adapter.yaml.FileProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples of routes/sources/, copied as their first lines say. */
final class ExampleSourcesTest {
  private static final Map<String, String> ENVIRONMENT =
      Map.of("WEB_ORDERS_SECRET", "swordfish", "DMP_USERNAME", "u", "DMP_PASSWORD", "p");

  @TempDir Path folder;

  @Test
  void each_example_is_a_source_without_a_problem() throws IOException {
    TestHome.in(folder);
    Files.writeString(
        folder.resolve("config/adapter.yaml"), "databases:\n  shop:\n    url: jdbc:h2:mem:shop\n");
    for (Path example : examples()) {
      String name = example.getFileName().toString().replace(".example", "");
      TestHome.write(folder, "routes/sources/" + name, Files.readString(example));
    }
    Home home = new Home(folder);
    List<FileProblem> problems = new ArrayList<>();
    AdapterSettings settings = SettingsFile.read(home, ENVIRONMENT, problems).orElseThrow();
    Map<String, ZoneId> mappings = Mappings.load(home.mappings(), "mappings").zones();

    SourceFiles sources = SourceFiles.read(home, settings, mappings, ENVIRONMENT);

    assertThat(sources.problems()).isEmpty();
    assertThat(sources.files()).flatExtracting(SourceFile::problems).isEmpty();
    assertThat(sources.good()).hasSize(4);
  }

  private static List<Path> examples() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("routes/sources"))) {
      return files.filter(file -> file.toString().endsWith(".yaml.example")).toList();
    }
  }
}
