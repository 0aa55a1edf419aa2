package com.nexway.dmp.adapter.text;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Tells what happens often without filling a log: the first of a kind at once, then one counted
 * line for each kind and period, {@code "…, 27 times in the last ten minutes"}, with the last words
 * that were given. A kind that rested for a whole period is told at once again.
 *
 * <p>It has no thread of its own: what is due is told when something else is said, by {@link
 * #tell}, and by {@link #tellAll}, which a route calls each minute. Safe for several threads.
 */
public final class Sparing {
  /** For what a shop owner should see soon, and not all the time. */
  public static final Duration TEN_MINUTES = Duration.ofMinutes(10);

  private static final String REST = "";

  /** All that are in use, so that the last count of each is told although nothing follows it. */
  private static final Set<Sparing> ALL =
      Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

  private final Duration period;
  private final int kinds;
  private final LongSupplier nanoTime;
  private final Consumer<String> log;
  private final Map<String, Kind> open = new HashMap<>();

  private static final class Kind {
    private long since;
    private long times;
    private String words = "";
  }

  /**
   * @param period how long a kind is silent after a line
   * @param kinds most kinds that are counted apart; the others are one kind together
   * @param nanoTime a clock that nobody sets, as {@link System#nanoTime}
   * @param log takes each line
   */
  public Sparing(Duration period, int kinds, LongSupplier nanoTime, Consumer<String> log) {
    this.period = period;
    this.kinds = kinds;
    this.nanoTime = nanoTime;
    this.log = log;
    ALL.add(this);
  }

  /** Tells all that was counted, wherever it was, in periods that are over. */
  public static void tellAll() {
    List.copyOf(ALL).forEach(Sparing::tell);
  }

  /**
   * Something happened.
   *
   * @param kind what is counted together, such as a source and a reason; a few words
   * @param words the line, without an end mark
   */
  public void say(String kind, String words) {
    say(kind, words, 1);
  }

  /**
   * Something happened several times at once.
   *
   * @param times how often, 1 or more
   */
  public void say(String kind, String words, long times) {
    List<String> lines = new ArrayList<>();
    synchronized (this) {
      long now = nanoTime.getAsLong();
      due(now, lines);
      String counted = open.containsKey(kind) || open.size() < kinds ? kind : REST;
      Kind known = open.get(counted);
      if (known == null) {
        Kind first = new Kind();
        first.since = now;
        first.times = times - 1;
        first.words = words;
        open.put(counted, first);
        lines.add(words);
      } else {
        known.times += times;
        known.words = words;
      }
    }
    lines.forEach(log);
  }

  /** Tells what was counted in periods that are over. */
  public void tell() {
    List<String> lines = new ArrayList<>();
    synchronized (this) {
      due(nanoTime.getAsLong(), lines);
    }
    lines.forEach(log);
  }

  private void due(long now, List<String> lines) {
    for (Iterator<Kind> each = open.values().iterator(); each.hasNext(); ) {
      Kind kind = each.next();
      Duration passed = Duration.ofNanos(now - kind.since);
      if (passed.compareTo(period) < 0) {
        continue;
      }
      if (kind.times == 0) {
        each.remove();
      } else {
        lines.add("%s, %s in the last %s".formatted(kind.words, times(kind.times), about(passed)));
        kind.since = now;
        kind.times = 0;
      }
    }
  }

  private static String times(long times) {
    return times == 1 ? "once more" : times + " times";
  }

  /** A length of time in the largest unit of which it holds two, or in minutes. */
  static String about(Duration time) {
    long seconds = Math.max(1, time.toSeconds());
    if (seconds < 60) {
      return seconds == 1 ? "second" : seconds + " seconds";
    }
    long minutes = Math.round(seconds / 60.0);
    if (minutes < 120) {
      return minutes == 1 ? "minute" : minutes == 10 ? "ten minutes" : minutes + " minutes";
    }
    long hours = minutes / 60;
    return hours < 48 ? hours + " hours" : hours / 24 + " days";
  }
}
