package com.nexway.dmp.adapter.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexway.dmp.adapter.outbox.DeadLetter;
import com.nexway.dmp.adapter.testing.Seed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever happens, in whatever order: what the rule promises. */
final class AnyHistoryTest {
  private static final long MINUTE = Duration.ofMinutes(1).toMillis();
  private static final long HOUR = Duration.ofHours(1).toMillis();
  private static final long DAY = Duration.ofDays(1).toMillis();

  /** So many live orders may stand before one that is to leave within two seconds. */
  private static final int CROWD = 20;

  @Test
  void promises_hold_in_any_history() {
    Seed.roll(dice -> repeat(150, dice));
  }

  @Test
  @Tag("soak")
  void promises_hold_in_thousands_of_histories() {
    Seed.roll(dice -> repeat(5_000, dice));
  }

  @Test
  void good_ones_keep_four_fifths_of_their_share_beside_any_poison() {
    Seed.roll(
        dice -> {
          for (int i = 0; i < 40; i++) {
            share(1 + dice.nextInt(55), dice.nextBoolean() ? 10 : 100, dice);
          }
        });
  }

  private static void repeat(int times, Random dice) {
    for (int i = 0; i < times; i++) {
      long seed = dice.nextLong();
      try {
        new Story(new Random(seed)).play();
      } catch (AssertionError e) {
        throw new AssertionError("in story " + seed + ": " + e.getMessage(), e);
      }
    }
  }

  private static void share(int percent, int limit, Random dice) {
    PlayedHistory history =
        new PlayedHistory(limit, dice, PlayedHistory.well(PlayedHistory.doubt(500)));
    for (int i = 0; i < 1_500; i++) {
      history.arrives(0, (dice.nextInt(100) < percent ? "poison" : "good") + i, true);
    }
    history.play(Duration.ofHours(1));
    double last = history.of("good").stream().mapToLong(e -> e.over).max().orElse(0);
    double good = history.of("good").size();
    assertThat(good * 1000 / last)
        .as("of %d per second, %d %% poison", limit, percent)
        .isGreaterThan(0.8 * limit * good / 1_500);
  }

  /** One history: poison, outages, kills and orders, as the dice fall. */
  private static final class Story {
    private record Outage(long from, long until, int kind) {
      boolean holds(long now) {
        return now >= from && now < until;
      }

      PlayedHistory.Reply reply(boolean had) {
        return switch (kind) {
          case 0 -> PlayedHistory.doubt(503);
          case 1 -> PlayedHistory.timeout();
          case 2 -> had ? PlayedHistory.fine(true) : PlayedHistory.doubt(500);
          default -> PlayedHistory.lost();
        };
      }
    }

    private final Random dice;
    private final List<Outage> outages = new ArrayList<>();
    private final PlayedHistory history;
    private final Map<WaitingEvent, Integer> crowds = new HashMap<>();
    private final boolean slow;

    Story(Random dice) {
      this.dice = dice;
      this.slow = dice.nextInt(4) == 0;
      this.history = new PlayedHistory(dice.nextBoolean() ? 10 : 50, dice, this::reply);
    }

    private PlayedHistory.Reply reply(WaitingEvent event, boolean had, long now) {
      for (Outage outage : outages) {
        if (outage.holds(now)) {
          return outage.reply(had);
        }
      }
      if (event.isPoison()) {
        return slow ? PlayedHistory.timeout() : PlayedHistory.doubt(500);
      }
      return PlayedHistory.fine(had);
    }

    void play() {
      long end = plan();
      history.play(Duration.ofMillis(end));
      check();
    }

    private long plan() {
      long at = MINUTE;
      for (int i = dice.nextInt(4); i > 0; i--) {
        at += 1 + (long) (dice.nextDouble() * 3 * HOUR);
        long until = at + MINUTE + (long) (dice.nextDouble() * dice.nextDouble() * 10 * HOUR);
        outage(new Outage(at, until, dice.nextInt(4)));
        at = until + 2_000;
      }
      long busy = at + HOUR;
      for (int i = dice.nextInt(5); i > 0; i--) {
        history.killed((long) (dice.nextDouble() * busy));
      }
      arrivals(busy);
      long end = busy + 4 * DAY;
      long each = 30_000 + dice.nextInt(200_000);
      for (long order = each; order < end - HOUR; order += each) {
        order("good order" + order, order);
      }
      return end;
    }

    private void arrivals(long until) {
      for (int i = dice.nextInt(60); i > 0; i--) {
        history.arrives((long) (dice.nextDouble() * until), "poison" + i, dice.nextBoolean());
      }
      long bulk = (long) (dice.nextDouble() * until);
      for (int i = dice.nextInt(300); i > 0; i--) {
        history.arrives(bulk, (dice.nextInt(5) == 0 ? "poison bulk" : "good bulk") + i, false);
      }
      for (int i = dice.nextInt(60); i > 0; i--) {
        order("good" + i, (long) (dice.nextDouble() * until));
      }
    }

    private void order(String customer, long at) {
      history.arrives(at, customer, true);
      history.at(at, () -> crowds.put(history.last(), history.crowd()));
    }

    /** An outage counts nothing of what had not failed before it, at most one of what had. */
    private void outage(Outage outage) {
      outages.add(outage);
      Map<WaitingEvent, Integer> before = new HashMap<>();
      history.at(
          outage.from,
          () -> history.of("").forEach(event -> before.put(event, event.earlier.counted())));
      history.at(
          outage.until,
          () ->
              before.forEach(
                  (event, counted) ->
                      assertThat(event.earlier.counted() - counted)
                          .as("%s in %s", event, outage)
                          .isLessThanOrEqualTo(1)));
      history.at(
          outage.until,
          () ->
              assertThat(
                      history.of("").stream()
                          .filter(e -> e.arrived >= outage.from && e.earlier.counted() > 0))
                  .isEmpty());
    }

    private void check() {
      boolean lost = outages.stream().anyMatch(outage -> outage.kind == 3);
      assertThat(history.of("good").stream().filter(e -> !e.isDelivered())).isEmpty();
      assertThat(history.of("poison").stream().filter(e -> e.dead == null))
          .as("no letter, though others are taken")
          .allMatch(event -> lost && event.isDelivered());
      assertThat(history.of("").stream().filter(e -> e.dead != null))
          .allMatch(event -> event.dead == DeadLetter.Reason.EXHAUSTED);
      crowds.forEach(
          (order, crowd) -> {
            boolean well = outages.stream().noneMatch(o -> o.holds(order.arrived));
            if (well && crowd <= CROWD) {
              assertThat(order.waited())
                  .as("%s behind %d", order, crowd)
                  .isLessThanOrEqualTo(2_000);
            }
          });
    }
  }
}
