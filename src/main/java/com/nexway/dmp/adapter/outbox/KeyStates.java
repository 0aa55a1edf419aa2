package com.nexway.dmp.adapter.outbox;

import com.nexway.dmp.adapter.storage.Session;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was last accepted of the keys of one batch, which are those of one shop: read before it,
 * written after it.
 */
final class KeyStates {
  // Noting each sight of an unchanged record would rewrite a million rows a night.
  static final long SIGHT = Duration.ofDays(30).toMillis();

  private final Session session;
  private final String shop;
  private final Map<String, KeyState> states = new HashMap<>();
  private final Set<String> stored = new HashSet<>();
  private final Map<String, Incoming> changed = new HashMap<>();

  KeyStates(Session session, String shop, Collection<String> keys) {
    this.session = session;
    this.shop = shop;
    session.queryIn(
        """
        SELECT key, source, fingerprint, version, stamp, entry, seen_at
        FROM record_state WHERE shop = ? AND key IN ({keys})
        """,
        keys,
        row -> {
          states.put(
              row.text("key"),
              new KeyState(
                  row.text("source"),
                  Hash.of(row.bytes("fingerprint")),
                  row.numberOrNull("version"),
                  row.number("stamp"),
                  row.number("entry"),
                  row.number("seen_at")));
          return stored.add(row.text("key"));
        },
        shop);
  }

  @Nullable KeyState of(String key) {
    return states.get(key);
  }

  void put(Incoming in, KeyState state) {
    states.put(in.key(), state);
    changed.put(in.key(), in);
  }

  /** The source still holds what was accepted. */
  void seen(Incoming in, KeyState known, long now) {
    Long version = KeyState.later(known.version(), in.event().version());
    boolean newer = version != null && !version.equals(known.version());
    if (newer || now - known.seenAt() > SIGHT) {
      put(in, known.seen(version, now));
    }
  }

  void store() {
    List<@Nullable Object[]> added = new ArrayList<>();
    List<@Nullable Object[]> moved = new ArrayList<>();
    changed.forEach(
        (key, in) -> (stored.contains(key) ? moved : added).add(row(key, in, states.get(key))));
    session.updateEach(
        """
        INSERT INTO record_state
          (source, customer, person, fingerprint, version, stamp, entry, licences, seen_at, shop, key)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        added);
    session.updateEach(
        """
        UPDATE record_state SET source = ?, customer = ?, person = ?, fingerprint = ?, version = ?,
          stamp = ?, entry = ?, licences = ?, seen_at = ?
        WHERE shop = ? AND key = ?
        """,
        moved);
  }

  private @Nullable Object[] row(String key, Incoming in, @Nullable KeyState state) {
    if (state == null) {
      throw new IllegalStateException("a changed key has a state");
    }
    return new @Nullable Object[] {
      state.source(),
      in.customer().bytes(),
      Hash.bytesOrNull(in.person()),
      state.fingerprint().bytes(),
      state.version(),
      state.stamp(),
      state.entry(),
      Licences.of(in.event().json()),
      state.seenAt(),
      shop,
      key
    };
  }
}
