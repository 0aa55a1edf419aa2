package com.nexway.dmp.adapter.settings;

import com.nexway.dmp.adapter.yaml.FileProblem;
import com.nexway.dmp.adapter.yaml.Nearest;
import com.nexway.dmp.adapter.yaml.YamlNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A source as the merchant writes it: Camel's {@code templatedRoute}.
 *
 * @param template the name of its template, with its place
 * @param fields the whole of it
 * @param parameters what it sets, by name; null where that is no value, which is told
 * @param keys where the name of each parameter stands
 */
record TemplatedRoute(
    YamlNode.Scalar template,
    YamlNode.Fields fields,
    Map<String, YamlNode.Scalar> parameters,
    Map<String, YamlNode.Scalar> keys) {
  private static final Set<String> KEYS = Set.of("routeTemplateRef", "routeId", "parameters");
  private static final Set<String> PARTS = Set.of("name", "value");
  static final String SHAPE =
      "the file must hold a list of one '- templatedRoute:' with routeTemplateRef, routeId and"
          + " parameters";

  /** Reads a file's content; empty where it has not the shape of a source. */
  static Optional<TemplatedRoute> of(YamlNode root, String name, List<FileProblem> problems) {
    if (!(root instanceof YamlNode.Items items)
        || items.items().isEmpty()
        || !(items.items().get(0) instanceof YamlNode.Fields item)) {
      problems.add(root.problem(SHAPE));
      return Optional.empty();
    }
    for (YamlNode more : items.items().subList(1, items.items().size())) {
      problems.add(more.problem("a file holds one source: move this to a file of its own"));
    }
    item.keys()
        .forEach(
            (key, at) -> {
              if (!key.equals("templatedRoute")) {
                String message = "there is no '%s' in a source's file%s";
                problems.add(
                    item.problemAt(
                        key, message.formatted(key, Nearest.hint(key, Set.of("templatedRoute")))));
              }
            });
    YamlNode content = item.entries().get("templatedRoute");
    if (content instanceof YamlNode.Fields fields) {
      return of(fields, name, problems);
    }
    if (content != null) {
      problems.add(content.problem(SHAPE));
    }
    return Optional.empty();
  }

  private static Optional<TemplatedRoute> of(
      YamlNode.Fields fields, String name, List<FileProblem> problems) {
    unknown(fields, KEYS, "templatedRoute has no key", problems);
    checkId(fields, name, problems);
    Map<String, YamlNode.Scalar> parameters = new LinkedHashMap<>();
    Map<String, YamlNode.Scalar> keys = new LinkedHashMap<>();
    YamlNode list = fields.entries().get("parameters");
    if (list instanceof YamlNode.Items items) {
      items.items().forEach(item -> parameter(item, parameters, keys, problems));
    } else if (list != null) {
      problems.add(
          list.problem("parameters must be a list of '- name:' and 'value:', not " + list.what()));
    }
    if (fields.entries().get("routeTemplateRef") instanceof YamlNode.Scalar template) {
      return Optional.of(new TemplatedRoute(template, fields, parameters, keys));
    }
    problems.add(fields.problem("routeTemplateRef is missing: csv, database or webhook"));
    return Optional.empty();
  }

  private static void checkId(YamlNode.Fields fields, String name, List<FileProblem> problems) {
    YamlNode id = fields.entries().get("routeId");
    if (id == null) {
      problems.add(fields.problem("routeId is missing: it must be the file's name, " + name));
    } else if (!(id instanceof YamlNode.Scalar scalar) || !scalar.text().equals(name)) {
      String got = id instanceof YamlNode.Scalar scalar ? "'" + scalar.text() + "'" : id.what();
      problems.add(id.problem("routeId must be the file's name, " + name + "; it is " + got));
    }
  }

  private static void parameter(
      YamlNode item,
      Map<String, YamlNode.Scalar> parameters,
      Map<String, YamlNode.Scalar> keys,
      List<FileProblem> problems) {
    if (!(item instanceof YamlNode.Fields fields)
        || !(fields.entries().get("name") instanceof YamlNode.Scalar name)) {
      problems.add(item.problem("a parameter is written '- name: NAME' and 'value: VALUE'"));
      return;
    }
    unknown(fields, PARTS, "a parameter has no key", problems);
    if (keys.containsKey(name.text())) {
      problems.add(
          name.problem(
              "parameter '%s' stands twice; the first is in line %d"
                  .formatted(name.text(), keys.get(name.text()).place().line())));
      return;
    }
    keys.put(name.text(), name);
    YamlNode value = fields.entries().get("value");
    parameters.put(name.text(), new YamlNode.Scalar(name.place(), "", false));
    if (value instanceof YamlNode.Scalar scalar && !scalar.isNull()) {
      parameters.put(name.text(), scalar);
    } else if (value == null || value instanceof YamlNode.Scalar) {
      problems.add(name.problem("parameter '" + name.text() + "' has no value"));
    } else {
      problems.add(
          value.problem(
              "the value of parameter '%s' must be a text, not %s"
                  .formatted(name.text(), value.what())));
    }
  }

  /**
   * The parameters as the template has them: its defaults where the source sets nothing.
   *
   * @param problems parameters that the template does not have are added here
   */
  Map<String, YamlNode.Scalar> given(
      Map<String, YamlNode.Scalar> offered, Placeholders placeholders, List<FileProblem> problems) {
    keys.forEach(
        (name, at) -> {
          if (!offered.containsKey(name)) {
            problems.add(
                at.problem(
                    "template %s has no parameter '%s'%s"
                        .formatted(template.text(), name, Nearest.hint(name, offered.keySet()))));
          }
        });
    Map<String, YamlNode.Scalar> given = new LinkedHashMap<>();
    parameters.forEach(
        (name, value) -> given.put(name, placeholders.resolve(name, value, problems)));
    offered.forEach(
        (name, byDefault) -> {
          if (!byDefault.isNull() && !keys.containsKey(name)) {
            given.put(name, placeholders.resolve(name, byDefault, problems));
          }
        });
    return given;
  }

  /** Where a parameter belongs that is missing. */
  YamlNode.Place place() {
    return fields.keys().getOrDefault("parameters", fields.place());
  }

  private static void unknown(
      YamlNode.Fields fields, Set<String> known, String words, List<FileProblem> problems) {
    fields
        .keys()
        .forEach(
            (key, at) -> {
              if (!known.contains(key)) {
                problems.add(
                    fields.problemAt(key, words + " '" + key + "'" + Nearest.hint(key, known)));
              }
            });
  }
}
