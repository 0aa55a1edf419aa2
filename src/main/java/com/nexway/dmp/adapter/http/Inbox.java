package com.nexway.dmp.adapter.http;

import io.netty.buffer.ByteBuf;
import java.util.Arrays;

/** What a connection has sent and nobody has read yet: little, and nothing while it is quiet. */
final class Inbox {
  private static final byte[] NONE = {};
  private static final int LEAST = 256;

  private byte[] bytes = NONE;
  private int from;
  private int to;

  /** Adds all that a buffer holds, and gives the buffer back. */
  void add(ByteBuf more) {
    int length = more.readableBytes();
    makeRoom(length);
    more.readBytes(bytes, to, length).release();
    to += length;
  }

  private void makeRoom(int length) {
    if (bytes.length - to < length) {
      byte[] larger = new byte[Math.max(LEAST, Integer.highestOneBit(size() + length) * 2)];
      System.arraycopy(bytes, from, larger, 0, size());
      bytes = larger;
      to -= from;
      from = 0;
    }
  }

  int size() {
    return to - from;
  }

  boolean isEmpty() {
    return from == to;
  }

  byte at(int index) {
    return bytes[from + index];
  }

  byte[] take(int length) {
    byte[] taken = Arrays.copyOfRange(bytes, from, from + length);
    skip(length);
    return taken;
  }

  void take(byte[] into, int at, int length) {
    System.arraycopy(bytes, from, into, at, length);
    skip(length);
  }

  void skip(int length) {
    from += length;
    if (from == to) {
      clear();
    }
  }

  void clear() {
    bytes = NONE;
    from = 0;
    to = 0;
  }
}
