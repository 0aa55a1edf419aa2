package com.nexway.dmp.adapter.http;

import com.nexway.dmp.adapter.http.BodyBudget.Grown;
import com.nexway.dmp.adapter.http.BodyBudget.Share;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A body as it comes in, in blocks: it holds no more than twice what was received, and nothing once
 * it is shown to an onlooker.
 */
final class ReceivedBody implements BodySink {
  private static final int FIRST_BLOCK = 512;
  private static final int LARGEST_BLOCK = 16 * 1024;

  private final Share share;
  private final long longest;
  private final String tooLong;
  private final List<byte[]> blocks = new ArrayList<>();
  private byte[] block = {};
  private int filled;
  private long size;
  private @Nullable Onlooker onlooker;

  /**
   * @param share what it may hold
   * @param longest bytes; more is answered 413
   * @param tooLong what is said of more
   */
  ReceivedBody(Share share, long longest, String tooLong) {
    this.share = share;
    this.longest = longest;
    this.tooLong = tooLong;
  }

  @Override
  public Grown take(Inbox inbox, int length, long expected) throws BadRequest {
    if (onlooker != null) {
      onlooker.see(inbox.take(length));
      size += length;
      return Grown.TAKEN;
    }
    if (size + length > longest) {
      throw new BadRequest(413, tooLong);
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

  /** Gives back what it holds, and shows it and all that comes to somebody. */
  void showTo(Onlooker eyes) {
    long left = size;
    for (byte[] each : blocks) {
      int length = (int) Math.min(each.length, left);
      eyes.see(Arrays.copyOf(each, length));
      left -= length;
    }
    blocks.clear();
    share.close();
    onlooker = eyes;
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
