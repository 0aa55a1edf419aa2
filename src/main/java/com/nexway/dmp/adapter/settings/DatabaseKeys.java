package com.nexway.dmp.adapter.settings;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** {@code databases:}: the shop's databases, by names that the merchant gives. */
final class DatabaseKeys {
  static final Key<String> URL = Key.unset("databases.*.url", Addresses.database());
  static final Key<String> USERNAME = Key.unset("databases.*.username", Forms.words(200));
  static final Key<Secret> PASSWORD = Key.secret("databases.*.password", Forms.secret());
  static final Key<Integer> CONNECTIONS =
      Key.of("databases.*.connections", Forms.whole(1, 20), "2");
  static final Key<Duration> TIMEOUT = Key.of("databases.*.timeout", Forms.time("1s", "5m"), "10s");
  static final Key<Map<String, String>> OPTIONS = Key.unset("databases.*.options", Forms.map(50));

  static final List<Key<?>> ALL = List.of(URL, USERNAME, PASSWORD, CONNECTIONS, TIMEOUT, OPTIONS);

  private DatabaseKeys() {}

  static Map<String, DatabaseAccess> settings(Values values) {
    Map<String, DatabaseAccess> databases = new TreeMap<>();
    for (String name : values.names("databases")) {
      databases.put(
          name,
          new DatabaseAccess(
              values.need(URL.named(name)),
              values.find(USERNAME.named(name)).orElse(""),
              values.secret(PASSWORD.named(name)),
              values.get(CONNECTIONS.named(name)),
              values.get(TIMEOUT.named(name)),
              values.find(OPTIONS.named(name)).orElse(Map.of())));
    }
    return Map.copyOf(databases);
  }
}
