package com.nexway.dmp.adapter.outbox;

import com.nexway.dmp.adapter.event.EventDocument;
import com.nexway.dmp.adapter.storage.Row;
import com.nexway.dmp.adapter.storage.Session;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Looks for a key, a part of one behind its kind, or a person. It reads tables from end to end,
 * which costs seconds for millions of rows and holds nobody up.
 */
final class Search {
  /** Rows of each table that are looked at. */
  private static final int MOST = 1_000;

  /** What is shorter stands in the records of others by chance. */
  private static final int TELLING = 8;

  private record Thing(String shop, String key) {}

  private final Session session;
  private final Pseudonym pseudonym;
  private final String words;
  private final Person person;
  private final Set<String> keys = new LinkedHashSet<>();

  /** The shops of each key that only a licence has led to: another shop may have the same key. */
  private final Map<String, Set<String>> licensed;

  private final Set<String> paused;
  private final Places places;
  private final Set<Thing> known = new HashSet<>();
  private final List<Found> found = new ArrayList<>();

  Search(Session session, Pseudonym pseudonym, String words) {
    this.session = session;
    this.pseudonym = pseudonym;
    this.words = words.strip();
    this.person = new Person(this.words);
    this.paused = Pauses.all(session).stream().map(Paused::source).collect(Collectors.toSet());
    addKeys(this.words);
    addKeys(this.words.replaceFirst("^#", ""));
    this.places = new Places(session);
    this.licensed = Licences.shops(session, this.words, MOST);
    licensed.keySet().removeAll(keys);
    keys.addAll(licensed.keySet());
  }

  private void addKeys(String key) {
    keys.add(pseudonym.key(key));
    EventDocument.document()
        .find("action")
        .ifPresent(
            action -> action.values().forEach(kind -> keys.add(pseudonym.key(kind + ":" + key))));
  }

  /** The last word on each thing and all that is open, by shop and key, the newest first. */
  List<Found> run() {
    entries();
    letters();
    leftOut();
    states();
    suppressed();
    found.removeIf(each -> isOfAnotherShop(each.shop(), licensed.get(each.key())));
    found.sort(
        Comparator.comparing(Found::shop)
            .thenComparing(Found::key)
            .thenComparing(Found::at, Comparator.reverseOrder()));
    return found;
  }

  private static boolean isOfAnotherShop(String shop, @Nullable Set<String> shops) {
    return shops != null && !shops.contains(shop);
  }

  private void entries() {
    session.queryIn(
        """
        SELECT id, source, shop, key, place, lane, state, tries, due, why, accepted_at, closed_at
        FROM entry WHERE customer = ? OR person = ? OR key IN ({keys}) ORDER BY id DESC LIMIT %d
        """
            .formatted(MOST),
        keys,
        this::entry,
        person.hash().bytes(),
        person.hash().bytes());
  }

  // Of what is over only the last one of a key counts; its dead ones have letters.
  private boolean entry(Row row) {
    Thing thing = new Thing(row.text("shop"), row.text("key"));
    EntryState state = row.one("state", EntryState.class);
    boolean last = known.add(thing);
    boolean open = row.numberOrNull("closed_at") == null;
    if (thing.key.isEmpty() || state == EntryState.DEAD || !open && !last) {
      return false;
    }
    Found.State told = told(state, row.text("source"));
    String at = told == Found.State.RETURNING ? "due" : open ? "accepted_at" : "closed_at";
    return found.add(
        new Found(
            told,
            thing.shop,
            thing.key,
            row.text("source"),
            row.text("place"),
            instant(row, at),
            open ? row.text("why") : "",
            told == Found.State.WAITING ? places.of(row) : 0,
            row.small("tries"),
            ""));
  }

  private Found.State told(EntryState state, String source) {
    return switch (state) {
      case CLAIMED -> Found.State.UNDER_WAY;
      case DELIVERED -> Found.State.DELIVERED;
      case DUPLICATE -> Found.State.DUPLICATE;
      case BEHIND, READY, RETRY, ALONE, PAUSED, DEAD ->
          paused.contains(source)
              ? Found.State.PAUSED
              : state == EntryState.RETRY || state == EntryState.ALONE
                  ? Found.State.RETURNING
                  : Found.State.WAITING;
    };
  }

  private void letters() {
    session.queryIn(
        """
        SELECT source, shop, key, place, reason, why, died_at, file, record, event,
          customer, person
        FROM dead_letter WHERE state = 'open' AND (customer = ? OR person = ?
          OR lower(record) LIKE ? OR lower(event) LIKE ? OR key IN ({keys}))
        ORDER BY id DESC LIMIT %d
        """
            .formatted(MOST),
        keys,
        row -> isMeant(row) && found.add(letter(row)),
        person.hash().bytes(),
        person.hash().bytes(),
        person.like(),
        person.like());
  }

  private boolean isMeant(Row row) {
    byte[] hash = person.hash().bytes();
    boolean telling = words.length() >= TELLING || row.text("key").isEmpty();
    return keys.contains(row.text("key"))
        || Arrays.equals(hash, row.bytes("customer"))
        || Arrays.equals(hash, row.bytes("person"))
        || telling && (person.isIn(row.text("record")) || person.isIn(row.text("event")));
  }

  private static Found letter(Row row) {
    Found.State state =
        switch (row.one("reason", DeadLetter.Reason.class)) {
          case UNREADABLE, INVALID -> Found.State.INVALID;
          case REFUSED, NOT_IMPLEMENTED -> Found.State.REFUSED;
          case EXHAUSTED, ENDED -> Found.State.GIVEN_UP;
        };
    return found(row, state, instant(row, "died_at"), row.text("why"), row.text("file"));
  }

  private void leftOut() {
    session.queryIn(
        """
        SELECT source, shop, key, place, kind, reason, since
        FROM left_out WHERE person = ? OR key IN ({keys}) ORDER BY id DESC LIMIT %d
        """
            .formatted(MOST),
        keys,
        row ->
            found.add(
                found(
                    row,
                    row.one("kind", Heard.Kind.class) == Heard.Kind.STALE
                        ? Found.State.STALE
                        : Found.State.SKIPPED,
                    instant(row, "since"),
                    row.text("reason"),
                    "")),
        person.hash().bytes());
  }

  /** What was accepted of keys whose entries are forgotten. */
  private void states() {
    session.queryIn(
        """
        SELECT source, shop, key, '' AS place, seen_at
        FROM record_state WHERE customer = ? OR person = ? OR key IN ({keys}) LIMIT %d
        """
            .formatted(MOST),
        keys,
        row ->
            known.add(new Thing(row.text("shop"), row.text("key")))
                && found.add(found(row, Found.State.UNCHANGED, instant(row, "seen_at"), "", "")),
        person.hash().bytes(),
        person.hash().bytes());
  }

  private void suppressed() {
    session
        .first(
            "SELECT since FROM suppressed WHERE person = ?",
            row -> instant(row, "since"),
            pseudonym.person(person.address()).bytes())
        .ifPresent(
            since ->
                found.add(new Found(Found.State.SUPPRESSED, "", "", "", "", since, "", 0, 0, "")));
  }

  private static Found found(Row row, Found.State state, Instant at, String why, String file) {
    return new Found(
        state,
        row.text("shop"),
        row.text("key"),
        row.text("source"),
        row.text("place"),
        at,
        why,
        0,
        0,
        file);
  }

  private static Instant instant(Row row, String column) {
    return Instant.ofEpochMilli(row.number(column));
  }
}
