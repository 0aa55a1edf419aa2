package com.nexway.dmp.adapter.yaml;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** The word that somebody who mistyped most likely meant. */
public final class Nearest {
  private static final int LONGEST = 64;
  private static final int SHORTEST_BEGINNING = 3;

  private Nearest() {}

  /**
   * @return the candidate nearest to {@code word} by single letters added, lost, changed or
   *     swapped, or else one that it begins, ignoring case and separators; empty where none is near
   *     enough to be meant
   */
  public static Optional<String> to(String word, Collection<String> candidates) {
    String plain = plain(word);
    Optional<String> nearest = within(Math.max(1, plain.length() / 3), word, candidates);
    return nearest.isPresent() || plain.length() < SHORTEST_BEGINNING
        ? nearest
        : candidates.stream().filter(candidate -> plain(candidate).startsWith(plain)).findFirst();
  }

  /**
   * @param most how many letters may be added, lost, changed or swapped
   * @return the nearest candidate; empty where each is farther away
   */
  public static Optional<String> within(int most, String word, Collection<String> candidates) {
    String plain = plain(word);
    String best = null;
    int bestEdits = most + 1;
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
    int[][] edits = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        edits[i][j] = i == 0 || j == 0 ? i + j : fewest(edits, a, b, i, j);
      }
    }
    return edits[a.length()][b.length()];
  }

  private static int fewest(int[][] edits, String a, String b, int i, int j) {
    int changed = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
    int fewest =
        Math.min(edits[i - 1][j - 1] + changed, 1 + Math.min(edits[i - 1][j], edits[i][j - 1]));
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(fewest, edits[i - 2][j - 2] + 1) : fewest;
  }
}
