package com.nexway.dmp.adapter.settings;

import com.nexway.dmp.adapter.source.csv.CsvSettings;
import com.nexway.dmp.adapter.source.database.DatabaseSettings;
import com.nexway.dmp.adapter.source.webhook.WebhookSettings;
import com.nexway.dmp.adapter.value.Key;
import com.nexway.dmp.adapter.yaml.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What is told of all that can be set, made of the descriptions of the keys. */
public final class Manual {
  private static final int WIDTH = 100;

  private static final String HEAD =
      """
      # Settings of the Nexway DMP adapter. This file is the manual: it lists every key there is, each at
      # its default, with what it means and what it may be. A key that is left out has its default.
      # `help KEY` tells the same of one key, and of each parameter of a source.
      #
      # Each key can be set by a variable of the environment, which wins over this file: its name in
      # capitals, with _ for . and - (dmp.per-second: DMP_PER_SECOND).
      # Times are written 500ms, 30s, 5m, 2h, 1d. Sizes are written 64KB, 1MB (1 KB is 1,024 bytes).
      # Lists are written [a, b], or in one line with commas. Paths start at the home, the folder that
      # holds config/.
      # Secrets have no default. Give them by the environment (DMP_PASSWORD) or by a file that holds
      # nothing else (dmp.password-file, DMP_PASSWORD_FILE), rather than here.
      # `check` reads this file and tells everything that is wrong with it.
      """;

  /** What sources may set, by the kind of the source. */
  static final Map<String, List<Key<?>>> PARAMETERS =
      new TreeMap<>(
          Map.of(
              "csv", CsvSettings.KEYS,
              "database", DatabaseSettings.KEYS,
              "webhook", WebhookSettings.KEYS));

  private Manual() {}

  /** The text of config/adapter.yaml, every key at its default. */
  static String file() {
    StringBuilder file = new StringBuilder(HEAD);
    for (Keys.Section section : Keys.SECTIONS) {
      file.append('\n');
      comment(file, "# ", section.meaning());
      file.append(section.name()).append(":\n");
      boolean pattern = section.keys().get(0).isPattern();
      if (pattern) {
        file.append("#  shop:\n");
      }
      section.keys().forEach(key -> entry(file, pattern ? "#    " : "  ", key));
    }
    return file.toString();
  }

  /** A parameter's description in its template. */
  static String described(Key<?> parameter) {
    return parameter.meaning() + " " + sentence(parameter);
  }

  /**
   * What there is to tell of a key of config/adapter.yaml, {@code dmp.per-second} or {@code
   * per-second}, of a parameter, {@code csv.files} or {@code files}, or of all of a part, {@code
   * dmp} or {@code csv}.
   *
   * @return lines; none where there is nothing of that name
   */
  public static List<String> about(String name) {
    List<String> lines = new ArrayList<>();
    for (Key<?> key : Keys.ALL) {
      String section = key.name().substring(0, key.name().indexOf('.'));
      boolean asked =
          Keys.find(name).filter(found -> found.meaning().equals(key.meaning())).isPresent();
      if (asked || key.name().equals(name) || last(key).equals(name) || section.equals(name)) {
        String variable = key.isPattern() ? "" : ", or the variable " + Key.variable(key.name());
        tell(lines, key.name() + ": a key of config/adapter.yaml" + variable, key);
      }
    }
    PARAMETERS.forEach(
        (kind, keys) ->
            keys.stream()
                .filter(key -> List.of(kind, key.name(), kind + "." + key.name()).contains(name))
                .forEach(
                    key ->
                        tell(
                            lines,
                            "%s.%s: a parameter of %s sources, in routes/sources/"
                                .formatted(kind, key.name(), kind),
                            key)));
    return lines;
  }

  /** {@code ; did you mean X?} for a name that {@link #about} knows nothing of. */
  public static String hint(String name) {
    List<String> names = new ArrayList<>();
    Keys.ALL.forEach(key -> names.addAll(List.of(key.name(), last(key))));
    PARAMETERS.forEach(
        (kind, keys) -> {
          names.add(kind);
          keys.forEach(key -> names.addAll(List.of(key.name(), kind + "." + key.name())));
        });
    Keys.SECTIONS.forEach(section -> names.add(section.name()));
    return Nearest.hint(name, names);
  }

  private static void tell(List<String> lines, String title, Key<?> key) {
    lines.add(title);
    String rule = upper(key.form().told());
    String otherwise = key.byDefault().isEmpty() ? "no default" : "default: " + key.byDefault();
    for (String text : List.of(key.meaning(), rule + "; " + otherwise + ".")) {
      wrapped(text, WIDTH - 2).forEach(line -> lines.add("  " + line));
    }
  }

  private static void entry(StringBuilder file, String margin, Key<?> key) {
    comment(file, margin + "# ", key.meaning());
    comment(file, margin + "# ", sentence(key));
    String name = last(key);
    file.append((margin + name + ": " + shown(key)).stripTrailing()).append('\n');
    if (key.secret()) {
      file.append(margin).append(name).append(Key.FILE).append(":\n");
    }
  }

  private static String last(Key<?> key) {
    return key.name().substring(key.name().lastIndexOf('.') + 1);
  }

  private static String shown(Key<?> key) {
    if (!key.byDefault().isEmpty()) {
      return key.byDefault();
    }
    return switch (key.form().shape()) {
      case TEXT -> key.isPattern() ? key.form().examples() : "";
      case LIST -> "[]";
      case MAP -> "{}";
    };
  }

  private static String sentence(Key<?> key) {
    return upper(key.form().rule()) + ".";
  }

  private static String upper(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  private static void comment(StringBuilder file, String margin, String text) {
    wrapped(text, WIDTH - margin.length())
        .forEach(line -> file.append(margin).append(line).append('\n'));
  }

  private static List<String> wrapped(String text, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ")) {
      if (line.length() + word.length() >= width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
