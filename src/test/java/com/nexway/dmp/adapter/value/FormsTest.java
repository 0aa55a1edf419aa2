package com.nexway.dmp.adapter.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormsTest {
  @ParameterizedTest
  @CsvSource({"500ms, PT0.5S", "30s, PT30S", "5m, PT5M", "2h, PT2H", "1d, PT24H", "90 s, PT90S"})
  void times_have_a_unit(String text, Duration time) {
    assertThat(Forms.time("1ms", "2d").read(List.of(text))).contains(time);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"30", "s", "1w", "-1s", "1.5h", "PT30S", "999ms", "61s", "", "9999999999d"})
  void other_times_and_times_beyond_the_limits_are_refused(String text) {
    assertThat(Forms.time("1s", "1m").read(List.of(text))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1024B, 1024", "64KB, 65536", "1MB, 1048576", "1 MiB, 1048576"})
  void sizes_have_a_unit(String text, long bytes) {
    assertThat(Forms.size("1KB", "1MB").read(List.of(text))).contains(bytes);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1024", "1", "1023B", "1025KB", "1TB", "-1KB", "999999999999GB"})
  void other_sizes_and_sizes_beyond_the_limits_are_refused(String text) {
    assertThat(Forms.size("1KB", "1MB").read(List.of(text))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "11", "-1", "5.0", "five", "99999999999", ""})
  void whole_numbers_keep_their_limits(String text) {
    assertThat(Forms.whole(1, 10).read(List.of(text))).isEmpty();
  }

  @Test
  void a_rate_is_a_number_or_unlimited() {
    assertThat(Forms.rate(100).read(List.of("10")).orElseThrow()).hasValue(10);
    assertThat(Forms.rate(100).read(List.of("unlimited")).orElseThrow()).isEmpty();
    assertThat(Forms.rate(100).read(List.of("0"))).isEmpty();
  }

  @Test
  void a_choice_is_written_in_small_letters_and_a_zone_as_iana_does() {
    assertThat(Forms.choice(Thread.State.class).read(List.of("timed-waiting")))
        .contains(Thread.State.TIMED_WAITING);
    assertThat(Forms.choice(Thread.State.class).read(List.of("NEW"))).isEmpty();
    assertThat(Forms.zone().read(List.of("Europe/Paris"))).contains(ZoneId.of("Europe/Paris"));
    assertThat(Forms.zone().read(List.of("+02:00"))).isEmpty();
  }

  @Test
  void a_secret_keeps_its_spaces_and_never_shows() {
    Secret secret = Forms.secret().read(List.of(" a b ")).orElseThrow();

    assertThat(secret.reveal()).isEqualTo(" a b ");
    assertThat(secret).hasToString("(secret)");
  }
}
