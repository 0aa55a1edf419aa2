package com.nexway.dmp.adapter.text;

import java.util.regex.Pattern;

/** What spreadsheets do to text and long numbers: 6634240000017 becomes 6.63424E+12. */
public final class Spreadsheet {
  private static final int LONGEST = 24;

  private static final Pattern SHORTENED = Pattern.compile("\\d(?:[.,]\\d+)? ?[Ee]\\+\\d{2,3}");

  /** In any language, as {@code #NV} and {@code #VALEUR!}; a column too narrow for its number. */
  private static final Pattern ERROR =
      Pattern.compile(
          "#(?:N/[AD]|NV|\u00a1?DIV/0!|\u00a1?[\\p{Lu}_/\u00c0-\u00dc]{2,20}[!?])|#{3,}");

  /** What a spreadsheet takes for the beginning of one. */
  private static final String FORMULA = "=+-@";

  /** What {@link #safe} guards: the beginnings of formulas, also behind a tab, and its own mark. */
  private static final String UNSAFE = FORMULA + "\t\r'";

  private Spreadsheet() {}

  /** Whether a text looks like a number whose last digits a spreadsheet has dropped. */
  public static boolean shortened(String text) {
    return text.length() <= LONGEST
        && !text.isEmpty()
        && text.charAt(0) <= '9'
        && SHORTENED.matcher(text).matches();
  }

  /** Whether a text is what a spreadsheet shows where it has no value, such as {@code #N/A}. */
  public static boolean isError(String text) {
    return text.length() <= LONGEST && text.startsWith("#") && ERROR.matcher(text).matches();
  }

  /** Whether it stands for a value that is lost, so that others have the same. */
  public static boolean lost(String text) {
    return shortened(text) || isError(text);
  }

  /** Whether a text has the apostrophe before its digits that makes a spreadsheet keep them. */
  public static boolean marked(String text) {
    if (text.length() < 2 || text.length() > LONGEST || text.charAt(0) != '\'') {
      return false;
    }
    for (int i = 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c < '0' || c > '9') && !(i == 1 && c == '+' && text.length() > 2)) {
        return false;
      }
    }
    return true;
  }

  /**
   * A text without what keeps it from a spreadsheet: {@code ="01000"} is 01000, and {@code '-10} is
   * -10.
   */
  public static String plain(String text) {
    int last = text.length() - 1;
    if (last >= 2 && text.startsWith("=\"") && text.charAt(last) == '"') {
      return text.substring(2, last).replace("\"\"", "\"");
    }
    return isGuarded(text, FORMULA) ? text.substring(1) : text;
  }

  /** A text that no spreadsheet takes for a formula; {@link #unsafe} gives it back. */
  public static String safe(String text) {
    return !text.isEmpty() && UNSAFE.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }

  /** The text that {@link #safe} was made of. */
  public static String unsafe(String text) {
    return isGuarded(text, UNSAFE) ? text.substring(1) : plain(text);
  }

  private static boolean isGuarded(String text, String letters) {
    return text.length() > 1 && text.charAt(0) == '\'' && letters.indexOf(text.charAt(1)) >= 0;
  }

  /** What it means that a text is {@link #lost}, and what to do. */
  public static String advice(String text) {
    if (isError(text)) {
      return "'"
          + text
          + "' is what a spreadsheet shows where it has no value; mend the cell and export it again";
    }
    return "'"
        + text
        + "' is how a spreadsheet shortens a long number, and its last digits are lost;"
        + " format the column as text and export it again";
  }
}
