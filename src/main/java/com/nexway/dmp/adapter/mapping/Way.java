package com.nexway.dmp.adapter.mapping;

import com.nexway.dmp.adapter.mapping.conversion.Misfit;
import com.nexway.dmp.adapter.mapping.conversion.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The steps of a path into JSON: names of fields, positions in lists from 0, and choices of an
 * element by one of its fields, as in {@code meta_data[key=_vat_id].value}.
 *
 * @param steps each a {@link String} or a {@link Choice}
 */
record Way(List<Object> steps) {
  private static final Pattern STEP =
      Pattern.compile(
          "([^.\\[]*+(?:\\[[^=\\]]*+\\][^.\\[]*+)*+)((?:\\[[^=\\]]+=(?:\"[^\"]*+\"|'[^']*+'|[^\\]]*+)\\])*+)(?:\\.|$)");
  private static final Pattern CHOICE =
      Pattern.compile("\\[([^=\\]]+)=(\"[^\"]*+\"|'[^']*+'|[^\\]]*+)\\]");

  /** The first element of a list whose field has a value. */
  record Choice(String field, String value) {
    @Nullable Object of(Object list) {
      for (Object element : Scope.elements(list)) {
        if (element instanceof Map<?, ?> map && value.equals(text(map.get(field)))) {
          return map;
        }
      }
      return null;
    }

    private static String text(@Nullable Object value) {
      try {
        return value == null ? "" : Texts.trimmed(Texts.of(value));
      } catch (Misfit notOneValue) {
        return "";
      }
    }
  }

  /** The way that a path describes; what is no choice in brackets is part of a name. */
  static Way of(String path) {
    List<Object> steps = new ArrayList<>();
    Matcher step = STEP.matcher(path);
    int at = 0;
    while (at < path.length() && step.find(at) && step.start() == at) {
      steps.add(step.group(1));
      Matcher choice = CHOICE.matcher(step.group(2));
      while (choice.find()) {
        steps.add(new Choice(choice.group(1).strip(), unquoted(choice.group(2).strip())));
      }
      at = step.end();
    }
    if (at < path.length()) {
      steps.add(path.substring(at));
    }
    return new Way(List.copyOf(steps));
  }

  /** Where the first step of a path ends, its choices included. */
  static int firstEnd(String path) {
    Matcher step = STEP.matcher(path);
    return step.lookingAt() ? step.end(2) : path.length();
  }

  private static String unquoted(String value) {
    boolean quoted = value.length() > 1 && (value.startsWith("\"") || value.startsWith("'"));
    return quoted ? value.substring(1, value.length() - 1) : value;
  }

  /** What it leads to; null where it ends too early. */
  @Nullable Object from(@Nullable Object start) {
    Object value = start;
    for (int i = 0; i < steps.size() && value != null; i++) {
      value = step(value, steps.get(i));
    }
    return value;
  }

  /** What one step leads to; null where it leads to nothing. */
  static @Nullable Object step(Object value, Object step) {
    if (step instanceof Choice choice) {
      return choice.of(value);
    }
    String name = (String) step;
    if (value instanceof Map<?, ?> map) {
      return map.get(name);
    }
    int position = value instanceof List<?> ? position(name) : -1;
    return position >= 0 && value instanceof List<?> list && position < list.size()
        ? list.get(position)
        : null;
  }

  /** A position in a list; -1 for a name. */
  static int position(String step) {
    if (step.isEmpty() || step.length() > 6) {
      return -1;
    }
    int position = 0;
    for (int i = 0; i < step.length(); i++) {
      char c = step.charAt(i);
      if (c < '0' || c > '9') {
        return -1;
      }
      position = position * 10 + c - '0';
    }
    return position;
  }
}
