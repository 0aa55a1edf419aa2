package com.nexway.dmp.adapter.settings;

import com.nexway.dmp.adapter.delivery.DeliverySettings;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;

/** {@code dmp:}: where events go, as whom, and how fast. */
final class DmpKeys {
  static final Key<URI> URL = Key.of("dmp.url", Addresses.dmp(), "https://api.nexway.store/event");
  static final Key<String> USERNAME = Key.unset("dmp.username", Forms.words(200));
  static final Key<Secret> PASSWORD = Key.secret("dmp.password", Forms.secret());
  static final Key<OptionalInt> PER_SECOND = Key.of("dmp.per-second", Forms.rate(10_000), "10");
  static final Key<Integer> IN_FLIGHT = Key.of("dmp.in-flight", Forms.whole(1, 1000), "64");
  static final Key<Duration> TIMEOUT = Key.of("dmp.timeout", Forms.time("100ms", "5m"), "30s");
  static final Key<Duration> CONNECT_TIMEOUT =
      Key.of("dmp.connect-timeout", Forms.time("100ms", "1m"), "10s");
  static final Key<Long> ANSWER_LIMIT =
      Key.of("dmp.answer-limit", Forms.size("1KB", "1MB"), "16KB");
  static final Key<URI> PROXY = Key.unset("dmp.proxy", Addresses.proxy());
  static final Key<String> PROXY_USERNAME = Key.unset("dmp.proxy-username", Forms.words(200));
  static final Key<Secret> PROXY_PASSWORD = Key.secret("dmp.proxy-password", Forms.secret());
  static final Key<String> TRUSTSTORE = Key.unset("dmp.truststore", Forms.words(500));
  static final Key<Secret> TRUSTSTORE_PASSWORD =
      Key.secret("dmp.truststore-password", Forms.secret());

  static final List<Key<?>> ALL =
      List.of(
          URL,
          USERNAME,
          PASSWORD,
          PER_SECOND,
          IN_FLIGHT,
          TIMEOUT,
          CONNECT_TIMEOUT,
          ANSWER_LIMIT,
          PROXY,
          PROXY_USERNAME,
          PROXY_PASSWORD,
          TRUSTSTORE,
          TRUSTSTORE_PASSWORD);

  private DmpKeys() {}

  static DmpSettings settings(Values values, Home home) {
    return new DmpSettings(
        values.get(URL),
        values.find(USERNAME).orElse(""),
        values.secret(PASSWORD),
        values.get(TIMEOUT),
        values.get(CONNECT_TIMEOUT),
        Math.toIntExact(values.get(ANSWER_LIMIT)),
        values
            .find(PROXY)
            .map(
                url ->
                    new DmpSettings.Proxy(
                        url,
                        values.find(PROXY_USERNAME).orElse(""),
                        values.secret(PROXY_PASSWORD))),
        values
            .file(TRUSTSTORE, home)
            .map(file -> new DmpSettings.Truststore(file, values.secret(TRUSTSTORE_PASSWORD))));
  }

  static DeliverySettings delivery(Values values) {
    return new DeliverySettings(values.get(PER_SECOND), values.get(IN_FLIGHT), values.get(TIMEOUT));
  }
}
