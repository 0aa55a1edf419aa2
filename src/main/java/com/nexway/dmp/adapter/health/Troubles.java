package com.nexway.dmp.adapter.health;

import com.nexway.dmp.adapter.text.Sparing;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/**
 * What is wrong until it is mended: health shows it as long as it lasts, and the log hears of it
 * once, of its end once, and of what comes and goes all the time once in ten minutes. Safe for
 * several threads.
 */
public final class Troubles {
  /** Most subjects of one part; what comes beyond them is not remembered. */
  private static final int MOST = 100;

  private static final int KINDS = 1_000;

  private final Logger log;
  private final Sparing begins;
  private final Sparing ends;
  private final Map<String, Map<String, String>> parts = new TreeMap<>();

  /**
   * @param log where it is told
   */
  public Troubles(Logger log) {
    this.log = log;
    this.begins = new Sparing(Sparing.TEN_MINUTES, KINDS, System::nanoTime, log::warn);
    this.ends = new Sparing(Sparing.TEN_MINUTES, KINDS, System::nanoTime, log::info);
  }

  /** Something about a part is wrong. */
  public void begin(String part, String subject, String words) {
    begin(part, subject, words, null);
  }

  /**
   * Something about a part is wrong.
   *
   * @param subject what it is about, such as a file; one subject is wrong in one way at a time
   * @param words what is wrong and what to do, as a sentence
   * @param fault the exception where the program itself is to blame; logged with its trace
   */
  public synchronized void begin(
      String part, String subject, String words, @Nullable Throwable fault) {
    Map<String, String> of = parts.computeIfAbsent(part, name -> new LinkedHashMap<>());
    if (of.size() >= MOST && !subject.isEmpty() && !of.containsKey(subject)) {
      return;
    }
    String before = of.put(subject, words);
    if (fault != null && before == null) {
      log.warn("{}: {}", part, words, fault);
    } else if (!words.equals(before)) {
      begins.say(part + " " + subject, part + ": " + words);
    }
  }

  /** What was wrong about a subject is well again. */
  public synchronized void end(String part, String subject) {
    Map<String, String> of = parts.get(part);
    if (of != null && of.remove(subject) != null) {
      ends.say(part + " " + subject, part + ": all is well again");
    }
  }

  /** Subjects that no longer exist are forgotten. */
  public synchronized void forget(String part, Predicate<String> subject) {
    Map<String, String> of = parts.get(part);
    if (of != null) {
      of.keySet().removeIf(subject);
    }
  }

  /** What is wrong about a part now, by subject, the oldest first. */
  public synchronized Map<String, String> of(String part) {
    return new LinkedHashMap<>(parts.getOrDefault(part, Map.of()));
  }
}
