package com.nexway.dmp.adapter.mapping;

import com.nexway.dmp.adapter.yaml.Nearest;
import com.nexway.dmp.adapter.yaml.YamlNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The keys of one map in a mapping file, read one by one; what is left over is told. */
final class Options {
  private final YamlNode.Fields fields;
  private final Reading reading;
  private final Set<String> known = new LinkedHashSet<>();

  Options(YamlNode.Fields fields, Reading reading) {
    this.fields = fields;
    this.reading = reading;
  }

  YamlNode.Fields fields() {
    return fields;
  }

  boolean has(String key) {
    return fields.entries().containsKey(key);
  }

  /** The value of a key; null where it is not there. */
  @Nullable YamlNode take(String key) {
    known.add(key);
    return fields.entries().get(key);
  }

  /** The text of a key; null where it is not there, or is told to be no text. */
  @Nullable String text(String key) {
    YamlNode node = take(key);
    if (node == null) {
      return null;
    }
    if (node instanceof YamlNode.Scalar scalar && !scalar.isNull()) {
      return scalar.text();
    }
    reading.problem(node, key + ": needs a text, and this is " + what(node));
    return null;
  }

  /** Whether a key is {@code true}. */
  boolean flag(String key, boolean standard) {
    String text = text(key);
    if (text == null) {
      return standard;
    }
    if (!text.equals("true") && !text.equals("false")) {
      reading.problem(
          fields.entries().get(key), key + ": is true or false, and this is '" + text + "'");
    }
    return text.equals("true");
  }

  /** A list of texts, or one text alone. */
  List<String> texts(String key) {
    YamlNode node = take(key);
    List<String> texts = new ArrayList<>();
    if (node instanceof YamlNode.Items list) {
      for (YamlNode item : list.items()) {
        if (item instanceof YamlNode.Scalar scalar) {
          texts.add(scalar.text());
        } else {
          reading.problem(item, key + ": lists texts, and this is " + what(item));
        }
      }
    } else if (node instanceof YamlNode.Scalar scalar) {
      texts.add(scalar.text());
    } else if (node != null) {
      reading.problem(node, key + ": needs a list such as [a, b], and this is " + what(node));
    }
    return texts;
  }

  /** Tells the keys that nobody has asked for. */
  void rejectOthers(String what, Collection<String> others) {
    Set<String> candidates = new LinkedHashSet<>(known);
    candidates.addAll(others);
    for (String key : fields.entries().keySet()) {
      if (!known.contains(key)) {
        reading.add(
            fields.problemAt(key, what + " has no '" + key + "'" + Nearest.hint(key, candidates)));
      }
    }
  }

  /** Tells a key that means nothing here. */
  void reject(String key, String message) {
    known.add(key);
    if (has(key)) {
      reading.add(fields.problemAt(key, message));
    }
  }

  private static String what(YamlNode node) {
    return node instanceof YamlNode.Scalar scalar && scalar.isNull() ? "empty" : node.what();
  }
}
