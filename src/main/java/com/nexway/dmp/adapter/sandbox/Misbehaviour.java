package com.nexway.dmp.adapter.sandbox;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One way in which the sandbox misbehaves, and for which requests.
 *
 * <p>As text, one fault a line: what happens, then to which requests. {@code 503 every=50
 * retry-after=2}, {@code 500 containing=jane.doe@}, {@code lost every=100}, {@code hang times=1},
 * {@code cut}, {@code slow=300ms}, {@code 401}.
 *
 * @param kind what happens
 * @param status the status of {@link Kind#ANSWER}, otherwise 0
 * @param retryAfter the Retry-After header of the answer, null for none
 * @param delay how long {@link Kind#SLOW} waits before it answers
 * @param containing only bodies in which this text stands, empty for all
 * @param every only every nth of these requests, 1 for each
 * @param times only so often, 0 without an end
 */
public record Misbehaviour(
    Kind kind,
    int status,
    @Nullable String retryAfter,
    Duration delay,
    String containing,
    int every,
    int times) {

  /** What happens to a request. */
  public enum Kind {
    /** A status other than the right one; the event is not taken, unless the status is 2xx. */
    ANSWER,
    /** The event is taken, and the connection closed without an answer. */
    LOST,
    /** The connection is closed without an answer, and the event is not taken. */
    CUT,
    /** The event is not taken, and there is never an answer. */
    HANG,
    /** The right answer, late. */
    SLOW
  }

  public Misbehaviour {
    if (kind == Kind.ANSWER && (status < 200 || status > 599)) {
      throw new IllegalArgumentException("a fault's status must be 200 to 599, not " + status);
    }
    if (every < 1 || times < 0 || delay.isNegative()) {
      throw new IllegalArgumentException(
          "a fault's 'every' must be 1 or more, 'times' and 'slow' 0 or more");
    }
  }

  public static Misbehaviour answer(int status) {
    return new Misbehaviour(Kind.ANSWER, status, null, Duration.ZERO, "", 1, 0);
  }

  public static Misbehaviour lost() {
    return new Misbehaviour(Kind.LOST, 0, null, Duration.ZERO, "", 1, 0);
  }

  public static Misbehaviour cut() {
    return new Misbehaviour(Kind.CUT, 0, null, Duration.ZERO, "", 1, 0);
  }

  public static Misbehaviour hang() {
    return new Misbehaviour(Kind.HANG, 0, null, Duration.ZERO, "", 1, 0);
  }

  public static Misbehaviour slow(Duration delay) {
    return new Misbehaviour(Kind.SLOW, 0, null, delay, "", 1, 0);
  }

  /** With this Retry-After header: seconds, or an HTTP date. */
  public Misbehaviour retryAfter(String value) {
    return new Misbehaviour(kind, status, value, delay, containing, every, times);
  }

  /** Only bodies in which {@code text} stands. */
  public Misbehaviour containing(String text) {
    return new Misbehaviour(kind, status, retryAfter, delay, text, every, times);
  }

  /** Only every nth request. */
  public Misbehaviour every(int nth) {
    return new Misbehaviour(kind, status, retryAfter, delay, containing, nth, times);
  }

  /** Only the next {@code most} requests. */
  public Misbehaviour times(int most) {
    return new Misbehaviour(kind, status, retryAfter, delay, containing, every, most);
  }

  /**
   * Reads a fault from its text.
   *
   * @throws IllegalArgumentException with a sentence that tells what may stand there
   */
  public static Misbehaviour parse(String text) {
    return FaultText.read(text);
  }

  @Override
  public String toString() {
    StringBuilder text =
        new StringBuilder(
            switch (kind) {
              case ANSWER -> Integer.toString(status);
              case SLOW -> "slow=" + delay.toMillis() + "ms";
              case LOST, CUT, HANG -> kind.name().toLowerCase(Locale.ROOT);
            });
    if (retryAfter != null) {
      text.append(" retry-after=").append(retryAfter.replace(' ', '_'));
    }
    if (!containing.isEmpty()) {
      text.append(" containing=").append(containing);
    }
    if (every > 1) {
      text.append(" every=").append(every);
    }
    if (times > 0) {
      text.append(" times=").append(times);
    }
    return text.toString();
  }
}
