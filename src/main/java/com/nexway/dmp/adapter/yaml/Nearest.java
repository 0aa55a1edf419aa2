package com.nexway.dmp.adapter.yaml;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** The word that somebody who mistyped most likely meant. */
public final class Nearest {
  private static final int LONGEST = 64;

  private Nearest() {}

  /**
   * @return the candidate nearest to {@code word} by single-letter edits, ignoring case and
   *     separators; empty where none is near enough to be meant
   */
  public static Optional<String> to(String word, Collection<String> candidates) {
    String plain = plain(word);
    String best = null;
    int bestEdits = Math.max(1, Math.min(plain.length(), LONGEST) / 3) + 1;
    for (String candidate : candidates) {
      int edits = edits(plain, plain(candidate));
      if (edits < bestEdits) {
        bestEdits = edits;
        best = candidate;
      }
    }
    return Optional.ofNullable(best);
  }

  /** {@code ; did you mean X?}, or an empty text where nothing is near. */
  public static String hint(String word, Collection<String> candidates) {
    return to(word, candidates).map(near -> "; did you mean " + near + "?").orElse("");
  }

  private static String plain(String word) {
    String lower = word.toLowerCase(Locale.ROOT).replaceAll("[-_. ]", "");
    return lower.length() > LONGEST ? lower.substring(0, LONGEST) : lower;
  }

  private static int edits(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int substitution = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(substitution, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
