package com.nexway.dmp.adapter.outbox;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** The first 128 bits of a SHA-256: a customer, a fingerprint, a digest. */
record Hash(long high, long low) {
  private static final int BYTES = 16;

  static Hash of(byte[] sha256) {
    ByteBuffer buffer = ByteBuffer.wrap(sha256);
    return new Hash(buffer.getLong(), buffer.getLong());
  }

  static Hash of(String text) {
    return of(sha256(text.getBytes(StandardCharsets.UTF_8)));
  }

  static @Nullable Hash orNull(byte @Nullable [] stored) {
    return stored == null ? null : of(stored);
  }

  static byte @Nullable [] bytesOrNull(@Nullable Hash hash) {
    return hash == null ? null : hash.bytes();
  }

  byte[] bytes() {
    return ByteBuffer.allocate(BYTES).putLong(high).putLong(low).array();
  }

  @Override
  public String toString() {
    return HexFormat.of().formatHex(bytes());
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
