package com.nexway.dmp.adapter.text;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** What stands for bytes: equal where they are equal. Safe for several threads. */
public final class Sha256 {
  /** Copied for each use: to look the algorithm up costs as much as to hash a short text. */
  private static final MessageDigest UNUSED = unused();

  private Sha256() {}

  /** The 32 bytes that stand for others. */
  public static byte[] of(byte[] bytes) {
    try {
      return ((MessageDigest) UNUSED.clone()).digest(bytes);
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("Java's own SHA-256 can be copied", e);
    }
  }

  private static MessageDigest unused() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
