package com.nexway.dmp.adapter.outbox;

import com.nexway.dmp.adapter.text.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
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
    return of(Sha256.of(text.getBytes(StandardCharsets.UTF_8)));
  }

  static @Nullable Hash orNull(byte @Nullable [] stored) {
    return stored == null ? null : of(stored);
  }

  static byte @Nullable [] bytesOrNull(@Nullable Hash hash) {
    return hash == null ? null : hash.bytes();
  }

  byte[] bytes() {
    byte[] bytes = new byte[BYTES];
    for (int i = 0; i < Long.BYTES; i++) {
      int shift = Long.SIZE - Byte.SIZE * (i + 1);
      bytes[i] = (byte) (high >>> shift);
      bytes[Long.BYTES + i] = (byte) (low >>> shift);
    }
    return bytes;
  }

  // Of a record, Java makes both by method handles, which cost more than the maps they are for.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Hash hash && high == hash.high && low == hash.low;
  }

  @Override
  public int hashCode() {
    return (int) low;
  }

  @Override
  public String toString() {
    return HexFormat.of().formatHex(bytes());
  }
}
