package com.nexway.dmp.adapter.settings;

import com.nexway.dmp.adapter.value.Addresses;
import com.nexway.dmp.adapter.value.Forms;
import com.nexway.dmp.adapter.value.Key;
import com.nexway.dmp.adapter.value.Secret;
import com.nexway.dmp.adapter.value.Values;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One database of the shop, from {@code databases:} in config/adapter.yaml.
 *
 * @param url its JDBC address
 * @param username a user that may only read
 * @param connections most connections at a time
 * @param timeout how long a connection is waited for
 * @param options properties handed to the JDBC driver
 */
public record DatabaseAccess(
    String url,
    String username,
    Secret password,
    int connections,
    Duration timeout,
    Map<String, String> options) {
  private static final Key<String> URL =
      Key.unset(
          "databases.*.url",
          Addresses.database(),
          "Where it is. MySQL is served by jdbc:mariadb:// as well; there are also"
              + " jdbc:postgresql:// and jdbc:sqlserver://.");
  private static final Key<String> USERNAME =
      Key.unset("databases.*.username", Forms.words(200), "A user that may only read.");
  private static final Key<Secret> PASSWORD =
      Key.secret("databases.*.password", "Its password, or the file that holds it.");
  private static final Key<Map<String, String>> OPTIONS =
      Key.unset(
          "databases.*.options",
          Forms.map(50),
          "Properties of the JDBC driver, as its own manual names them.");

  static final List<Key<?>> KEYS = List.of(URL, USERNAME, PASSWORD, OPTIONS);

  /** One for the run, one for what looks at the database beside it. */
  private static final int CONNECTIONS = 2;

  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  /** Each by the name that the merchant gives. */
  static Map<String, DatabaseAccess> from(Values values) {
    Map<String, DatabaseAccess> databases = new TreeMap<>();
    for (String name : values.names("databases")) {
      databases.put(
          name,
          new DatabaseAccess(
              values.need(URL.named(name), ""),
              values.find(USERNAME.named(name)).orElse(""),
              values.secret(PASSWORD.named(name)),
              CONNECTIONS,
              TIMEOUT,
              values.find(OPTIONS.named(name)).orElse(Map.of())));
    }
    return Map.copyOf(databases);
  }
}
