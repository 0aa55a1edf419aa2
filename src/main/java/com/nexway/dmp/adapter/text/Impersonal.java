package com.nexway.dmp.adapter.text;

/**
 * A reason of many records, as it may stand in logs, in numbers and in the outbox: on one line, not
 * long, and without anybody's address.
 */
public final class Impersonal {
  private static final int LONGEST = 160;

  private Impersonal() {}

  /** A reason that names the value it was found in: it is short, and no address. */
  public static String of(String words) {
    return of(words, LONGEST);
  }

  private static String of(String words, int longest) {
    return OneLine.of(words.replaceAll("\\S+@\\S+", "…"), longest);
  }

  /** What many reasons have in common: without the values and numbers that they name. */
  public static String kind(String words) {
    return kind(words, LONGEST);
  }

  /** The same, as long as a person at a console may read it. */
  public static String kind(String words, int longest) {
    return of(words.replaceAll("'[^']*'", "'…'").replaceAll("\\d+([.,:-]\\d+)*", "…"), longest);
  }
}
