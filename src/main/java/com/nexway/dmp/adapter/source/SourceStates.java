package com.nexway.dmp.adapter.source;

import com.nexway.dmp.adapter.health.Troubles;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How all sources fare. A failure is logged once, and again when its words change; its end is
 * logged as well. Safe for several threads.
 */
public final class SourceStates {
  private static final Logger LOG = LoggerFactory.getLogger(SourceStates.class);

  private final Clock clock;
  private final Troubles troubles = new Troubles(LOG);

  /** When each source that is known was read last without a failure. */
  private final Map<String, Optional<Instant>> lastSuccess = new TreeMap<>();

  /** What each source does now. */
  private final Map<String, String> doing = new HashMap<>();

  public SourceStates(Clock clock) {
    this.clock = clock;
  }

  /**
   * What a source does from now on; one that is configured says so before it does anything.
   *
   * @param what in words, such as {@code reading since 2026-11-24T10:00:00Z}
   */
  public synchronized void doing(String source, String what) {
    lastSuccess.putIfAbsent(source, Optional.empty());
    doing.put(source, what);
  }

  /** A source was read or heard of. */
  public synchronized void succeeded(String source) {
    lastSuccess.put(source, Optional.of(clock.instant()));
  }

  /** Something about a source is wrong that somebody outside can mend. */
  public void failed(String source, String subject, String why) {
    failed(source, subject, why, null);
  }

  /**
   * Something about a source is wrong.
   *
   * @param subject what it is about: a file's absolute path, a word, or empty for the source as a
   *     whole
   * @param why the failure as a sentence
   * @param fault the exception where the program itself is to blame; logged with its trace
   */
  public synchronized void failed(
      String source, String subject, String why, @Nullable Throwable fault) {
    lastSuccess.putIfAbsent(source, Optional.empty());
    troubles.begin(source, subject, why, fault);
  }

  /** What was wrong about a subject is well again. */
  public void mended(String source, String subject) {
    troubles.end(source, subject);
  }

  /** All sources that are configured or were ever heard of, by name. */
  public synchronized List<SourceState> all() {
    List<SourceState> all = new ArrayList<>();
    lastSuccess.forEach(
        (source, last) -> {
          troubles.forget(source, SourceStates::isGone);
          Map<String, String> failures = troubles.of(source);
          String failure = failures.remove("");
          all.add(
              new SourceState(
                  source,
                  last.orElse(null),
                  doing.getOrDefault(source, ""),
                  failure,
                  List.copyOf(failures.values())));
        });
    return all;
  }

  /** A file that somebody took away is no failure any more. */
  private static boolean isGone(String subject) {
    Path file = Path.of(subject);
    return file.isAbsolute() && Files.notExists(file, LinkOption.NOFOLLOW_LINKS);
  }
}
