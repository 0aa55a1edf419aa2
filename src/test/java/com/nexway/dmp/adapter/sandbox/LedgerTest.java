package com.nexway.dmp.adapter.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What the sandbox counts by itself: the busiest second, the bodies seen. */
final class LedgerTest {
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  @Test
  void ten_requests_a_second_apart_from_the_next_ten_make_ten() {
    BusiestSecond busiest = new BusiestSecond();

    for (int i = 0; i < 10; i++) {
      busiest.add(i);
      busiest.add(i + SECOND);
    }

    assertThat(busiest.most()).isEqualTo(10);
  }

  @Test
  void the_eleventh_within_the_second_is_told() {
    BusiestSecond busiest = new BusiestSecond();

    for (int i = 0; i < 10; i++) {
      busiest.add(Long.MAX_VALUE - 5 + i * (SECOND / 10));
    }
    busiest.add(Long.MAX_VALUE - 5 + SECOND - 1);

    assertThat(busiest.most()).isEqualTo(11);
  }

  @Test
  void the_busiest_second_is_what_counting_each_window_by_hand_gives() {
    Random random = new Random(7);
    long[] arrivals = new long[3_000];
    long now = 0;
    BusiestSecond busiest = new BusiestSecond();
    for (int i = 0; i < arrivals.length; i++) {
      now += random.nextInt(100) == 0 ? SECOND / 3 : random.nextInt(20_000_000);
      arrivals[i] = now;
    }

    for (int i = 0; i < arrivals.length; i += 2) {
      busiest.add(arrivals[i + 1]);
      busiest.add(arrivals[i]);
    }

    int most = 0;
    for (int i = 0; i < arrivals.length; i++) {
      int in = 0;
      while (i + in < arrivals.length && arrivals[i + in] - arrivals[i] < SECOND) {
        in++;
      }
      most = Math.max(most, in);
    }
    assertThat(busiest.most()).isBetween(most, most + 1).isGreaterThan(60);
  }

  @Test
  void a_hundred_thousand_bodies_are_each_new_once() {
    SeenBodies seen = new SeenBodies();
    Random random = new Random(1);
    byte[][] hashes = new byte[100_000][32];
    for (byte[] hash : hashes) {
      random.nextBytes(hash);
    }

    for (byte[] hash : hashes) {
      assertThat(seen.contains(hash)).isFalse();
      assertThat(seen.add(hash)).isTrue();
    }

    for (byte[] hash : hashes) {
      assertThat(seen.add(hash)).isFalse();
    }
  }

  @Test
  void bodies_whose_hashes_fall_into_one_place_are_told_apart() {
    SeenBodies seen = new SeenBodies();
    for (int i = 0; i < 100; i++) {
      byte[] hash = ByteBuffer.allocate(32).putLong(0, i * 2L).array();

      assertThat(seen.add(hash)).isTrue();
    }
  }
}
