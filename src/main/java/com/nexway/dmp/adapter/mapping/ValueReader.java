package com.nexway.dmp.adapter.mapping;

import com.nexway.dmp.adapter.yaml.Nearest;
import com.nexway.dmp.adapter.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads where a value comes from: text with {@code ${columns}}, a column, or an expression. */
final class ValueReader {
  private static final String OPENS = "${";
  private static final String ESCAPED = "$${";

  private final Reading reading;

  ValueReader(Reading reading) {
    this.reading = reading;
  }

  /** Whether a text is the same for every record. */
  static boolean isConstant(String text) {
    return !text.replace(ESCAPED, "").contains(OPENS);
  }

  /** A constant text as it is meant: <code>$${</code> is <code>${</code>. */
  static String constant(String text) {
    return text.replace(ESCAPED, OPENS);
  }

  /** Text with columns in it; null where it is wrong, which is told. */
  @Nullable Source text(YamlNode.Scalar node) {
    List<Object> parts = new ArrayList<>();
    String text = node.text();
    StringBuilder plain = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      if (text.startsWith(ESCAPED, at)) {
        plain.append(OPENS);
        at += ESCAPED.length();
      } else if (text.startsWith(OPENS, at)) {
        int end = text.indexOf('}', at);
        if (end < 0) {
          reading.problem(node, "'" + text + "': the } behind ${ is missing");
          return null;
        }
        Reference reference = reference(text.substring(at + OPENS.length(), end), node);
        if (reference == null) {
          return null;
        }
        if (plain.length() > 0) {
          parts.add(plain.toString());
          plain.setLength(0);
        }
        parts.add(reference);
        at = end + 1;
      } else {
        plain.append(text.charAt(at++));
      }
    }
    if (plain.length() > 0) {
      parts.add(plain.toString());
    }
    return parts.size() == 1 && parts.get(0) instanceof Reference alone
        ? alone
        : new ComposedText(false, List.copyOf(parts));
  }

  /** A column by its name, or a path; null where it is wrong, which is told. */
  @Nullable Reference reference(String written, YamlNode node) {
    String name = written.strip();
    if (name.isEmpty() || name.equals("../")) {
      reading.problem(node, "the name of a column is missing");
      return null;
    }
    if (name.contains(OPENS)) {
      reading.problem(
          node, "write the name of the column alone: " + name.replace(OPENS, "").replace("}", ""));
      return null;
    }
    Reference reference = new Reference(name);
    reading.reads(reference, node);
    return reference;
  }

  /**
   * What {@code column:}, {@code text:} or {@code expression:} name; null where there is none, or
   * it is wrong, which is told.
   */
  @Nullable Source of(Options options, @Nullable Integer round) {
    YamlNode column = options.take("column");
    YamlNode text = options.take("text");
    YamlNode expression = options.take("expression");
    int given = (column == null ? 0 : 1) + (text == null ? 0 : 1) + (expression == null ? 0 : 1);
    if (given > 1) {
      reading.problem(options.fields(), "write one of column:, text: and expression:, not several");
      return null;
    }
    if (given == 0) {
      if (!mistyped(options)) {
        reading.problem(
            options.fields(), "say where the value comes from: column:, text: or expression:");
      }
      return null;
    }
    YamlNode node = column != null ? column : text != null ? text : expression;
    if (!(node instanceof YamlNode.Scalar scalar) || scalar.isNull()) {
      reading.problem(options.fields(), "column:, text: and expression: need a text");
      return null;
    }
    if (column != null) {
      return reference(scalar.text(), scalar);
    }
    return text != null ? text(scalar) : Expression.read(scalar, round, reading);
  }

  /** Whether one of the three words is there, but mistyped, which is told elsewhere. */
  private static boolean mistyped(Options options) {
    return options.fields().entries().keySet().stream()
        .anyMatch(key -> Nearest.to(key, List.of("column", "text", "expression")).isPresent());
  }
}
