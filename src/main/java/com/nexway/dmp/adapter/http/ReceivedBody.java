package com.nexway.dmp.adapter.http;

import com.nexway.dmp.adapter.http.BodyBudget.Grown;
import com.nexway.dmp.adapter.http.BodyBudget.Share;
import java.util.ArrayList;
import java.util.List;

/** A body as it comes in, in blocks: it holds no more than twice what was received. */
final class ReceivedBody implements BodySink {
  private static final int FIRST_BLOCK = 512;
  private static final int LARGEST_BLOCK = 16 * 1024;

  private final Share share;
  private final long longest;
  private final List<byte[]> blocks = new ArrayList<>();
  private byte[] block = {};
  private int filled;
  private long size;

  /**
   * @param share what it may hold
   * @param longest bytes; more is answered 413
   */
  ReceivedBody(Share share, long longest) {
    this.share = share;
    this.longest = longest;
  }

  @Override
  public Grown take(Inbox inbox, int length, long expected) throws BadRequest {
    if (size + length > longest) {
      throw tooLong(longest);
    }
    int left = length;
    while (left > 0) {
      if (filled == block.length) {
        int next = (int) Math.min(expected - (length - left), nextBlock());
        Grown grown = share.grow(next, size + Math.min(next, left));
        if (grown != Grown.TAKEN) {
          return grown;
        }
        block = new byte[next];
        blocks.add(block);
        filled = 0;
      }
      int some = Math.min(left, block.length - filled);
      inbox.take(block, filled, some);
      filled += some;
      size += some;
      left -= some;
    }
    return Grown.TAKEN;
  }

  static BadRequest tooLong(long longest) {
    return new BadRequest(413, "the body is longer than " + longest + " bytes");
  }

  private int nextBlock() {
    return Math.min(LARGEST_BLOCK, Math.max(FIRST_BLOCK, 2 * block.length));
  }

  @Override
  public long size() {
    return size;
  }

  Share share() {
    return share;
  }

  /** All bytes; to be asked for once the body is whole, on any thread. */
  byte[] bytes() {
    byte[] all = new byte[(int) size];
    int at = 0;
    for (byte[] each : blocks) {
      int length = Math.min(each.length, all.length - at);
      System.arraycopy(each, 0, all, at, length);
      at += length;
    }
    return all;
  }
}
