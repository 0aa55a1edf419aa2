package com.nexway.dmp.adapter.outbox;

import com.nexway.dmp.adapter.storage.Session;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * The people who were erased and are to stay so: what comes again of one is neither kept nor sent.
 * The list holds hashes alone.
 */
final class Suppression {
  private final Session session;
  private final Pseudonym pseudonym;

  Suppression(Session session, Pseudonym pseudonym) {
    this.session = session;
    this.pseudonym = pseudonym;
  }

  /** Puts a person on the list; false where it has them. */
  boolean add(Person person, long now) {
    return session.update(
            "INSERT INTO suppressed (person, since) VALUES (?, ?) ON CONFLICT DO NOTHING",
            pseudonym.person(person.address()).bytes(),
            now)
        > 0;
  }

  /** Takes a person off the list; false where they were not on it. */
  boolean remove(Person person) {
    return session.update(
            "DELETE FROM suppressed WHERE person = ?", pseudonym.person(person.address()).bytes())
        > 0;
  }

  /**
   * What is about nobody on the list, in its order.
   *
   * @param people the addresses that an element mentions
   */
  <T> List<T> without(List<T> all, Function<T, Set<String>> people) {
    if (all.isEmpty() || isEmpty()) {
      return all;
    }
    List<Set<Hash>> hashes = new ArrayList<>();
    Set<Hash> asked = new HashSet<>();
    for (T each : all) {
      Set<Hash> own = new HashSet<>();
      people.apply(each).forEach(address -> own.add(pseudonym.person(address)));
      hashes.add(own);
      asked.addAll(own);
    }
    Set<Hash> found =
        new HashSet<>(
            session.queryIn(
                "SELECT person FROM suppressed WHERE person IN ({keys})",
                asked.stream().map(Hash::bytes).toList(),
                row -> Hash.of(row.bytes())));
    List<T> kept = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      if (hashes.get(i).stream().noneMatch(found::contains)) {
        kept.add(all.get(i));
      }
    }
    return kept;
  }

  private boolean isEmpty() {
    return session.query("SELECT 1 FROM suppressed LIMIT 1", row -> 1).isEmpty();
  }
}
