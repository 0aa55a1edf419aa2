package com.nexway.dmp.adapter.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexway.dmp.adapter.yaml.FileProblem;
import com.nexway.dmp.adapter.yaml.YamlFile;
import com.nexway.dmp.adapter.yaml.YamlNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShippedFileTest {
  private static final Path SHIPPED = Path.of("config/adapter.yaml");

  @TempDir Path empty;
  private final List<FileProblem> problems = new ArrayList<>();

  @Test
  void the_shipped_file_equals_the_defaults() {
    Home shipped = new Home(Path.of(""));

    AdapterSettings read = SettingsFile.read(shipped, Map.of(), problems).orElseThrow();

    Home without = new Home(empty);
    AdapterSettings defaults = SettingsFile.read(without, Map.of(), problems).orElseThrow();
    assertThat(read.toString().replace(shipped.folder().toString(), ""))
        .isEqualTo(defaults.toString().replace(without.folder().toString(), ""));
  }

  @Test
  void the_shipped_file_shows_every_key_at_its_default() throws Exception {
    String text = Files.readString(SHIPPED).replaceAll("(?m)^#( +(shop:|  .*))$", "$1");
    YamlNode root = YamlFile.parse(text, "config/adapter.yaml", problems).orElseThrow();

    Map<String, String> shown = new TreeMap<>();
    leaves("", root, shown);

    assertThat(problems).isEmpty();
    for (Key<?> key : Keys.ALL) {
      String name = key.named("shop").name();
      assertThat(shown).containsKey(name);
      if (!name.equals("databases.shop.url")) {
        assertThat(shown.get(name)).as(name).isEqualTo(key.byDefault());
      }
      if (key.secret()) {
        assertThat(shown).containsEntry(name + "-file", "");
      }
    }
  }

  @Test
  void the_shipped_file_tells_the_limits_of_every_key() throws Exception {
    String manual =
        Files.readString(SHIPPED).replaceAll("\\n *#( *#)?", " ").replaceAll("\\s+", " ");

    for (Key<?> key : Keys.ALL) {
      String rule = key.form().rule().replaceFirst(", such as 500ms.*|, such as 64KB.*", "");
      String line = rule.startsWith("jdbc:") ? rule : rule.replaceFirst("^a", "A");
      line = line.replaceFirst("^text", "Text");
      assertThat(manual.replace("; at most", ". Text of one line, at most").contains(line))
          .as("%s must be %s", key.name(), rule)
          .isTrue();
    }
  }

  private static void leaves(String name, YamlNode node, Map<String, String> shown) {
    if (node instanceof YamlNode.Fields fields && !fields.entries().isEmpty()) {
      fields
          .entries()
          .forEach(
              (word, value) -> leaves(name.isEmpty() ? word : name + "." + word, value, shown));
    } else if (node instanceof YamlNode.Items items) {
      List<String> texts =
          items.items().stream().map(item -> ((YamlNode.Scalar) item).text()).toList();
      shown.put(name, String.join(", ", texts));
    } else {
      shown.put(name, node instanceof YamlNode.Scalar scalar ? scalar.text() : "");
    }
  }
}
