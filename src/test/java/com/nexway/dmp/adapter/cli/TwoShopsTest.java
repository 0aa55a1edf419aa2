package com.nexway.dmp.adapter.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nexway.dmp.adapter.sandbox.Sandbox;
import com.nexway.dmp.adapter.testing.AdapterProcess;
import com.nexway.dmp.adapter.testing.NumberedShop;
import com.nexway.dmp.adapter.testing.Seed;
import com.nexway.dmp.adapter.testing.TestHome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two shops with the same order numbers, each telling of every order three times: each order of
 * each shop arrives once, whatever is killed meanwhile.
 */
final class TwoShopsTest {
  private static final int WAYS = 3;
  private static final int TOLD_AT_A_TIME = 150;

  @TempDir Path home;

  /** An order of a shop, told by one of its ways. */
  private record Telling(int shop, int way, int order) {}

  @Test
  @Tag("soak")
  void each_of_ten_thousand_orders_arrives_once_with_twenty_kills() {
    Seed.roll(dice -> told(dice, 5_000, 20));
  }

  private void told(Random dice, int orders, int kills) throws IOException {
    TestHome.in(home);
    try (Sandbox dmp = Sandbox.start();
        NumberedShop newer = NumberedShop.in(home, "newer", 20);
        NumberedShop older = NumberedShop.in(home, "older", 10)) {
      List<NumberedShop> shops = List.of(newer, older);
      List<Telling> tellings = tellings(dice, orders);
      int portion = tellings.size() / (kills + 1) + 1;
      for (int from = 0; from < tellings.size(); from += portion) {
        try (AdapterProcess adapter = run(dmp, shops)) {
          adapter.awaitOutput("Ready.");
          tell(shops, tellings.subList(from, Math.min(tellings.size(), from + portion)));
          long some = dmp.stats().taken() + dice.nextInt(orders / (kills + 1));
          await().until(() -> dmp.stats().taken() >= Math.min(some, orders));
        }
      }
      try (AdapterProcess adapter = run(dmp, shops)) {
        await()
            .until(
                () ->
                    dmp.stats().taken() >= 2L * orders
                        && newer.unanswered() + older.unanswered() == 0);
        assertThat(adapter.stop()).isZero();
      }

      assertThat(newer.wrongAt(dmp, orders)).isEmpty();
      assertThat(older.wrongAt(dmp, orders)).isEmpty();
      assertThat(dmp.stats().taken()).isEqualTo(2L * orders);
    }
  }

  private static List<Telling> tellings(Random dice, int orders) {
    List<Telling> tellings = new ArrayList<>();
    for (int shop = 0; shop < 2; shop++) {
      for (int way = 0; way < WAYS; way++) {
        for (int order = 1; order <= orders; order++) {
          tellings.add(new Telling(shop, way, order));
        }
      }
    }
    Collections.shuffle(tellings, dice);
    return tellings;
  }

  private static void tell(List<NumberedShop> shops, List<Telling> tellings) {
    for (int from = 0; from < tellings.size(); from += TOLD_AT_A_TIME) {
      List<Telling> some = tellings.subList(from, Math.min(tellings.size(), from + TOLD_AT_A_TIME));
      IntStream.range(0, shops.size() * WAYS)
          .forEach(
              i ->
                  shops
                      .get(i / WAYS)
                      .tell(
                          i % WAYS,
                          some.stream()
                              .filter(t -> t.shop == i / WAYS && t.way == i % WAYS)
                              .map(Telling::order)
                              .toList()));
    }
  }

  private AdapterProcess run(Sandbox dmp, List<NumberedShop> shops) {
    List<String> settings = new ArrayList<>(NumberedShop.secret());
    settings.addAll(List.of("DMP_PER_SECOND", "unlimited"));
    shops.forEach(shop -> settings.addAll(shop.settings()));
    AdapterProcess adapter = AdapterProcess.run(home, dmp, settings.toArray(String[]::new));
    shops.forEach(shop -> shop.postTo(adapter::webhook));
    return adapter;
  }
}
