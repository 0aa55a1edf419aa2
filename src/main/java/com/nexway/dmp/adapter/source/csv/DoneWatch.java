package com.nexway.dmp.adapter.source.csv;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;

/**
 * Files that were read and moved away a moment ago: an upload that had only paused goes on writing
 * there, unseen.
 */
final class DoneWatch {
  private static final Duration WATCHED = Duration.ofMinutes(10);
  private static final int MOST = 1_000;

  private final Queue<Done> files = new ArrayDeque<>();

  /**
   * A file that is done.
   *
   * @param now where it is
   * @param before where it was dropped
   * @param size how many bytes of it were read
   */
  record Done(Path now, Path before, long size, Instant since) {
    boolean hasGrown() throws IOException {
      return Files.exists(now) && Files.size(now) > size;
    }
  }

  void add(Done file) {
    if (files.size() >= MOST) {
      files.remove();
    }
    files.add(file);
  }

  /** Those that grew since they were read; they are watched no more. */
  List<Done> grown(Instant now) throws IOException {
    List<Done> grown = new ArrayList<>();
    for (Iterator<Done> each = files.iterator(); each.hasNext(); ) {
      Done file = each.next();
      boolean hasGrown = file.hasGrown();
      if (hasGrown) {
        grown.add(file);
      }
      if (hasGrown || file.since().plus(WATCHED).isBefore(now)) {
        each.remove();
      }
    }
    return grown;
  }
}
