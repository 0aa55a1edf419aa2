package com.nexway.dmp.adapter.settings;

import com.nexway.dmp.adapter.yaml.FileProblem;
import com.nexway.dmp.adapter.yaml.YamlFile;
import com.nexway.dmp.adapter.yaml.YamlNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What the files of routes/ offer to sources: templates, and names that are taken.
 *
 * @param templates what a source may set by each, in the order of the template, with what it is
 *     where it is not set; null where that is nothing
 * @param routes the ids of routes, which no source may have
 */
record RouteFiles(Map<String, Map<String, YamlNode.Scalar>> templates, Set<String> routes) {

  static RouteFiles read(Home home, List<FileProblem> problems) {
    RouteFiles found = new RouteFiles(new TreeMap<>(), new TreeSet<>());
    for (Path file : yamlFiles(home.routes())) {
      YamlFile.read(file, home.name(file), problems).ifPresent(root -> found.add(root, problems));
    }
    return found;
  }

  /** A file's name without .yaml. */
  static String name(Path file) {
    return file.getFileName().toString().replaceFirst("\\.ya?ml$", "");
  }

  /** The files of a folder that end with .yaml, by name; those that begin with a dot left out. */
  static List<Path> yamlFiles(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> file.getFileName().toString().matches("[^.].*\\.ya?ml"))
          .sorted(Comparator.comparing(RouteFiles::name))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("the folder " + folder + " cannot be read", e);
    }
  }

  private void add(YamlNode root, List<FileProblem> problems) {
    if (!(root instanceof YamlNode.Items items)) {
      problems.add(root.problem("the file must hold a list of routes, not " + root.what()));
      return;
    }
    for (YamlNode item : items.items()) {
      if (item instanceof YamlNode.Fields fields) {
        if (fields.entries().get("routeTemplate") instanceof YamlNode.Fields template) {
          addTemplate(template, problems);
        } else if (fields.entries().get("route") instanceof YamlNode.Fields route) {
          routes.add(text(route, "id"));
        }
      }
    }
  }

  private void addTemplate(YamlNode.Fields template, List<FileProblem> problems) {
    String id = text(template, "id");
    Map<String, YamlNode.Scalar> parameters = new LinkedHashMap<>();
    if (template.entries().get("parameters") instanceof YamlNode.Items items) {
      for (YamlNode item : items.items()) {
        if (item instanceof YamlNode.Fields fields && !text(fields, "name").isEmpty()) {
          YamlNode.Scalar none = new YamlNode.Scalar(fields.place(), "", false);
          parameters.put(
              text(fields, "name"),
              fields.entries().get("defaultValue") instanceof YamlNode.Scalar scalar
                  ? scalar
                  : none);
        } else {
          problems.add(item.problem("a parameter of a template must have a name"));
        }
      }
    }
    if (templates.putIfAbsent(id, parameters) != null) {
      problems.add(template.problemAt("id", "there are two templates '" + id + "'"));
    }
  }

  private static String text(YamlNode.Fields fields, String key) {
    return fields.entries().get(key) instanceof YamlNode.Scalar scalar ? scalar.text() : "";
  }
}
