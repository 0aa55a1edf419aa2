package com.nexway.dmp.adapter.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexway.dmp.adapter.record.Lane;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
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
    Random random = new Random(seed);
    for (int step = 0; step < STEPS; step++) {
      switch (random.nextInt(5)) {
        case 0 -> show(random);
        case 1, 2, 3 -> send(random);
        default -> tick(Duration.ofSeconds(random.nextInt(20)));
      }
    }
    tick(Duration.ofMinutes(1));
    for (List<Entry> next = outbox.claim(9); !next.isEmpty(); next = outbox.claim(9)) {
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
      shown.put(key, content);
    }
    accept(shop);
  }

  private void send(Random random) {
    for (Entry entry : outbox.claim(1 + random.nextInt(3))) {
      int dice = random.nextInt(6);
      if (dice == 0) {
        later(entry, Duration.ofSeconds(random.nextInt(30)), true);
      } else {
        answer(entry, dice == 1);
      }
    }
  }

  private void answer(Entry entry, boolean lost) {
    String body = new String(entry.body(), StandardCharsets.UTF_8);
    boolean isNew = seen.add(body);
    if (isNew) {
      believed.put(entry.key(), body.replaceFirst(".*paymentStatus\":\"(.)\".*", "$1"));
    }
    assertThat(isNew || entry.tries() > 1).as("a body seen before was tried before").isTrue();
    if (lost) {
      later(entry, Duration.ofSeconds(1), true);
    } else {
      outbox.settle(List.of(new Settlement.Delivered(entry, !isNew)));
    }
  }
}
