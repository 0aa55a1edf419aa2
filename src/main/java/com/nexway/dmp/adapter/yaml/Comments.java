package com.nexway.dmp.adapter.yaml;

import org.jspecify.annotations.Nullable;

/**
 * Finds a comment that was meant as a value, such as {@code { Name: #1001 }}: YAML reads nothing
 * behind it, and complains about a place further down.
 */
final class Comments {
  private int depth;
  private char quote;

  private Comments() {}

  /**
   * @param text a file that is not YAML
   * @param last the line at which that was noticed, from 0
   * @return the last comment up to there, inside braces or brackets, that takes a value or what
   *     closes them; null where there is none
   */
  static @Nullable FileProblem swallowing(String text, String file, int last) {
    Comments comments = new Comments();
    String[] lines = text.split("\\R", -1);
    FileProblem found = null;
    for (int i = 0; i <= last && i < lines.length; i++) {
      int at = comments.comment(lines[i]);
      if (at >= 0 && comments.depth > 0 && swallows(lines[i], at)) {
        found =
            new FileProblem(
                file,
                i + 1,
                at + 1,
                "' #' begins a comment, so that the rest of this line is not read; put the value"
                    + " in quotes, such as \"#1001\"");
      }
    }
    return found;
  }

  private static boolean swallows(String line, int at) {
    String before = line.substring(0, at).strip();
    return before.endsWith(":") || line.indexOf('}', at) > 0 || line.indexOf(']', at) > 0;
  }

  /** Where the comment of a line begins; -1 where it has none. */
  private int comment(String line) {
    char before = ' ';
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '#' && (i == 0 || Character.isWhitespace(line.charAt(i - 1)))) {
        return i;
      } else if ((c == '"' || c == '\'') && "{[,:- ".indexOf(before) >= 0) {
        quote = c;
      } else if (c == '{' || c == '[') {
        depth++;
      } else if (c == '}' || c == ']') {
        depth = Math.max(0, depth - 1);
      }
      before = Character.isWhitespace(c) ? before : c;
    }
    return -1;
  }
}
