package com.nexway.dmp.adapter.source;

import com.nexway.dmp.adapter.yaml.FileProblem;
import com.nexway.dmp.adapter.yaml.Nearest;
import com.nexway.dmp.adapter.yaml.YamlNode;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of one source as typed values. What is wrong is noted at its place in the file and
 * replaced by a value that does no harm, so that all problems are told at once.
 */
public final class Parameters {
  private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");

  private static final Pattern SIZE = Pattern.compile("(\\d{1,9}) ?(B|KB|MB|GB)");

  private final String source;
  private final Map<String, YamlNode.Scalar> given;
  private final List<FileProblem> problems;
  private final int before;

  /**
   * @param source the source's name, which {@code {{source}}} in a default stands for
   * @param given the values by name: the source's own, and the template's defaults
   * @param problems what is wrong is added here
   */
  public Parameters(String source, Map<String, YamlNode.Scalar> given, List<FileProblem> problems) {
    this.source = source;
    this.given = given;
    this.problems = problems;
    this.before = problems.size();
  }

  /** Whether nothing wrong was found so far. */
  public boolean fine() {
    return problems.size() == before;
  }

  /** Notes that a parameter is wrong, at its place. */
  public void wrong(String name, String message) {
    YamlNode.Scalar at = given.get(name);
    if (at == null) {
      problems.add(new FileProblem(file(), 1, 1, "'" + name + "' " + message));
    } else {
      problems.add(at.problem("'" + name + "' " + message));
    }
  }

  /** A text, to the letter; empty where it is not given. */
  public String text(String name) {
    YamlNode.Scalar value = given.get(name);
    return value == null || value.isNull() ? "" : value.text().replace("{{source}}", source);
  }

  /** A text that must be given. */
  public String needed(String name) {
    String text = text(name);
    if (text.isBlank()) {
      wrong(name, "is missing: it must be given");
    }
    return text.strip();
  }

  /** A name of the merchant's own, as a source has one; the source's own was looked at before. */
  public String name(String name) {
    String text = needed(name);
    if (!text.isEmpty() && !text.equals(source) && !SourceSettings.isName(text)) {
      wrong(name, "is a name of " + SourceSettings.NAMES + ", not '" + text + "'");
    }
    return text;
  }

  /**
   * A value of any type.
   *
   * @param read reads it; throws {@link IllegalArgumentException} with the rule as its message
   * @return null where it is not given or wrong
   */
  public <T> @Nullable T value(String name, Function<String, T> read) {
    String text = text(name).strip();
    if (text.isEmpty()) {
      return null;
    }
    try {
      return read.apply(text);
    } catch (IllegalArgumentException e) {
      wrong(name, e.getMessage());
      return null;
    }
  }

  /** One of the constants of an enum, written in small letters with dashes. */
  public <E extends Enum<E>> E oneOf(String name, E otherwise) {
    List<E> all = Arrays.asList(otherwise.getDeclaringClass().getEnumConstants());
    List<String> words = all.stream().map(Parameters::word).toList();
    E found =
        value(
            name,
            text -> {
              int at = words.indexOf(text);
              if (at < 0) {
                String list = String.join(", ", words);
                throw new IllegalArgumentException(
                    "is one of " + list + ", not '" + text + "'" + Nearest.hint(text, words));
              }
              return all.get(at);
            });
    return found == null ? otherwise : found;
  }

  /** How a constant is written in a file: {@code WHOLE_FILE} as {@code whole-file}. */
  public static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** A duration such as {@code 500ms}, {@code 60s}, {@code 2m}, {@code 1h} or {@code 1d}. */
  public Duration duration(String name, Duration least, Duration most) {
    Duration found =
        value(
            name,
            text -> {
              Matcher m = DURATION.matcher(text);
              Duration read = m.matches() ? duration(m.group(1), m.group(2)) : null;
              if (read == null || read.compareTo(least) < 0 || read.compareTo(most) > 0) {
                throw new IllegalArgumentException(
                    "is a duration from %s to %s, such as 500ms, 60s, 2m, 1h or 1d, not '%s'"
                        .formatted(words(least), words(most), text));
              }
              return read;
            });
    return orElse(name, found, least);
  }

  /** A size in bytes such as {@code 64KB}, {@code 1MB} or {@code 2GB}; 1 KB is 1,024 bytes. */
  public long size(String name, long least, long most) {
    Long found =
        value(
            name,
            text -> {
              Matcher m = SIZE.matcher(text.toUpperCase(Locale.ROOT));
              long read = m.matches() ? bytes(m.group(1), m.group(2)) : -1;
              if (read < least || read > most) {
                throw new IllegalArgumentException(
                    "is a size from %d to %d bytes, such as 64KB, 1MB or 2GB, not '%s'"
                        .formatted(least, most, text));
              }
              return read;
            });
    return orElse(name, found, least);
  }

  /** A whole number. */
  public int whole(String name, int least, int most) {
    Integer found =
        value(
            name,
            text -> {
              if (text.matches("\\d{1,9}")) {
                int read = Integer.parseInt(text);
                if (read >= least && read <= most) {
                  return read;
                }
              }
              throw new IllegalArgumentException(
                  "is a whole number from %d to %d, not '%s'".formatted(least, most, text));
            });
    return orElse(name, found, least);
  }

  /** A time zone of the IANA list, such as {@code Europe/Paris}. */
  public ZoneId zone(String name, ZoneId otherwise) {
    ZoneId found =
        value(
            name,
            text -> {
              if (!text.equals("UTC") && !ZoneId.getAvailableZoneIds().contains(text)) {
                throw new IllegalArgumentException(
                    "is a time zone such as UTC or Europe/Paris, not '%s'%s"
                        .formatted(text, Nearest.hint(text, ZoneId.getAvailableZoneIds())));
              }
              return ZoneId.of(text);
            });
    return found == null ? otherwise : found;
  }

  private <T> T orElse(String name, @Nullable T found, T otherwise) {
    if (found == null && text(name).isBlank()) {
      wrong(name, "is missing: it must be given");
    }
    return found == null ? otherwise : found;
  }

  private String file() {
    return given.values().stream()
        .map(value -> value.place().file())
        .findFirst()
        .orElse("routes/sources/" + source + ".yaml");
  }

  private static Duration duration(String number, String unit) {
    long n = Long.parseLong(number);
    return switch (unit) {
      case "ms" -> Duration.ofMillis(n);
      case "s" -> Duration.ofSeconds(n);
      case "m" -> Duration.ofMinutes(n);
      case "h" -> Duration.ofHours(n);
      default -> Duration.ofDays(n);
    };
  }

  private static long bytes(String number, String unit) {
    int shift = List.of("B", "KB", "MB", "GB").indexOf(unit) * 10;
    return Long.parseLong(number) << shift;
  }

  private static String words(Duration duration) {
    if (duration.toMillis() % 1000 != 0) {
      return duration.toMillis() + "ms";
    }
    long seconds = duration.toSeconds();
    if (seconds > 0 && seconds % 86_400 == 0) {
      return seconds / 86_400 + "d";
    }
    if (seconds > 0 && seconds % 3600 == 0) {
      return seconds / 3600 + "h";
    }
    return seconds > 0 && seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s";
  }
}
