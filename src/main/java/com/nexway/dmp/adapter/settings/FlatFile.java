package com.nexway.dmp.adapter.settings;

import com.nexway.dmp.adapter.value.Form;
import com.nexway.dmp.adapter.value.Given;
import com.nexway.dmp.adapter.yaml.FileProblem;
import com.nexway.dmp.adapter.yaml.YamlNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** config/adapter.yaml as keys with dots, each with its place. */
final class FlatFile {
  private static final String NAME = "[a-z][a-z0-9-]{0,39}";

  private final Map<String, Given> given = new LinkedHashMap<>();
  private final List<FileProblem> problems;

  private FlatFile(List<FileProblem> problems) {
    this.problems = problems;
  }

  static Map<String, Given> of(YamlNode root, List<FileProblem> problems) {
    FlatFile file = new FlatFile(problems);
    if (root instanceof YamlNode.Fields fields) {
      file.section("", fields);
    } else if (!(root instanceof YamlNode.Scalar scalar && scalar.isNull())) {
      problems.add(root.problem("the file must hold keys, such as dmp:, not " + root.what()));
    }
    return file.given;
  }

  private void section(String name, YamlNode.Fields fields) {
    fields
        .entries()
        .forEach(
            (word, node) -> {
              String key = name.isEmpty() ? word : name + "." + word;
              if (name.equals("databases") && !word.matches(NAME)) {
                problems.add(
                    fields.problemAt(
                        word,
                        "the name of a database must be small letters, digits and -, and start"
                            + " with a letter; it is '"
                            + word
                            + "'"));
              } else if (Keys.find(key).isPresent()) {
                value(key, node, fields.keys().get(word));
              } else if (Keys.isSection(key)) {
                below(key, node);
              } else {
                problems.add(fields.problemAt(word, "there is no key " + key + Keys.hint(key)));
              }
            });
  }

  private void below(String key, YamlNode node) {
    if (node instanceof YamlNode.Fields fields) {
      section(key, fields);
    } else if (!(node instanceof YamlNode.Scalar scalar && scalar.isNull())) {
      problems.add(node.problem(key + " must hold keys of its own, not " + node.what()));
    }
  }

  private void value(String key, YamlNode node, YamlNode.Place place) {
    if (node instanceof YamlNode.Scalar scalar && scalar.isNull()) {
      return;
    }
    if (given.containsKey(key)) {
      problems.add(
          new FileProblem(
              place.file(),
              place.line(),
              place.column(),
              key + " stands twice; the first is in line " + given.get(key).place().line()));
      return;
    }
    Form.Shape shape = Keys.find(key).orElseThrow().form().shape();
    Given value = valueOf(node, shape);
    if (value == null) {
      problems.add(node.problem(key + " must be " + word(shape) + ", not " + node.what()));
    } else {
      given.put(key, value);
    }
  }

  private static String word(Form.Shape shape) {
    return switch (shape) {
      case TEXT -> "one value";
      case LIST -> "a list";
      case MAP -> "a map";
    };
  }

  private static @Nullable Given valueOf(YamlNode node, Form.Shape shape) {
    if (node instanceof YamlNode.Scalar scalar) {
      return Given.line(scalar.place(), scalar.text());
    }
    if (shape == Form.Shape.LIST
        && node instanceof YamlNode.Items list
        && list.items().stream().allMatch(YamlNode.Scalar.class::isInstance)) {
      return Given.items(
          node.place(),
          list.items().stream().map(item -> ((YamlNode.Scalar) item).text()).toList());
    }
    if (shape == Form.Shape.MAP
        && node instanceof YamlNode.Fields map
        && map.entries().values().stream().allMatch(YamlNode.Scalar.class::isInstance)) {
      return Given.items(
          node.place(),
          map.entries().entrySet().stream()
              .map(entry -> entry.getKey() + "=" + ((YamlNode.Scalar) entry.getValue()).text())
              .toList());
    }
    return null;
  }
}
