package com.nexway.dmp.adapter.operations;

/**
 * What one look at a part of the adapter found.
 *
 * @param part the part, such as {@code outbox} or {@code source orders}
 * @param fine whether it works
 * @param words what is so, and what to mend where it is not; no personal data
 */
public record Finding(String part, boolean fine, String words) {
  public static Finding fine(String part, String words) {
    return new Finding(part, true, words);
  }

  public static Finding broken(String part, String words) {
    return new Finding(part, false, words);
  }
}
