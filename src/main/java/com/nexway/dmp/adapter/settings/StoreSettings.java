package com.nexway.dmp.adapter.settings;

import com.nexway.dmp.adapter.value.Addresses;
import com.nexway.dmp.adapter.value.Forms;
import com.nexway.dmp.adapter.value.Key;
import com.nexway.dmp.adapter.value.Secret;
import com.nexway.dmp.adapter.value.Values;
import java.util.List;

/**
 * The database that holds the outbox, from {@code outbox:} in config/adapter.yaml.
 *
 * @param url {@code jdbc:sqlite:} with an absolute path, or {@code jdbc:postgresql://}
 * @param username for PostgreSQL; empty for SQLite
 * @param password for PostgreSQL; empty for SQLite
 */
public record StoreSettings(String url, String username, Secret password) {
  private static final String SQLITE = "jdbc:sqlite:";

  private static final Key<String> URL =
      Key.of(
          "outbox.url",
          Addresses.outbox(),
          SQLITE + "data/outbox.db",
          "A file on a local disk (SQLite), or a PostgreSQL database that several nodes share:"
              + " jdbc:postgresql://db.example.com/adapter.");
  private static final Key<String> USERNAME =
      Key.unset("outbox.username", Forms.words(200), "The user of a PostgreSQL database.");
  private static final Key<Secret> PASSWORD =
      Key.secret("outbox.password", "Its password, or the file that holds it.");

  static final List<Key<?>> KEYS = List.of(URL, USERNAME, PASSWORD);

  static StoreSettings from(Values values, Home home) {
    String url = values.get(URL);
    return new StoreSettings(
        url.startsWith(SQLITE) ? SQLITE + home.resolve(url.substring(SQLITE.length())) : url,
        values.find(USERNAME).orElse(""),
        values.secret(PASSWORD));
  }
}
