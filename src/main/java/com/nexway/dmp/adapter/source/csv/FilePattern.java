package com.nexway.dmp.adapter.source.csv;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Which file names are meant, as people write it: {@code *.csv}, {@code full-*.{csv,txt}}. Capitals
 * make no difference. Names are text here, whether this machine's Java can open them or not.
 */
public final class FilePattern {
  /** No file at all. */
  public static final FilePattern NONE = new FilePattern("", Pattern.compile("[^\\s\\S]"));

  private final String text;
  private final Pattern pattern;

  private FilePattern(String text, Pattern pattern) {
    this.text = text;
    this.pattern = pattern;
  }

  /**
   * @throws IllegalArgumentException where it is no pattern, with the rule
   */
  public static FilePattern of(String text) {
    try {
      return new FilePattern(text, Pattern.compile(expression(text.toLowerCase(Locale.ROOT))));
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException(
          "is a pattern of file names such as *.csv or full-*.{csv,txt}, not '" + text + "'", e);
    }
  }

  private static String expression(String glob) {
    StringBuilder expression = new StringBuilder();
    boolean choice = false;
    boolean letters = false;
    for (int i = 0; i < glob.length(); i++) {
      char c = glob.charAt(i);
      if (letters) {
        letters = c != ']';
        expression.append(c == '!' && glob.charAt(i - 1) == '[' ? '^' : c);
      } else if (c == '[') {
        letters = true;
        expression.append(c);
      } else if (c == '*' || c == '?') {
        expression.append(c == '*' ? ".*" : ".");
      } else if (c == '{' || choice && (c == '}' || c == ',')) {
        choice = c != '}';
        expression.append(c == '{' ? "(?:" : c == '}' ? ")" : "|");
      } else {
        expression.append(Pattern.quote(String.valueOf(c)));
      }
    }
    return "(?s)" + expression;
  }

  /** Whether a file's name, without its folder, is meant. */
  public boolean matches(String name) {
    return pattern.matcher(name.toLowerCase(Locale.ROOT)).matches();
  }

  @Override
  public String toString() {
    return text;
  }
}
