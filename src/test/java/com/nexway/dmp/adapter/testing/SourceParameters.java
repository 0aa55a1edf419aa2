package com.nexway.dmp.adapter.testing;

import com.nexway.dmp.adapter.value.Values;
import com.nexway.dmp.adapter.yaml.FileProblem;
import com.nexway.dmp.adapter.yaml.YamlFile;
import com.nexway.dmp.adapter.yaml.YamlNode;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The parameters of a source: a template's defaults, and what a test sets. */
public final class SourceParameters {
  private SourceParameters() {}

  /**
   * The defaults of routes/TEMPLATE.yaml with a test's values over them.
   *
   * @param problems what is wrong is added here
   * @param given name, value, name, value ...
   */
  public static Values of(
      List<FileProblem> problems, String source, String template, String... given) {
    Map<String, YamlNode.Scalar> values = new LinkedHashMap<>();
    String file = "routes/" + template + ".yaml";
    YamlNode root = YamlFile.read(Path.of(file), file, problems).orElseThrow();
    YamlNode.Fields route =
        (YamlNode.Fields) ((YamlNode.Fields) items(root).get(0)).entries().get("routeTemplate");
    for (YamlNode item : items(route.entries().get("parameters"))) {
      YamlNode.Fields parameter = (YamlNode.Fields) item;
      if (parameter.entries().get("defaultValue") instanceof YamlNode.Scalar scalar) {
        values.put(((YamlNode.Scalar) parameter.entries().get("name")).text(), scalar);
      }
    }
    for (int i = 0; i < given.length; i += 2) {
      YamlNode.Place place = new YamlNode.Place("routes/sources/test.yaml", 10 + i, 14);
      values.put(given[i], new YamlNode.Scalar(place, given[i + 1], true));
    }
    YamlNode.Place place = new YamlNode.Place("routes/sources/test.yaml", 1, 1);
    return Values.ofSource(source, place, values, problems);
  }

  private static List<YamlNode> items(YamlNode node) {
    return ((YamlNode.Items) node).items();
  }
}
