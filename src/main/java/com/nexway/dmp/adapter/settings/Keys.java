package com.nexway.dmp.adapter.settings;

import com.nexway.dmp.adapter.delivery.DeliverySettings;
import com.nexway.dmp.adapter.outbox.OutboxSettings;
import com.nexway.dmp.adapter.outbox.RetentionSettings;
import com.nexway.dmp.adapter.value.Key;
import com.nexway.dmp.adapter.value.Values;
import com.nexway.dmp.adapter.yaml.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Every key that there is. */
final class Keys {
  private static final int OPERATIONS_PORT = 8080;

  /**
   * A part of config/adapter.yaml.
   *
   * @param name what its keys begin with
   * @param meaning what it is about, in sentences
   */
  record Section(String name, String meaning, List<Key<?>> keys) {}

  static final List<Section> SECTIONS =
      List.of(
          section("dmp", "Where events go.", DmpSettings.KEYS, DeliverySettings.KEYS),
          section(
              "outbox",
              "Where events wait until the DMP has them.",
              StoreSettings.KEYS,
              OutboxSettings.KEYS),
          section(
              "retention",
              "How long what is done is remembered. What waits to be sent is kept until it is sent.",
              RetentionSettings.KEYS),
          section("intake", "How records come in.", IntakeSettings.KEYS),
          section(
              "webhooks",
              "Where shops send webhooks: http://HOST:PORT/webhooks/SOURCE. The port is opened where"
                  + " a source needs it. Put a web server with a certificate in front of it, on"
                  + " this machine.",
              WebhooksSettings.keys()),
          section(
              "operations",
              "Health (http://HOST:PORT/health) and numbers (/metrics). They are open to whoever"
                  + " reaches this port.",
              ListenSettings.keys("operations", OPERATIONS_PORT)),
          section("logs", "The log in data/logs; the same goes to the console.", LogSettings.KEYS),
          section(
              "databases",
              "The shop's databases, by names that you give (small letters, digits and -) and that"
                  + " the files in routes/sources/ use. Give each a user that may only read. By the"
                  + " environment: DATABASES_SHOP_PASSWORD.",
              DatabaseAccess.KEYS));

  static final List<Key<?>> ALL =
      SECTIONS.stream().<Key<?>>flatMap(section -> section.keys().stream()).toList();

  @SafeVarargs
  private static Section section(String name, String meaning, List<Key<?>>... keys) {
    return new Section(name, meaning, Stream.of(keys).<Key<?>>flatMap(List::stream).toList());
  }

  static ListenSettings operations(Values values) {
    return ListenSettings.from(values, "operations", OPERATIONS_PORT);
  }

  private Keys() {}

  /** The key of a name as it is written, and the one that names a secret's file. */
  static Optional<Key<?>> find(String name) {
    for (Key<?> key : ALL) {
      if (fits(key.name(), name) || key.secret() && fits(key.name() + Key.FILE, name)) {
        return Optional.of(key.named(given(key, name)));
      }
    }
    return Optional.empty();
  }

  /** The secret that a key names the file of; empty for every other key. */
  static Optional<String> secretOf(String name) {
    if (!name.endsWith(Key.FILE)) {
      return Optional.empty();
    }
    String secret = name.substring(0, name.length() - Key.FILE.length());
    return find(secret).filter(Key::secret).map(key -> secret);
  }

  /** Whether keys stand below a name: {@code dmp}, {@code databases.shop}. */
  static boolean isSection(String name) {
    String[] parts = name.split("\\.", -1);
    return ALL.stream()
        .map(key -> key.name().split("\\."))
        .anyMatch(
            key -> key.length > parts.length && fits(List.of(key).subList(0, parts.length), parts));
  }

  /** {@code ; did you mean X?} for a name that is no key. */
  static String hint(String name) {
    String[] parts = name.split("\\.", -1);
    List<String> names = new ArrayList<>();
    for (Key<?> key : ALL) {
      String near = key.isPattern() && parts.length > 1 ? key.named(parts[1]).name() : key.name();
      names.add(near);
      if (key.secret()) {
        names.add(near + Key.FILE);
      }
    }
    for (Key<?> key : ALL) {
      names.add(key.name().substring(0, key.name().indexOf('.')));
    }
    return Nearest.hint(name, names);
  }

  private static String given(Key<?> key, String name) {
    return key.isPattern() ? name.split("\\.")[1] : "";
  }

  private static boolean fits(String key, String name) {
    String[] parts = name.split("\\.", -1);
    String[] keyParts = key.split("\\.");
    return keyParts.length == parts.length && fits(List.of(keyParts), parts);
  }

  private static boolean fits(List<String> key, String[] name) {
    for (int i = 0; i < name.length; i++) {
      if (name[i].isEmpty() || !key.get(i).equals("*") && !key.get(i).equals(name[i])) {
        return false;
      }
    }
    return true;
  }
}
