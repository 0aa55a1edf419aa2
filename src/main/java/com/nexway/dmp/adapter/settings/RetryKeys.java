package com.nexway.dmp.adapter.settings;

import com.nexway.dmp.adapter.delivery.RetrySettings;
import java.time.Duration;
import java.util.List;

/** {@code retry:}: when a request is made again. */
final class RetryKeys {
  static final Key<Integer> ATTEMPTS = Key.of("retry.attempts", Forms.whole(1, 100), "8");
  static final Key<Duration> FIRST = Key.of("retry.first", Forms.time("10ms", "1h"), "1m");
  static final Key<Integer> FACTOR = Key.of("retry.factor", Forms.whole(1, 10), "4");
  static final Key<Duration> LONGEST = Key.of("retry.longest", Forms.time("10ms", "7d"), "8h");
  static final Key<Double> JITTER = Key.of("retry.jitter", Forms.percent(50), "20%");
  static final Key<Duration> AWAY_FIRST =
      Key.of("retry.away-first", Forms.time("10ms", "1h"), "1s");
  static final Key<Duration> AWAY_LONGEST =
      Key.of("retry.away-longest", Forms.time("10ms", "1d"), "5m");
  static final Key<Duration> DOOR_PROBE =
      Key.of("retry.door-probe", Forms.time("10ms", "1d"), "1m");
  static final Key<Duration> DUPLICATE_CHECK =
      Key.of("retry.duplicate-check", Forms.time("10ms", "1h"), "60s");
  static final Key<Duration> LONGEST_RETRY_AFTER =
      Key.of("retry.longest-retry-after", Forms.time("1s", "7d"), "1h");
  static final Key<Integer> PAUSE_AFTER =
      Key.of("retry.pause-after", Forms.whole(1, 1_000_000), "50");

  static final List<Key<?>> ALL =
      List.of(
          ATTEMPTS,
          FIRST,
          FACTOR,
          LONGEST,
          JITTER,
          AWAY_FIRST,
          AWAY_LONGEST,
          DOOR_PROBE,
          DUPLICATE_CHECK,
          LONGEST_RETRY_AFTER,
          PAUSE_AFTER);

  private RetryKeys() {}

  static RetrySettings settings(Values values) {
    values.inOrder(FIRST, LONGEST);
    values.inOrder(AWAY_FIRST, AWAY_LONGEST);
    return new RetrySettings(
        values.get(ATTEMPTS),
        values.get(FIRST),
        values.get(FACTOR),
        values.get(LONGEST),
        values.get(JITTER),
        new RetrySettings.Away(values.get(AWAY_FIRST), values.get(AWAY_LONGEST)),
        values.get(DOOR_PROBE),
        values.get(DUPLICATE_CHECK),
        values.get(LONGEST_RETRY_AFTER),
        values.get(PAUSE_AFTER));
  }
}
