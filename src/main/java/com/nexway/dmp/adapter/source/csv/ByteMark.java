package com.nexway.dmp.adapter.source.csv;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The byte order mark that a file may begin with. */
enum ByteMark {
  NONE(null),
  UTF_8(StandardCharsets.UTF_8, 0xEF, 0xBB, 0xBF),
  UTF_16LE(StandardCharsets.UTF_16LE, 0xFF, 0xFE),
  UTF_16BE(StandardCharsets.UTF_16BE, 0xFE, 0xFF);

  /** The most bytes that one has. */
  static final int LONGEST = 3;

  private final @Nullable Charset charset;
  private final int[] bytes;

  ByteMark(@Nullable Charset charset, int... bytes) {
    this.charset = charset;
    this.bytes = bytes;
  }

  static ByteMark of(byte[] head) {
    for (ByteMark mark : values()) {
      if (mark != NONE && mark.begins(head)) {
        return mark;
      }
    }
    return NONE;
  }

  int length() {
    return bytes.length;
  }

  Charset charset(Charset unmarked) {
    return charset == null ? unmarked : charset;
  }

  private boolean begins(byte[] head) {
    for (int i = 0; i < bytes.length; i++) {
      if (head.length <= i || (head[i] & 0xFF) != bytes[i]) {
        return false;
      }
    }
    return true;
  }
}
