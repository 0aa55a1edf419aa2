package com.nexway.dmp.adapter.source.webhook;

import com.nexway.dmp.adapter.health.Finding;
import com.nexway.dmp.adapter.health.Part;
import com.nexway.dmp.adapter.text.Sparing;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.ObjIntConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What becomes known of notifications that were turned away: a number by answer, one line for each
 * source and answer in ten minutes, and, for those that the shop signed, words for health. Safe for
 * several threads.
 */
public final class Refusals implements Part {
  private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);
  private static final int KINDS = 1_000;

  /** How long health speaks of a signed notification that was turned away. */
  private static final Duration SPOKEN_OF = Duration.ofDays(1);

  private final ObjIntConsumer<String> numbers;
  private final Clock clock;
  private final Sparing lines;
  private final Map<String, Signed> signed = new LinkedHashMap<>();

  /** The last notification of a source that was signed and turned away. */
  private record Signed(Instant at, WebhookReply reply) {
    String words() {
      return "the shop's own notifications are turned away, the last one at %s (%d): %s; see dead-letters/"
          .formatted(at.truncatedTo(ChronoUnit.SECONDS), reply.status(), reply.words());
    }
  }

  /**
   * @param numbers counts each answer, by source and status
   * @param nanoTime a clock that nobody sets, as {@link System#nanoTime}
   */
  public Refusals(ObjIntConsumer<String> numbers, Clock clock, LongSupplier nanoTime) {
    this.numbers = numbers;
    this.clock = clock;
    this.lines = new Sparing(Sparing.TEN_MINUTES, KINDS, nanoTime, LOG::warn);
  }

  /** A notification was answered. */
  public void answered(String source, WebhookReply reply) {
    numbers.accept(source, reply.status());
    if (reply.status() >= 400 && !reply.equals(WebhookReply.LATER)) {
      lines.say(
          source + " " + reply.status(),
          "%s: a notification was turned away (%d): %s"
              .formatted(source, reply.status(), reply.words()));
    }
  }

  /** A notification that was turned away had been signed by the shop. */
  public synchronized void signed(String source, WebhookReply reply) {
    signed.put(source, new Signed(clock.instant(), reply));
  }

  /** Sources whose shop sends what cannot be taken. */
  @Override
  public synchronized List<Finding> look() {
    signed.values().removeIf(last -> last.at().plus(SPOKEN_OF).isBefore(clock.instant()));
    return signed.entrySet().stream()
        .map(each -> Finding.watch("source " + each.getKey(), each.getValue().words()))
        .toList();
  }
}
