package com.nexway.dmp.adapter.source.webhook;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a notification says of itself before its body.
 *
 * @param length the body's length in bytes; negative where it is not announced
 * @param headers gives a header by its name, whatever its case; empty where there is none
 */
public record WebhookHead(long length, UnaryOperator<String> headers) {
  private static final Pattern CHARSET =
      Pattern.compile("(?i);\\s*charset\\s*=\\s*\"?([^\";\\s]+)");

  /** The media type, without parameters, in small letters. */
  String type() {
    return header("Content-Type").split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  boolean isJson() {
    return type().equals("application/json") || type().endsWith("+json");
  }

  boolean isForm() {
    return type().equals("application/x-www-form-urlencoded");
  }

  /** How the body is compressed; empty where it is not. */
  String encoding() {
    String encoding = header("Content-Encoding").strip().toLowerCase(Locale.ROOT);
    return encoding.equals("identity") ? "" : encoding;
  }

  /** The encoding that is declared; empty where it is UTF-8 or left open. */
  public String charset() {
    Matcher declared = CHARSET.matcher(header("Content-Type"));
    String name = declared.find() ? declared.group(1).toLowerCase(Locale.ROOT) : "";
    if (name.matches("utf-?8|us-ascii|")) {
      return "";
    }
    return name.matches("[a-z0-9._:-]{1,40}") ? name : "another encoding";
  }

  /** Those of some headers that are there, by their names. */
  Map<String, Object> only(List<String> names) {
    Map<String, Object> found = new LinkedHashMap<>();
    for (String name : names) {
      String value = header(name);
      if (!value.isEmpty()) {
        found.put(name, value);
      }
    }
    return found;
  }

  String header(String name) {
    return headers.apply(name);
  }
}
