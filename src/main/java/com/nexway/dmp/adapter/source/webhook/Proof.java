package com.nexway.dmp.adapter.source.webhook;

/**
 * What the signature of a notification has shown.
 *
 * @param fits whether the notification may come in
 * @param words why it may not; empty where it may
 */
record Proof(boolean fits, String words) {
  static final Proof FITS = new Proof(true, "");

  static Proof not(String words) {
    return new Proof(false, words);
  }
}
