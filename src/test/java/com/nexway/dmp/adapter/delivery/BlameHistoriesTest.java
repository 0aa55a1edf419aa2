package com.nexway.dmp.adapter.delivery;

import static com.nexway.dmp.adapter.delivery.PlayedHistory.away;
import static com.nexway.dmp.adapter.delivery.PlayedHistory.doubt;
import static com.nexway.dmp.adapter.delivery.PlayedHistory.fine;
import static com.nexway.dmp.adapter.delivery.PlayedHistory.timeout;
import static com.nexway.dmp.adapter.delivery.PlayedHistory.well;
import static org.assertj.core.api.Assertions.assertThat;

import com.nexway.dmp.adapter.delivery.PlayedHistory.Dmp;
import com.nexway.dmp.adapter.delivery.PlayedHistory.Reply;
import com.nexway.dmp.adapter.outbox.AnswerText;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Optional;
import java.util.Random;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The histories that the rule was made with, and what becomes of their events. */
final class BlameHistoriesTest {
  private static final int LIMIT = 10;
  private static final long BEFORE = Duration.ofMinutes(10).toMillis();
  private static final long SECOND = 1_000;
  private static final long HOUR = Duration.ofHours(1).toMillis();

  @ParameterizedTest
  @CsvSource({
    "PT2M, 90, 90, 100",
    "PT2H, 90, 300, 400",
    "P2D, 90, 360, 3000",
    "PT2M, 2, 3, 150",
    "PT2H, 2, 3, 4200",
    "P2D, 2, 3, 90000"
  })
  void an_outage_counts_nothing_and_ends_soon_after_its_end(
      Duration outage, int each, long firstSeconds, int inVain) {
    long end = BEFORE + outage.toMillis();
    PlayedHistory history = played(LIMIT, away(now -> now >= BEFORE && now < end, doubt(503)));
    history.arrivesEach(Duration.ofSeconds(each), Duration.ofMillis(end + HOUR), "good");
    history.play(Duration.ofMillis(end + 3 * HOUR));
    long first =
        history.of("").stream().mapToLong(e -> e.over).filter(o -> o >= end).min().orElse(0);

    assertThat(history.of("")).allMatch(WaitingEvent::isDelivered);
    assertThat(history.of("")).allMatch(event -> event.earlier.counted() == 0);
    assertThat(first - end).isLessThanOrEqualTo(firstSeconds * SECOND);
    assertThat(history.inVain).isLessThanOrEqualTo(inVain);
    assertThat(history.of("").stream().filter(e -> e.arrived > first))
        .allMatch(event -> event.waited() <= SECOND / 10);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 20, 100})
  void poison_of_a_quiet_shop_is_given_up_after_a_day_and_no_live_order_waits(int poison) {
    PlayedHistory history = played(LIMIT, well(doubt(500)));
    arrive(history, poison, "poison");
    history.arrivesEach(Duration.ofSeconds(90), Duration.ofDays(2), "good");
    history.play(Duration.ofDays(2));

    assertThat(history.of("poison")).allMatch(event -> event.dead != null && event.sent >= 9);
    assertThat(figures(history, "poison", e -> e.over).getMin()).isGreaterThan(20 * HOUR);
    assertThat(figures(history, "poison", e -> e.over).getMax()).isLessThan(25 * HOUR);
    assertThat(figures(history, "good", WaitingEvent::waited).getMax()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"20, 5", "40, 35", "100, 260"})
  void good_ones_pass_customers_that_only_fail(int poison, int seconds) {
    PlayedHistory history = played(LIMIT, well(doubt(500)));
    arrive(history, poison, "poison");
    arrive(history, 5, "good");
    history.play(Duration.ofHours(1));

    assertThat(figures(history, "good", e -> e.over).getMax()).isLessThan(seconds * SECOND);
    assertThat(history.of("good")).allMatch(WaitingEvent::isDelivered);
  }

  @Test
  void a_delivered_body_tells_that_the_door_is_open() {
    PlayedHistory history = played(LIMIT, well(doubt(500)));
    history.arrives(0, "good before", true);
    history.at(60 * SECOND, () -> {});
    for (int i = 0; i < 105; i++) {
      history.arrives(60 * SECOND, (i < 100 ? "poison" : "good") + i, true);
    }
    history.play(Duration.ofHours(1));

    assertThat(figures(history, "good", e -> e.over).getMax()).isLessThan((60 + 110) * SECOND);
  }

  @ParameterizedTest
  @CsvSource({"10, 10, 8", "10, 100, 80", "50, 100, 40", "50, 10, 4"})
  void good_ones_keep_their_share_beside_poison(int percent, int limit, double perSecond) {
    PlayedHistory history = played(limit, well(doubt(500)));
    for (int i = 0; i < 2_000; i++) {
      history.arrives(0, (i * 37 % 100 < percent ? "poison" : "good") + i, true);
    }
    history.play(Duration.ofHours(2));

    double last = figures(history, "good", e -> e.over).getMax();
    assertThat(history.of("good")).allMatch(WaitingEvent::isDelivered);
    assertThat(history.of("good").size() * SECOND / last).isGreaterThan(perSecond);
  }

  @Test
  void a_duplicate_check_that_still_answers_does_not_hide_an_outage() {
    Dmp dmp = (event, had, now) -> had || now < BEFORE ? fine(had) : doubt(500);
    PlayedHistory history = played(LIMIT, dmp);
    history.arrivesEach(Duration.ofSeconds(90), Duration.ofDays(2), "good");
    history.play(Duration.ofDays(2));

    assertThat(history.of("")).allMatch(event -> event.dead == null);
    assertThat(history.of("")).allMatch(event -> event.earlier.counted() == 0);
  }

  @ParameterizedTest
  @CsvSource({"PT1H, 4, 5", "P2D, 7, 20"})
  void a_dmp_that_comes_and_goes_costs_no_good_event(Duration time, int counted, int open) {
    PlayedHistory history = played(LIMIT, away(now -> now % 35_000 >= 5_000, doubt(503)));
    for (int i = 0; i < 2_000; i++) {
      history.arrives(0, "history" + i, false);
    }
    history.arrivesEach(Duration.ofSeconds(30), time, "good");
    history.play(time);

    assertThat(history.of("")).allMatch(event -> event.dead == null);
    assertThat(history.of("")).allMatch(event -> event.earlier.counted() <= counted);
    assertThat(history.of("").stream().filter(WaitingEvent::isOpen).count())
        .isLessThanOrEqualTo(open);
  }

  @Test
  void the_next_events_of_a_customer_whose_event_died_have_three_attempts() {
    PlayedHistory history = played(LIMIT, well(doubt(500)));
    for (int i = 0; i < 30; i++) {
      history.arrives(0, "poison", true);
    }
    history.arrivesEach(Duration.ofSeconds(90), Duration.ofDays(3), "good");
    history.play(Duration.ofDays(3));

    List<WaitingEvent> poison = history.of("poison");
    assertThat(poison).allMatch(event -> event.dead != null);
    assertThat(poison.get(0).earlier.counted()).isEqualTo(7);
    assertThat(poison.subList(1, 30)).allMatch(event -> event.earlier.counted() == 2);
    // Eight attempts take 21.7 h and the waits for another's order; each three of kin 6 minutes.
    assertThat(figures(history, "poison", e -> e.over).getMax()).isBetween(24 * HOUR, 26 * HOUR);
  }

  @Test
  void one_customer_alone_is_never_blamed() {
    PlayedHistory history = played(LIMIT, away(now -> now < 2 * HOUR, doubt(500)));
    for (int i = 0; i < 5; i++) {
      history.arrives(0, "alone", true);
    }
    history.play(Duration.ofHours(1));
    assertThat(history.service()).isEqualTo(Blame.Service.AWAY);

    history.play(Duration.ofHours(3));
    assertThat(history.of("alone")).allMatch(WaitingEvent::isDelivered);
    assertThat(history.of("alone")).allMatch(event -> event.earlier.counted() == 0);
    assertThat(history.service()).isEqualTo(Blame.Service.WELL);
  }

  @Test
  void poison_of_one_customer_alone_is_no_letter_for_ten_days() {
    PlayedHistory history = played(LIMIT, well(doubt(500)));
    history.arrives(0, "poison", true);
    history.play(Duration.ofDays(10));

    assertThat(history.of("poison")).allMatch(e -> e.isOpen() && e.earlier.counted() == 0);
    assertThat(history.requests).isLessThan(4_000);
  }

  @Test
  void an_outage_of_time_outs_counts_nothing() {
    PlayedHistory history =
        played(LIMIT, away(now -> now > BEFORE && now < BEFORE + 2 * HOUR, timeout()));
    history.arrivesEach(Duration.ofSeconds(10), Duration.ofHours(3), "good");
    history.play(Duration.ofHours(4));

    assertThat(history.of("")).allMatch(WaitingEvent::isDelivered);
    assertThat(history.of("")).allMatch(event -> event.earlier.counted() == 0);
  }

  @Test
  void live_orders_do_not_wait_for_a_hundred_customers_that_only_time_out() {
    PlayedHistory history = played(LIMIT, well(timeout()));
    arrive(history, 100, "poison");
    history.arrivesEach(Duration.ofSeconds(90), Duration.ofDays(2), "good");
    history.play(Duration.ofDays(2));

    assertThat(figures(history, "good", WaitingEvent::waited).getMax()).isLessThan(SECOND);
    assertThat(history.of("poison")).allMatch(event -> event.dead != null);
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 64, 1_000})
  void the_end_of_the_process_is_nobodys_attempt(int events) {
    PlayedHistory history = played(LIMIT, away(now -> now < 105 * SECOND, timeout()));
    arrive(history, events, "good");
    for (int i = 1; i <= 25; i++) {
      history.killed(4 * SECOND * i);
    }
    history.play(Duration.ofHours(1));

    assertThat(history.of("good")).allMatch(WaitingEvent::isDelivered);
    assertThat(history.of("good")).allMatch(event -> event.earlier.counted() == 0);
  }

  @Test
  void an_event_that_ends_the_process_is_given_up_after_five_ends() {
    PlayedHistory[] played = new PlayedHistory[1];
    played[0] =
        played(
            LIMIT,
            (event, had, now) -> {
              if (event.isPoison()) {
                played[0].killed(now + 1);
              }
              return event.isPoison() ? timeout() : fine(had);
            });
    arrive(played[0], 1, "poison");
    arrive(played[0], 50, "good");
    played[0].play(Duration.ofHours(1));

    assertThat(played[0].of("poison")).allMatch(event -> event.dead != null && event.sent == 5);
    assertThat(played[0].of("good")).allMatch(WaitingEvent::isDelivered);
  }

  @Test
  void a_second_outage_at_once_costs_an_attempt_at_most() {
    PlayedHistory history =
        played(
            LIMIT,
            away(
                now -> now > 100 * SECOND && now < 400 * SECOND && now / SECOND % 300 != 162,
                doubt(503)));
    history.arrivesEach(Duration.ofSeconds(1), Duration.ofSeconds(2_200), "good");
    history.play(Duration.ofHours(3));

    assertThat(history.of("")).allMatch(WaitingEvent::isDelivered);
    assertThat(history.of("")).allMatch(event -> event.earlier.counted() <= 1);
    assertThat(history.of("").stream().filter(e -> e.earlier.counted() > 0).count())
        .isLessThanOrEqualTo(40);
  }

  @Test
  void an_event_slowed_three_times_while_others_are_taken_was_had() {
    Meaning slow = new Meaning.SlowDown(Optional.empty());
    Dmp dmp = (event, had, now) -> event.isPoison() ? new Reply(slow, 100, false) : fine(had);
    PlayedHistory history = played(LIMIT, dmp);
    arrive(history, 1, "poison");
    history.arrivesEach(Duration.ofSeconds(5), Duration.ofMinutes(5), "good");
    history.play(Duration.ofMinutes(6));

    assertThat(history.of("poison")).allMatch(event -> event.isDelivered() && event.sent >= 3);
    assertThat(history.of("good")).allMatch(WaitingEvent::isDelivered);
  }

  @Test
  void a_pause_that_was_asked_for_before_others_were_taken_lengthens_no_later_outage() {
    Meaning askedFor =
        new Meaning.Doubt(
            new AnswerText(503, "", Instant.EPOCH),
            "It failed.",
            Optional.of(Duration.ofHours(1)),
            false);
    Reply pause = new Reply(askedFor, 100, false);
    Dmp dmp =
        (event, had, now) ->
            event.isPoison()
                ? pause
                : now >= BEFORE && now < BEFORE + 60 * SECOND ? doubt(500) : fine(had);
    PlayedHistory history = played(LIMIT, dmp);
    arrive(history, 1, "poison");
    history.arrivesEach(Duration.ofSeconds(10), Duration.ofMillis(BEFORE - SECOND), "good");
    for (int i = 0; i < 40; i++) {
      history.arrives(BEFORE, "late" + i, false);
    }
    history.play(Duration.ofMinutes(20));

    assertThat(history.of("late")).allMatch(WaitingEvent::isDelivered);
    assertThat(figures(history, "late", e -> e.over).getMax()).isLessThan(BEFORE + 180 * SECOND);
  }

  @Test
  void a_wrong_door_is_tried_once_a_minute_each_time_with_another_event() {
    Reply wrong = new Reply(new Meaning.NoAccess("Mend it."), 100, false);
    PlayedHistory history = played(LIMIT, away(now -> now < HOUR, wrong));
    arrive(history, 200, "good");
    history.play(Duration.ofHours(2));

    assertThat(history.of("good")).allMatch(WaitingEvent::isDelivered);
    assertThat(history.of("good").stream().filter(e -> e.sent > 1).count()).isGreaterThan(45);
    assertThat(history.requests).isBetween(200 + 55, 200 + 66);
  }

  private static PlayedHistory played(int limit, Dmp dmp) {
    return new PlayedHistory(limit, new Random(1), dmp);
  }

  private static void arrive(PlayedHistory history, int number, String customers) {
    for (int i = 0; i < number; i++) {
      history.arrives(0, customers + i, true);
    }
  }

  private static LongSummaryStatistics figures(
      PlayedHistory history, String customers, ToLongFunction<WaitingEvent> figure) {
    return history.of(customers).stream().mapToLong(figure).summaryStatistics();
  }
}
