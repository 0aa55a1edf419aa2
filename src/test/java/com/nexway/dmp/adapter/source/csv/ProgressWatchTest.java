package com.nexway.dmp.adapter.source.csv;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexway.dmp.adapter.source.FileProgress;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ProgressWatchTest {
  private static final Instant BEGIN = Instant.parse("2026-03-01T10:00:00Z");

  private final ProgressWatch watch = new ProgressWatch();

  @Test
  void progress_is_told_once_a_minute_and_known_all_the_time() {
    assertThat(watch.at("orders", 1_000, 0.1, BEGIN)).isEmpty();
    assertThat(watch.at("orders", 2_000, 0.2, BEGIN.plusSeconds(59))).isEmpty();
    assertThat(watch.at("orders", 3_000, 0.3, BEGIN.plusSeconds(60))).isPresent();
    assertThat(watch.at("orders", 4_000, 0.4, BEGIN.plusSeconds(61))).isEmpty();
    assertThat(watch.at("orders", 5_000, 0.5, BEGIN.plusSeconds(121))).isPresent();

    assertThat(watch.all()).extracting(FileProgress::rows).containsExactly(5_000L);
    watch.end("orders");
    assertThat(watch.all()).isEmpty();
  }

  @Test
  void the_time_left_is_reckoned_from_where_this_run_began() {
    watch.at("orders", 600_000, 0.6, BEGIN);

    FileProgress far = watch.at("orders", 700_000, 0.7, BEGIN.plusSeconds(60)).orElseThrow();

    assertThat(far.left()).isBetween(Duration.ofSeconds(179), Duration.ofSeconds(181));
    assertThat(far.words()).isEqualTo("700000 rows, 70 %, about 3 min left");
  }

  @ParameterizedTest
  @CsvSource({"0,1 s", "59,59 s", "60,1 min", "7199,119 min", "7200,2 h"})
  void times_are_told_as_people_say_them(long seconds, String words) {
    assertThat(new FileProgress("a", 1, 0.5, Duration.ofSeconds(seconds)).words())
        .endsWith("about " + words + " left");
  }
}
