package com.nexway.dmp.adapter.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexway.dmp.adapter.event.Event;
import com.nexway.dmp.adapter.storage.Location;
import com.nexway.dmp.adapter.testing.SettableClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** An outbox on a real database, its lease held, and the few words that its tests speak in. */
abstract class OnOutbox {
  /** A lease of six seconds; what these settings are by default, config/adapter.yaml says. */
  static final OutboxSettings SETTINGS =
      new OutboxSettings(Duration.ofSeconds(6), 64L * 1024 * 1024);

  static final AnswerText REFUSED = new AnswerText(400, "no such country", Instant.EPOCH);

  final SettableClock clock = new SettableClock();
  final String url;
  Outbox outbox;
  private int senders;
  private long failures;

  OnOutbox(Place place) {
    url = place.freshUrl();
    outbox = open(new Holder("here", 1, 1, ""));
  }

  Outbox open(Holder holder) {
    return Outbox.open(Location.of(url), SETTINGS, clock, clock::nanos, holder);
  }

  @BeforeEach
  void hold_the_lease() {
    outbox.lease().keep();
  }

  @AfterEach
  void close() {
    outbox.close();
  }

  /** As after a restart of the process that was stopped in order. */
  void restart() {
    outbox.lease().release();
    outbox.close();
    outbox = open(new Holder("here", 1, 1, ""));
    outbox.lease().keep();
  }

  /**
   * The sender is lost by a stop, a hand-over or a standstill, and another one sends.
   *
   * @param late what the old one says when it is too late
   */
  void loseTheSender(Random dice, List<Settlement> late) {
    int loss = dice.nextInt(3);
    if (loss == 0) {
      restart();
      return;
    }
    Outbox other = open(new Holder("other", loss, ++senders, ""));
    if (loss == 1) {
      outbox.lease().release();
    } else {
      other.lease().keep();
      clock.tick(Duration.ofSeconds(6));
    }
    assertThat(other.lease().keep().here()).isTrue();
    outbox.settle(late);
    outbox.close();
    outbox = other;
  }

  /** The process is killed, and another one takes over. */
  Outbox afterAKill(Outbox killed) {
    Outbox other = open(new Holder("other", 2, ++senders, ""));
    other.lease().keep();
    clock.tick(Duration.ofSeconds(6));
    assertThat(other.lease().keep().here()).isTrue();
    killed.close();
    return other;
  }

  Accepted accept(Shop shop) {
    return outbox.accept(shop.batch());
  }

  /** Time passes, the lease is kept. */
  void tick(Duration time) {
    clock.tick(time);
    outbox.lease().keep();
  }

  Resent resend(long letter, Event event, boolean forced) {
    return outbox.letters().resend(List.of(new Resend(letter, event, false, forced))).get(0);
  }

  /** A key as the outbox keeps it. */
  String kept(String key) {
    return outbox.pseudonym().key(key);
  }

  /** Whatever comes next. */
  static Wanted next(int most) {
    return new Wanted.Next(most, most, true);
  }

  List<String> claimedKeys(int most) {
    return outbox.claim(next(most)).stream().map(Entry::key).toList();
  }

  Entry claimOne() {
    return outbox.claim(next(1)).get(0);
  }

  void deliver(Entry entry) {
    outbox.settle(List.of(new Settlement.Delivered(entry, false)));
  }

  void later(Entry entry, Duration wait, boolean counts) {
    Earlier earlier = entry.earlier().failedAgain(++failures, counts);
    outbox.settle(
        List.of(new Settlement.Later(entry, clock.instant().plus(wait), "status 500", earlier)));
  }

  void die(Entry entry) {
    outbox.settle(
        List.of(new Settlement.Dead(entry, DeadLetter.Reason.REFUSED, "status 400", REFUSED)));
  }

  /** Claims and delivers until nothing is left; the bodies in their order. */
  List<String> drain() {
    List<String> bodies = new java.util.ArrayList<>();
    for (List<Entry> claimed = outbox.claim(next(7));
        !claimed.isEmpty();
        claimed = outbox.claim(next(7))) {
      claimed.forEach(entry -> bodies.add(new String(entry.body(), StandardCharsets.UTF_8)));
      claimed.forEach(this::deliver);
    }
    return bodies;
  }

  Map<String, Long> numbers(String source) {
    return outbox.counts().stream()
        .filter(count -> count.source().equals(source) && count.number() != 0)
        .collect(Collectors.toMap(count -> count.what().toString(), Count::number));
  }
}
