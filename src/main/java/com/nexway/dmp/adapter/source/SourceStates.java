package com.nexway.dmp.adapter.source;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
  private static final int MOST_FAILURES = 100;

  private final Clock clock;
  private final Map<String, State> states = new TreeMap<>();

  private static final class State {
    private @Nullable Instant lastSuccess;
    private final Map<String, String> failures = new LinkedHashMap<>();
  }

  public SourceStates(Clock clock) {
    this.clock = clock;
  }

  /** A source was read or heard of. */
  public synchronized void succeeded(String source) {
    state(source).lastSuccess = clock.instant();
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
    Map<String, String> failures = state(source).failures;
    boolean known = subject.isEmpty() || failures.containsKey(subject);
    if (!known && failures.size() >= MOST_FAILURES) {
      return;
    }
    if (!why.equals(failures.put(subject, why))) {
      LOG.warn("{}: {}", source, why, fault);
    }
  }

  /** What was wrong about a subject is well again. */
  public synchronized void mended(String source, String subject) {
    if (state(source).failures.remove(subject) != null) {
      LOG.info("{}: all is well again", source);
    }
  }

  /** All sources that were ever heard of, by name. */
  public synchronized List<SourceState> all() {
    List<SourceState> all = new ArrayList<>();
    states.forEach(
        (source, state) -> {
          state.failures.keySet().removeIf(SourceStates::isGone);
          all.add(
              new SourceState(
                  source, state.lastSuccess, state.failures.get(""), toMend(state.failures)));
        });
    return all;
  }

  private static List<String> toMend(Map<String, String> failures) {
    return failures.entrySet().stream()
        .filter(failure -> !failure.getKey().isEmpty())
        .map(Map.Entry::getValue)
        .toList();
  }

  /** A file that somebody took away is no failure any more. */
  private static boolean isGone(String subject) {
    Path file = Path.of(subject);
    return file.isAbsolute() && Files.notExists(file);
  }

  private State state(String source) {
    return states.computeIfAbsent(source, name -> new State());
  }
}
