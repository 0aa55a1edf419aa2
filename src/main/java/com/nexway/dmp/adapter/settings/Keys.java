package com.nexway.dmp.adapter.settings;

import com.nexway.dmp.adapter.yaml.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Every key that there is. */
final class Keys {
  static final List<Key<?>> ALL =
      Stream.of(DmpKeys.ALL, OutboxKeys.ALL, IntakeKeys.ALL, LogKeys.ALL, DatabaseKeys.ALL)
          .<Key<?>>flatMap(List::stream)
          .toList();

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
