package com.nexway.dmp.adapter.source.csv;

import com.nexway.dmp.adapter.source.FileProgress;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** How far the files are that are being read, one a source at a time. Safe for several threads. */
final class ProgressWatch {
  private static final Duration BETWEEN = Duration.ofMinutes(1);

  private final Map<String, Read> files = new ConcurrentHashMap<>();

  /** When and where reading began, when it was told last, and how far it is. */
  private record Read(Instant since, double share, Instant told, FileProgress far) {}

  /** A batch of a file was stored; its progress where it is time to tell it, once a minute. */
  Optional<FileProgress> at(String source, long rows, double share, Instant now) {
    Read before = files.get(source);
    Instant since = before == null ? now : before.since();
    double begun = before == null ? share : before.share();
    double done = share - begun;
    double spent = Duration.between(since, now).toMillis();
    long left = done <= 0 ? 0 : (long) (spent * (1 - share) / done);
    FileProgress far = new FileProgress(source, rows, share, Duration.ofMillis(left));
    boolean isTime = before != null && !before.told().plus(BETWEEN).isAfter(now);
    Instant told = before == null || isTime ? now : before.told();
    files.put(source, new Read(since, begun, told, far));
    return isTime ? Optional.of(far) : Optional.empty();
  }

  /** The file of a source is read no more. */
  void end(String source) {
    files.remove(source);
  }

  Collection<FileProgress> all() {
    return files.values().stream().map(Read::far).toList();
  }
}
