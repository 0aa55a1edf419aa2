package com.nexway.dmp.adapter.outbox;

import com.nexway.dmp.adapter.storage.Session;
import com.nexway.dmp.adapter.text.Impersonal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The last word on records that were skipped, or older than what is known: a row for each key at
 * most, until an event of the key is to be sent. It is written where the word is new alone, so that
 * a nightly export of what is always skipped writes nothing.
 */
final class LeftOut {
  /** Rows that are kept in all; the oldest go first. */
  static final int MOST = 1_000_000;

  private record Word(Heard.Kind kind, String reason) {}

  private record Fresh(Word word, String place, @Nullable Hash person) {}

  private final Session session;
  private final String shop;
  private final String source;
  private final long now;

  LeftOut(Session session, String shop, String source, long now) {
    this.session = session;
    this.shop = shop;
    this.source = source;
    this.now = now;
  }

  void store(List<Skip> skips, List<Incoming> stale, Stream<String> sent) {
    Map<String, Fresh> words = new LinkedHashMap<>();
    for (Skip skip : skips) {
      if (skip.key() != null) {
        Word word = new Word(Heard.Kind.SKIPPED, Impersonal.of(skip.reason()));
        words.put(skip.key(), new Fresh(word, skip.place(), skip.person()));
      }
    }
    for (Incoming in : stale) {
      Hash person = in.person() == null ? in.customer() : in.person();
      words.put(in.key(), new Fresh(new Word(Heard.Kind.STALE, ""), in.origin().place(), person));
    }
    Set<String> over = new HashSet<>(sent.toList());
    over.removeAll(words.keySet());
    if (words.isEmpty() && isEmpty()) {
      return;
    }
    store(words, over);
  }

  private void store(Map<String, Fresh> words, Set<String> over) {
    Set<String> asked = new HashSet<>(over);
    asked.addAll(words.keySet());
    Map<String, Word> known = known(asked);
    words.entrySet().removeIf(each -> each.getValue().word.equals(known.get(each.getKey())));
    over.addAll(words.keySet());
    over.retainAll(known.keySet());
    session.updateIn("DELETE FROM left_out WHERE shop = ? AND key IN ({keys})", over, shop);
    add(words);
  }

  private Map<String, Word> known(Set<String> keys) {
    Map<String, Word> known = new HashMap<>();
    session.queryIn(
        "SELECT key, kind, reason FROM left_out WHERE shop = ? AND key IN ({keys})",
        keys,
        row ->
            known.put(
                row.text("key"), new Word(row.one("kind", Heard.Kind.class), row.text("reason"))),
        shop);
    return known;
  }

  private void add(Map<String, Fresh> words) {
    if (words.isEmpty()) {
      return;
    }
    long id = Sequence.take(session, Sequence.LEFT_OUT, words.size());
    session.update("DELETE FROM left_out WHERE id < ?", id + words.size() - MOST);
    List<@Nullable Object[]> rows = new ArrayList<>();
    for (Map.Entry<String, Fresh> each : words.entrySet()) {
      Fresh fresh = each.getValue();
      rows.add(
          new @Nullable Object[] {
            id++,
            shop,
            each.getKey(),
            source,
            Hash.bytesOrNull(fresh.person),
            fresh.word.kind,
            fresh.word.reason,
            fresh.place,
            now
          });
    }
    session.updateEach(
        """
        INSERT INTO left_out (id, shop, key, source, person, kind, reason, place, since)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        rows);
  }

  private boolean isEmpty() {
    return session.first("SELECT 1 FROM left_out LIMIT 1", row -> 1).isEmpty();
  }

  /** Forgets the oldest, a step at a time; tells whether there is more to forget at once. */
  static boolean forget(Session session, long before, int step) {
    int gone =
        session.update(
            """
            DELETE FROM left_out WHERE since < ? AND id IN
              (SELECT id FROM left_out ORDER BY id LIMIT ?)
            """,
            before,
            step);
    return gone == step;
  }

  /** Forgets those about a person. */
  static int forget(Session session, Person person, String dataKey) {
    return session.update(
        "DELETE FROM left_out WHERE person = ? OR key = ?", person.hash().bytes(), dataKey);
  }
}
