package com.nexway.dmp.adapter.source.csv;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.Locale;
import java.util.regex.PatternSyntaxException;

/**
 * Which file names are meant, as people write it: {@code *.csv}, {@code full-*.{csv,txt}}. Capitals
 * make no difference.
 */
public final class FilePattern {
  /** No file at all. */
  public static final FilePattern NONE = new FilePattern("", path -> false);

  private final String text;
  private final PathMatcher matcher;

  private FilePattern(String text, PathMatcher matcher) {
    this.text = text;
    this.matcher = matcher;
  }

  /**
   * @throws IllegalArgumentException where it is no pattern, with the rule
   */
  public static FilePattern of(String text) {
    try {
      String small = text.toLowerCase(Locale.ROOT);
      return new FilePattern(text, FileSystems.getDefault().getPathMatcher("glob:" + small));
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException(
          "is a pattern of file names such as *.csv or full-*.{csv,txt}, not '" + text + "'", e);
    }
  }

  /** Whether a file's name, without its folder, is meant. */
  public boolean matches(String name) {
    return matcher.matches(Path.of(name.toLowerCase(Locale.ROOT)));
  }

  @Override
  public String toString() {
    return text;
  }
}
