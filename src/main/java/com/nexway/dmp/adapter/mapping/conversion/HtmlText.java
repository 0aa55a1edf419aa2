package com.nexway.dmp.adapter.mapping.conversion;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Text that a shop keeps with HTML entities, such as {@code Fish &amp; Chips &ndash; large}. */
public final class HtmlText {
  /** The named entities of HTML 4.01 (section 24), and HTML 5's {@code &apos;}. */
  private static final String NAMES = "html-entities.txt";

  private static final Map<String, String> ENTITIES = entities();
  private static final int LONGEST = 10;

  /** What no browser shows, to the end of the text where nothing ends it. */
  private static final Pattern HIDDEN =
      Pattern.compile("(?is)<!--.*?(?:-->|\\z)|<(script|style)\\b.*?(?:</\\1[^>]*+>|\\z)");

  private static final Pattern BREAK =
      Pattern.compile("(?i)<br\\s*+/?>|</(?:p|div|li|tr|h[1-6]|ul|ol|table|blockquote)\\s*+>");
  private static final Pattern TAG = Pattern.compile("</?[a-zA-Z!?][^<>]*+>?");

  private HtmlText() {}

  /**
   * The text without tags, comments, scripts and styles; a line's or paragraph's end is a line's.
   */
  public static String withoutTags(String text) {
    if (text.indexOf('<') < 0) {
      return text;
    }
    String lines = BREAK.matcher(HIDDEN.matcher(text).replaceAll("")).replaceAll("\n");
    return TAG.matcher(lines)
        .replaceAll("")
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .collect(Collectors.joining("\n"));
  }

  /** The text with its entities resolved once; what is no entity stays as it is. */
  public static String resolved(String text) {
    int at = text.indexOf('&');
    if (at < 0) {
      return text;
    }
    StringBuilder plain = new StringBuilder(text.length());
    int done = 0;
    while (at >= 0) {
      int end = end(text, at);
      String meaning = end < 0 ? null : meaning(text.substring(at + 1, end));
      if (meaning != null) {
        plain.append(text, done, at).append(meaning);
        done = end + 1;
      }
      at = text.indexOf('&', meaning == null ? at + 1 : done);
    }
    return plain.append(text, done, text.length()).toString();
  }

  /** Where the entity that begins here ends; it is not looked for far away, among many more. */
  private static int end(String text, int at) {
    int last = Math.min(text.length(), at + LONGEST + 2);
    for (int i = at + 1; i < last; i++) {
      if (text.charAt(i) == ';') {
        return i;
      }
    }
    return -1;
  }

  private static @Nullable String meaning(String name) {
    if (!name.startsWith("#")) {
      return ENTITIES.get(name);
    }
    boolean hex = name.startsWith("#x") || name.startsWith("#X");
    try {
      int code = Integer.parseInt(name.substring(hex ? 2 : 1), hex ? 16 : 10);
      boolean character =
          code >= ' ' && Character.isValidCodePoint(code) && (code < 0xd800 || code > 0xdfff);
      return character || code == '\n' || code == '\t' ? Character.toString(code) : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static Map<String, String> entities() {
    Map<String, String> entities = new HashMap<>();
    try (InputStream in = HtmlText.class.getResourceAsStream(NAMES)) {
      String list = new String(in.readAllBytes(), US_ASCII);
      for (String entity : list.trim().split(",?\\s*[\\n,]\\s*")) {
        int blank = entity.indexOf(' ');
        entities.put(
            entity.substring(0, blank),
            Character.toString(Integer.parseInt(entity.substring(blank + 1))));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + NAMES + ", which is part of the program", e);
    }
    entities.put("apos", "'");
    return entities;
  }
}
