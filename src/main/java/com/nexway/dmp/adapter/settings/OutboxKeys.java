package com.nexway.dmp.adapter.settings;

import com.nexway.dmp.adapter.outbox.OutboxSettings;
import com.nexway.dmp.adapter.outbox.RetentionSettings;
import java.time.Duration;
import java.util.List;

/** {@code outbox:} and {@code retention:}: where events are kept, and what is done for how long. */
final class OutboxKeys {
  private static final String SQLITE = "jdbc:sqlite:";

  static final Key<String> URL =
      Key.of("outbox.url", Addresses.outbox(), SQLITE + "data/outbox.db");
  static final Key<String> USERNAME = Key.unset("outbox.username", Forms.words(200));
  static final Key<Secret> PASSWORD = Key.secret("outbox.password", Forms.secret());
  static final Key<String> NODE = Key.unset("outbox.node", Forms.words(60));
  static final Key<Duration> LEASE = Key.of("outbox.lease", Forms.time("2s", "1m"), "6s");
  static final Key<Long> RESERVE = Key.of("outbox.reserve", Forms.size("0KB", "1024MB"), "64MB");
  static final Key<Boolean> SUPERSEDE = Key.of("outbox.supersede", Forms.flag(), "true");
  static final Key<Duration> DELIVERED =
      Key.of("retention.delivered", Forms.time("1m", "3650d"), "30d");
  static final Key<Duration> DEAD_LETTERS =
      Key.of("retention.dead-letters", Forms.time("1m", "3650d"), "90d");
  static final Key<Duration> FINGERPRINTS =
      Key.of("retention.fingerprints", Forms.time("1m", "3650d"), "730d");
  static final Key<Duration> FILES = Key.of("retention.files", Forms.time("1m", "3650d"), "30d");
  static final Key<Integer> STEP = Key.of("retention.step", Forms.whole(10, 10_000), "500");

  static final List<Key<?>> ALL =
      List.of(
          URL,
          USERNAME,
          PASSWORD,
          NODE,
          LEASE,
          RESERVE,
          SUPERSEDE,
          DELIVERED,
          DEAD_LETTERS,
          FINGERPRINTS,
          FILES,
          STEP);

  private OutboxKeys() {}

  static StoreSettings store(Values values, Home home) {
    return new StoreSettings(
        absolute(values.get(URL), home), values.find(USERNAME).orElse(""), values.secret(PASSWORD));
  }

  static OutboxSettings settings(Values values) {
    return new OutboxSettings(
        values.find(NODE).orElse(""),
        values.get(LEASE),
        values.get(RESERVE),
        values.get(SUPERSEDE));
  }

  static RetentionSettings retention(Values values) {
    return new RetentionSettings(
        values.get(DELIVERED),
        values.get(DEAD_LETTERS),
        values.get(FINGERPRINTS),
        values.get(FILES),
        values.get(STEP));
  }

  private static String absolute(String url, Home home) {
    return url.startsWith(SQLITE) ? SQLITE + home.resolve(url.substring(SQLITE.length())) : url;
  }
}
