package com.nexway.dmp.adapter.source.csv;

import com.nexway.dmp.adapter.source.FileProgress;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** How far the files are that are being read, one a source at a time. Safe for several threads. */
final class ProgressWatch {
  private static final Duration BETWEEN = Duration.ofMinutes(1);

  private final Map<String, Begun> begun = new ConcurrentHashMap<>();
  private final Map<String, FileProgress> current = new ConcurrentHashMap<>();

  /** When and where reading began, and when it was told last. */
  private record Begun(Instant since, double share, Instant told) {}

  /** A batch of a file was stored; its progress where it is time to tell it, once a minute. */
  Optional<FileProgress> at(String source, long rows, double share, Instant now) {
    Begun from = begun.computeIfAbsent(source, name -> new Begun(now, share, now));
    double done = share - from.share();
    double spent = Duration.between(from.since(), now).toMillis();
    long left = done <= 0 ? 0 : (long) (spent * (1 - share) / done);
    FileProgress progress = new FileProgress(source, rows, share, Duration.ofMillis(left));
    current.put(source, progress);
    if (from.told().plus(BETWEEN).isAfter(now)) {
      return Optional.empty();
    }
    begun.put(source, new Begun(from.since(), from.share(), now));
    return Optional.of(progress);
  }

  /** The file of a source is read no more. */
  void end(String source) {
    begun.remove(source);
    current.remove(source);
  }

  Collection<FileProgress> all() {
    return List.copyOf(current.values());
  }
}
