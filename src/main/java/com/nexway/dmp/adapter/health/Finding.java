package com.nexway.dmp.adapter.health;

/**
 * What one look at a part of the adapter found.
 *
 * @param part the part, such as {@code outbox} or {@code source orders}
 * @param word how it fares
 * @param words what is so, since when, and what to mend, as a sentence; no personal data and no
 *     secrets
 */
public record Finding(String part, Word word, String words) {
  /** It works. */
  public static Finding up(String part, String words) {
    return new Finding(part, Word.UP, words);
  }

  /** A person is needed, or the DMP is away. */
  public static Finding watch(String part, String words) {
    return new Finding(part, Word.WATCH, words);
  }

  /** Nothing is stored or sent before it is mended. */
  public static Finding down(String part, String words) {
    return new Finding(part, Word.DOWN, words);
  }
}
