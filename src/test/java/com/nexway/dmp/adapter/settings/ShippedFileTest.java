package com.nexway.dmp.adapter.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexway.dmp.adapter.value.Key;
import com.nexway.dmp.adapter.yaml.FileProblem;
import com.nexway.dmp.adapter.yaml.YamlFile;
import com.nexway.dmp.adapter.yaml.YamlNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
  void the_shipped_file_is_made_of_the_descriptions_of_the_keys() {
    assertThat(SHIPPED).hasContent(Manual.file());
  }

  @Test
  void each_template_has_the_parameters_that_are_described_and_no_others() {
    for (String kind : Manual.PARAMETERS.keySet()) {
      List<String> described = new ArrayList<>();
      for (Key<?> key : Manual.PARAMETERS.get(kind)) {
        described.add(key.name() + "|" + key.byDefault() + "|" + Manual.described(key));
      }
      assertThat(parameters(kind)).as(kind).isEqualTo(described);
    }
  }

  private List<String> parameters(String kind) {
    String file = "routes/" + kind + ".yaml";
    YamlNode root = YamlFile.read(Path.of(file), file, problems).orElseThrow();
    YamlNode template =
        ((YamlNode.Fields) ((YamlNode.Items) root).items().get(0)).entries().get("routeTemplate");
    YamlNode list = ((YamlNode.Fields) template).entries().get("parameters");
    return ((YamlNode.Items) list)
        .items().stream()
            .map(YamlNode.Fields.class::cast)
            .map(
                item ->
                    text(item, "name")
                        + "|"
                        + text(item, "defaultValue")
                        + "|"
                        + text(item, "description"))
            .toList();
  }

  private static String text(YamlNode.Fields fields, String key) {
    return fields.entries().get(key) instanceof YamlNode.Scalar scalar ? scalar.text() : "";
  }
}
