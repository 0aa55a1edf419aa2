package com.nexway.dmp.adapter.event;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/** Lines, columns and surroundings of bytes in a text in UTF-8. */
final class TextPlaces {
  private static final int AROUND = 30;

  private final byte[] utf8;
  private int counted;
  private int line = 1;

  TextPlaces(byte[] utf8) {
    this.utf8 = utf8;
  }

  /** The line of a byte, from 1; quick where it is near the last one asked for. */
  int line(int at) {
    for (; counted < at; counted++) {
      line += utf8[counted] == '\n' ? 1 : 0;
    }
    for (; counted > at; counted--) {
      line -= utf8[counted - 1] == '\n' ? 1 : 0;
    }
    return line;
  }

  /** The column of a byte in its line, in characters from 1. */
  int column(int at) {
    int begin = at;
    while (begin > 0 && utf8[begin - 1] != '\n') {
      begin--;
    }
    String before = new String(utf8, begin, at - begin, StandardCharsets.UTF_8);
    return before.codePointCount(0, before.length()) + 1;
  }

  /** What stands around a byte, on its line. */
  String around(int at) {
    int begin = at;
    while (begin > Math.max(0, at - AROUND) && utf8[begin - 1] != '\n') {
      begin--;
    }
    int end = at;
    while (end < Math.min(utf8.length, at + AROUND) && utf8[end] != '\n') {
      end++;
    }
    while (begin < at && isContinuation(begin)) {
      begin++;
    }
    while (end < utf8.length && end > at && isContinuation(end)) {
      end--;
    }
    return new String(utf8, begin, end - begin, StandardCharsets.UTF_8).strip();
  }

  /** The last character before a byte that is no white space; 0 where there is none. */
  char before(int at) {
    for (int i = at - 1; i >= 0; i--) {
      if (utf8[i] > ' ' || utf8[i] < 0) {
        return (char) (utf8[i] & 0xff);
      }
    }
    return 0;
  }

  /** Whether anything but white space stands from a byte on. */
  boolean hasMore(int from) {
    for (int i = from; i < utf8.length; i++) {
      if (utf8[i] > ' ' || utf8[i] < 0) {
        return true;
      }
    }
    return false;
  }

  /** The first line behind a byte that begins with {, as a line of JSON lines does; or the end. */
  int nextObjectLine(int after) {
    for (int i = after + 1; i < utf8.length; i++) {
      if (utf8[i] == '{' && utf8[i - 1] == '\n') {
        return i;
      }
    }
    return utf8.length;
  }

  /** The first byte that is not UTF-8; -1 where all are. */
  int firstNotUtf8() {
    for (int i = 0; i < Math.min(4, utf8.length); i++) {
      if (utf8[i] == 0) {
        return i; // UTF-16 and UTF-32 have these in their first letters
      }
    }
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(utf8);
    CharBuffer out = CharBuffer.allocate(8192);
    CoderResult result = decoder.decode(in, out, true);
    while (result.isOverflow()) {
      out.clear();
      result = decoder.decode(in, out, true);
    }
    return result.isError() ? in.position() : -1;
  }

  private boolean isContinuation(int at) {
    return (utf8[at] & 0xc0) == 0x80;
  }
}
