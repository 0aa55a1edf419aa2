package com.nexway.dmp.adapter.settings;

import com.nexway.dmp.adapter.yaml.FileProblem;
import com.nexway.dmp.adapter.yaml.Nearest;
import com.nexway.dmp.adapter.yaml.YamlNode;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code {{env:NAME}}}, {@code {{env:NAME:otherwise}}} and {@code {{dmp.in-flight}}} in the values
 * of a source; {@code {{source}}} is its name, and is left to the source.
 */
final class Placeholders {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([^{}]*)}}");
  private static final Pattern SECRET = Pattern.compile("\\{\\{\\s*(env:[A-Za-z_0-9]+)\\s*}}");

  private final @Nullable Map<String, String> properties;
  private final Map<String, String> environment;

  /**
   * @param properties the keys of config/adapter.yaml; null where they are not known
   */
  Placeholders(@Nullable Map<String, String> properties, Map<String, String> environment) {
    this.properties = properties;
    this.environment = environment;
  }

  /**
   * The value with its placeholders replaced. A secret's is only unwrapped: who uses it resolves
   * it, so that it stands in no text that a message could show.
   */
  YamlNode.Scalar resolve(String name, YamlNode.Scalar value, List<FileProblem> problems) {
    if (name.endsWith("secret")) {
      Matcher secret = SECRET.matcher(value.text().strip());
      String text = secret.matches() ? secret.group(1) : value.text();
      return new YamlNode.Scalar(value.place(), text, value.quoted());
    }
    String text =
        PLACEHOLDER
            .matcher(value.text())
            .replaceAll(
                found -> Matcher.quoteReplacement(replaced(name, found.group(1), value, problems)));
    return new YamlNode.Scalar(value.place(), text, value.quoted());
  }

  private String replaced(
      String name, String word, YamlNode.Scalar value, List<FileProblem> problems) {
    String key = word.strip();
    if (key.equals("source")) {
      return "{{source}}";
    }
    if (key.startsWith("env:")) {
      return variable(name, key.substring("env:".length()), value, problems);
    }
    if (properties != null && !properties.containsKey(key)) {
      problems.add(
          value.problem(
              "parameter '%s': there is no {{%s}}; write {{env:NAME}} for a variable of the"
                      .formatted(name, key)
                  + " environment, or {{KEY}} for a key of config/adapter.yaml"
                  + Nearest.hint(key, properties.keySet())));
    }
    return properties == null ? "" : properties.getOrDefault(key, "");
  }

  private String variable(
      String name, String word, YamlNode.Scalar value, List<FileProblem> problems) {
    int colon = word.indexOf(':');
    String variable = colon < 0 ? word : word.substring(0, colon);
    String set = environment.getOrDefault(variable, "");
    if (set.isEmpty() && colon < 0) {
      problems.add(
          value.problem(
              "parameter '%s': the environment variable %s is not set".formatted(name, variable)));
    }
    return set.isEmpty() && colon >= 0 ? word.substring(colon + 1) : set;
  }
}
