package com.nexway.dmp.adapter.source.csv;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * What is known of the files in a folder from one look to the next: since when each keeps its size
 * and date, and when it may be tried again.
 */
final class FileWatch {
  private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
  private static final int MOST = 10_000;

  private final Map<Path, Seen> files = new HashMap<>();

  /** One file as it was when last looked at. */
  static final class Seen {
    private final long size;
    private final FileTime date;
    private final Instant since;
    private int failures;
    private Instant notBefore = Instant.MIN;
    private boolean refused;
    private boolean stayed;

    private Seen(long size, FileTime date, Instant since) {
      this.size = size;
      this.date = date;
      this.since = since;
    }

    /** Whether it still has the size and date that it had. */
    boolean is(long sizeNow, FileTime dateNow) {
      return size == sizeNow && date.equals(dateNow);
    }

    /** How many bytes it has. */
    long size() {
      return size;
    }

    /** Whether it kept its size and date for a time, over two looks at least. */
    boolean isSettled(Duration settleTime, Instant now) {
      return now.isAfter(since) && !since.plus(settleTime).isAfter(now);
    }

    boolean mayBeTried(Instant now) {
      return !refused && !notBefore.isAfter(now);
    }

    /** It is not looked at again before it changes. */
    void refuse() {
      refused = true;
    }

    /** It was read, and could not be moved away. */
    void stays(Instant now) {
      stayed = true;
      failed(now);
    }

    boolean hasStayed() {
      return stayed;
    }

    /** It is tried again later, and later each time. */
    Duration failed(Instant now) {
      Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(failures, 20));
      wait = wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
      failures++;
      notBefore = now.plus(wait);
      return wait;
    }
  }

  /** Looks at a file; what was known of it is forgotten where its size or date changed. */
  Seen look(Path file, long size, FileTime date, Instant now) {
    Seen known = files.get(file);
    if (known != null && known.is(size, date)) {
      return known;
    }
    if (files.size() >= MOST) {
      files.keySet().removeIf(Files::notExists);
    }
    Seen seen = new Seen(size, date, now);
    files.put(file, seen);
    return seen;
  }

  /** What is known of a file; of one that was never looked at, that it is another now. */
  Seen known(Path file) {
    return files.getOrDefault(
        file, new Seen(Long.MAX_VALUE, FileTime.from(Instant.MIN), Instant.MAX));
  }

  void forget(Path file) {
    files.remove(file);
  }
}
