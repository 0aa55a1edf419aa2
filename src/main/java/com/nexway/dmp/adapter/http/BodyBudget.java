package com.nexway.dmp.adapter.http;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The memory that all bodies of a port take together, from their first byte to their answer. What
 * counts is what was received, not what was announced.
 *
 * <p>When it is full, the oldest unfinished body above {@link WholeBody#SMALL} is cut, never the
 * newcomer: whoever lets bodies lie half-sent loses them, and a shop's own are whole within
 * moments. Half of it is kept for bodies up to {@link WholeBody#SMALL}. Not for several threads:
 * the port has one.
 */
final class BodyBudget {
  private final long most;
  private final TreeMap<Long, Share> small = new TreeMap<>();
  private final TreeMap<Long, Share> large = new TreeMap<>();
  private final Queue<Runnable> waiting = new ArrayDeque<>();
  private long held;
  private long heldByLarge;
  private long opened;

  /** What became of a wish for more. */
  enum Grown {
    /** It is there. */
    TAKEN,
    /** Whole bodies that are worked on hold everything: to be tried again when one is done. */
    WAIT,
    /** The body was the oldest one itself, and is cut. */
    CUT
  }

  /**
   * @param most bytes in all
   */
  BodyBudget(long most) {
    this.most = most;
  }

  /**
   * Opens a share for a new body.
   *
   * @param cut told when the body is cut to make room for others; its share is closed already
   */
  Share open(Runnable cut) {
    return new Share(cut, opened++);
  }

  /** Tells once that somebody's share has become smaller. */
  void await(Runnable tryAgain) {
    waiting.add(tryAgain);
  }

  /** Bytes that are held now. */
  long held() {
    return held;
  }

  /** What one body holds. */
  final class Share {
    private final Runnable cut;
    private final long age;
    private long bytes;
    private boolean isLarge;
    private boolean isClosed;

    private Share(Runnable cut, long age) {
      this.cut = cut;
      this.age = age;
      small.put(age, this);
    }

    /**
     * Takes more.
     *
     * @param more bytes
     * @param received how many the body has then
     */
    Grown grow(int more, long received) {
      if (received > WholeBody.SMALL && !isLarge) {
        isLarge = true;
        heldByLarge += bytes;
        if (small.remove(age) != null) {
          large.put(age, this);
        }
      }
      while (isTooMuch(more)) {
        Share victim = victim(more);
        if (victim == null) {
          return fitsAlone(more) ? Grown.WAIT : cutItself();
        }
        victim.close();
        victim.cut.run();
        if (victim == this) {
          return Grown.CUT;
        }
      }
      bytes += more;
      held += more;
      heldByLarge += isLarge ? more : 0;
      return Grown.TAKEN;
    }

    private boolean isTooMuch(int more) {
      return held + more > most || isLarge && heldByLarge + more > most / 2;
    }

    /** Null where all that could be cut is the newcomer itself. */
    private @Nullable Share victim(int more) {
      if (large.size() > (isLarge ? 1 : 0)) {
        return large.firstEntry().getValue();
      }
      boolean smallHoldTooMuch = !isLarge || heldByLarge + more <= most / 2;
      return smallHoldTooMuch && small.size() > (isLarge ? 0 : 1)
          ? small.firstEntry().getValue()
          : null;
    }

    private boolean fitsAlone(int more) {
      return bytes + more <= (isLarge ? most / 2 : most);
    }

    private Grown cutItself() {
      close();
      cut.run();
      return Grown.CUT;
    }

    /** The body is whole: it is not cut any more, and holds its bytes until it is closed. */
    void finish() {
      small.remove(age);
      large.remove(age);
    }

    /** Gives everything back. */
    void close() {
      if (isClosed) {
        return;
      }
      isClosed = true;
      finish();
      held -= bytes;
      heldByLarge -= isLarge ? bytes : 0;
      for (int tries = waiting.size(); tries > 0; tries--) {
        waiting.remove().run();
      }
    }
  }
}
