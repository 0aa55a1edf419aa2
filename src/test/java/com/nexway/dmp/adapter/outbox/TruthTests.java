package com.nexway.dmp.adapter.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexway.dmp.adapter.record.Lane;
import com.nexway.dmp.adapter.testing.Seed;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the DMP believes of a record at last is what its source showed at last, although it drops a
 * body that it has seen before, records go back and forth, and answers get lost.
 */
abstract class TruthTests extends OnOutbox {
  private static final List<String> KEYS =
      List.of("order:1", "order:22", "order:333", "send data:a", "send data:bb");
  private static final int STEPS = 300;

  private final Map<String, String> shown = new HashMap<>();
  private final Map<String, String> believed = new HashMap<>();
  private final Set<String> seen = new HashSet<>();

  TruthTests(Place place) {
    super(place);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void the_dmp_believes_at_last_what_the_source_shows(long seed) {
    play(new Random(seed));
  }

  @Test
  @Tag("soak")
  void the_dmp_believes_at_last_what_the_source_shows_in_many_rounds() {
    Seed.rollFor(Duration.ofSeconds(40), this::play);
  }

  private void play(Random random) {
    for (int step = 0; step < STEPS; step++) {
      switch (random.nextInt(16)) {
        case 0, 1, 2 -> show(random);
        case 3, 4, 5 -> tick(Duration.ofSeconds(random.nextInt(20)));
        case 6 -> loseTheSender(random);
        default -> send(random);
      }
    }
    tick(Duration.ofMinutes(1));
    for (List<Entry> next = outbox.claim(next(9)); !next.isEmpty(); next = outbox.claim(next(9))) {
      next.forEach(entry -> answer(entry, false));
    }
    assertThat(believed).isEqualTo(shown);
    assertThat(numbers("shop")).doesNotContainKeys("waiting", "retrying");
  }

  private void show(Random random) {
    Shop shop = Shop.of("shop", random.nextBoolean() ? Lane.LIVE : Lane.BACKFILL);
    for (int i = 0; i <= random.nextInt(3); i++) {
      String key = KEYS.get(random.nextInt(KEYS.size()));
      String content = List.of("A", "B", "C").get(random.nextInt(3));
      String action = key.startsWith("order") ? "order" : "send data";
      shop.with(Shop.event(action, key, "c" + key.length() + "@x.com", content, null));
      shown.put(kept(key), content);
    }
    accept(shop);
  }

  private void send(Random random) {
    for (Entry entry : outbox.claim(next(1 + random.nextInt(3)))) {
      int dice = random.nextInt(6);
      if (dice == 0) {
        later(entry, Duration.ofSeconds(random.nextInt(30)), true);
      } else {
        answer(entry, dice == 1);
      }
    }
  }

  /** Some of what is on its way arrives, and nobody hears of it. */
  private void loseTheSender(Random random) {
    List<Settlement> late = new ArrayList<>();
    for (Entry entry : outbox.claim(next(3))) {
      if (random.nextBoolean()) {
        arrive(entry);
        late.add(new Settlement.Delivered(entry, false));
      }
    }
    loseTheSender(random, late);
  }

  private void answer(Entry entry, boolean lost) {
    boolean isNew = arrive(entry);
    if (lost) {
      later(entry, Duration.ofSeconds(1), true);
    } else {
      outbox.settle(List.of(new Settlement.Delivered(entry, !isNew)));
    }
  }

  /** Whether the DMP sees it for the first time. */
  private boolean arrive(Entry entry) {
    String body = new String(entry.body(), StandardCharsets.UTF_8);
    boolean isNew = seen.add(body);
    if (isNew) {
      believed.put(entry.key(), body.replaceFirst(".*paymentStatus\":\"(.)\".*", "$1"));
    }
    assertThat(isNew || entry.tries() > 1).as("a body seen before was tried before").isTrue();
    return isNew;
  }
}
