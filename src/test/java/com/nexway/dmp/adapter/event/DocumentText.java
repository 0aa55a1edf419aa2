package com.nexway.dmp.adapter.event;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The contract itself, event-api.txt, read as a person reads it. */
final class DocumentText {
  private static final Pattern HEAD =
      Pattern.compile("((?:_meta|[A-Za-z]+)(?:\\[]|\\.[A-Za-z]+)*) (array of string|\\S+)(?: .*)?");

  /** A property as it is printed. */
  static final class Printed {
    final String path;
    final String type;
    final List<String> values = new ArrayList<>();
    boolean optional;

    Printed(String path, String type) {
      this.path = path;
      this.type = type;
    }
  }

  private DocumentText() {}

  static String text() {
    return resource("event-api.txt");
  }

  /** The Example of the document, as it is printed. */
  static String example() {
    String text = text();
    return text.substring(
        text.indexOf('{', text.indexOf("\nExample\n")), text.indexOf("Explore this API"));
  }

  /** The table of properties, in its order. */
  static Map<String, Printed> properties() {
    String text = text();
    String table =
        text.substring(
            text.indexOf("Name Type Description Additional"), text.indexOf("\nAuthorisation"));
    Map<String, Printed> printed = new LinkedHashMap<>();
    Printed current = null;
    for (String line : table.lines().skip(1).toList()) {
      Matcher head = HEAD.matcher(line);
      if (head.matches() && isPath(head.group(1), printed)) {
        current = new Printed(head.group(1), head.group(2));
        printed.put(current.path, current);
      }
      if (current != null && (line.equals("Optional") || line.endsWith(" Optional"))) {
        current.optional = true;
      }
      if (current != null && line.startsWith("  • ")) {
        current.values.add(line.substring(4));
      }
    }
    return printed;
  }

  /** A path has a parent that was printed before, or stands alone and is written in one word. */
  private static boolean isPath(String word, Map<String, Printed> before) {
    int dot = word.lastIndexOf('.');
    return dot < 0 ? TOP.contains(word) : before.containsKey(word.substring(0, dot));
  }

  private static final List<String> TOP =
      List.of("_meta", "action", "actionTime", "cart", "order", "registrations[]", "usage", "user");

  static String resource(String name) {
    try (InputStream in = DocumentText.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
