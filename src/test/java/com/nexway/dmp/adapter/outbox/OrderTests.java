package com.nexway.dmp.adapter.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexway.dmp.adapter.record.Lane;
import com.nexway.dmp.adapter.testing.Seed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The order of one customer's events is never wrong, whatever happens: lanes, retries, replaced
 * data, pauses, restarts, lease changes, late words of a sender that lost its lease.
 */
abstract class OrderTests extends OnOutbox {
  private static final int CUSTOMERS = 6;
  private static final int STEPS = 250;

  private final Model model = new Model();
  private final List<Entry> onTheirWay = new ArrayList<>();
  private Random random = new Random(0);
  private int events;
  private long failed;

  OrderTests(Place place) {
    super(place);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void one_customers_events_keep_their_order(long seed) {
    play(new Random(seed));
  }

  @Test
  @Tag("soak")
  void one_customers_events_keep_their_order_in_many_rounds() {
    Seed.rollFor(Duration.ofSeconds(40), this::play);
  }

  private void play(Random dice) {
    random = dice;
    for (int step = 0; step < STEPS; step++) {
      int side = random.nextInt(20);
      if (side < 6) {
        acceptSome();
      } else if (side < 12) {
        claimSome();
      } else if (side < 17) {
        settleSome();
      } else if (side == 17) {
        tick(Duration.ofSeconds(random.nextInt(90)));
      } else if (side == 18) {
        pauseOrResume();
      } else {
        loseTheSender();
      }
    }
    deliverTheRest();
    assertThat(model.left()).isEmpty();
    assertThat(numbers("a")).doesNotContainKeys("waiting", "retrying");
    assertThat(numbers("b")).doesNotContainKeys("waiting", "retrying");
  }

  private void acceptSome() {
    String source = random.nextBoolean() ? "a" : "b";
    Lane lane = random.nextInt(3) == 0 ? Lane.LIVE : Lane.BACKFILL;
    Shop shop = Shop.of(source, lane);
    int count = 1 + random.nextInt(5);
    for (int i = 0; i < count; i++) {
      String customer = "c" + random.nextInt(CUSTOMERS) + "@x.com";
      String content = "n" + ++events;
      String key = random.nextInt(3) == 0 ? "send data:" + customer : "order:" + events;
      String action = key.startsWith("order") ? "order" : "send data";
      shop.with(Shop.event(action, key, customer, content, null));
      model.accepted(customer, kept(key), content);
    }
    accept(shop);
  }

  private void claimSome() {
    for (Entry entry : outbox.claim(next(1 + random.nextInt(4)))) {
      model.claimed(entry);
      onTheirWay.add(entry);
    }
  }

  private void settleSome() {
    List<Settlement> settlements = new ArrayList<>();
    while (!onTheirWay.isEmpty() && random.nextInt(4) > 0) {
      Entry entry = onTheirWay.remove(random.nextInt(onTheirWay.size()));
      int dice = random.nextInt(10);
      if (dice < 6) {
        settlements.add(new Settlement.Delivered(entry, dice == 0));
        model.over(entry);
      } else if (dice < 9) {
        Duration wait = Duration.ofSeconds(random.nextInt(60));
        settlements.add(
            new Settlement.Later(
                entry,
                clock.instant().plus(wait),
                "500",
                entry.earlier().failedAgain(++failed, dice == 8)));
        model.later(entry);
      } else {
        settlements.add(new Settlement.Dead(entry, DeadLetter.Reason.REFUSED, "400", REFUSED));
        model.over(entry);
      }
    }
    outbox.settle(settlements);
  }

  private void pauseOrResume() {
    if (random.nextBoolean()) {
      outbox.pause("a", "for a while");
    } else {
      outbox.resume("a");
    }
  }

  private void loseTheSender() {
    List<Settlement> late = new ArrayList<>();
    onTheirWay.forEach(entry -> late.add(new Settlement.Delivered(entry, false)));
    loseTheSender(random, late);
    onTheirWay.clear();
    model.lost();
  }

  private void deliverTheRest() {
    outbox.resume("a");
    onTheirWay.forEach(
        entry -> {
          deliver(entry);
          model.over(entry);
        });
    onTheirWay.clear();
    for (int idle = 0; idle < 3; idle++) {
      for (List<Entry> next = outbox.claim(next(5));
          !next.isEmpty();
          next = outbox.claim(next(5))) {
        next.forEach(model::claimed);
        next.forEach(this::deliver);
        next.forEach(model::over);
        idle = 0;
      }
      tick(Duration.ofMinutes(2));
    }
  }
}
