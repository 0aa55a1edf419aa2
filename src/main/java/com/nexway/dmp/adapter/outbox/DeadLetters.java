package com.nexway.dmp.adapter.outbox;

import com.nexway.dmp.adapter.storage.Row;
import com.nexway.dmp.adapter.storage.Session;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The rows of dead letters. */
final class DeadLetters {
  private static final String COLUMNS =
      """
      id, source, key, reason, why, problems, place, record, event,
      answer_status, answer_body, answer_at, died_at, state
      """;

  private DeadLetters() {}

  /** Stores those whose record did not die for the same reasons before; tells which. */
  static List<NewLetter> addNew(Session session, List<NewLetter> letters, long now) {
    List<Hash> digests = letters.stream().map(NewLetter::digest).filter(Objects::nonNull).toList();
    Set<Hash> known =
        new HashSet<>(
            session.queryIn(
                "SELECT digest FROM dead_letter WHERE digest IN ({keys}) AND state <> 'closed'",
                digests.stream().map(Hash::bytes).toList(),
                row -> Hash.of(row.bytes())));
    List<NewLetter> fresh =
        letters.stream().filter(l -> l.digest() == null || known.add(l.digest())).toList();
    add(session, fresh, now);
    return fresh;
  }

  static void add(Session session, List<NewLetter> letters, long now) {
    if (letters.isEmpty()) {
      return;
    }
    long id = Sequence.take(session, Sequence.DEAD_LETTER, letters.size());
    List<@Nullable Object[]> rows = new ArrayList<>();
    for (NewLetter letter : letters) {
      rows.add(row(id++, letter, now));
    }
    session.updateEach(
        """
        INSERT INTO dead_letter (id, source, shop, key, customer, person, entry, reason, why, problems,
          place, record, event, answer_status, answer_body, answer_at, died_at, digest, state)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'open')
        """,
        rows);
  }

  private static @Nullable Object[] row(long id, NewLetter letter, long now) {
    AnswerText answer = letter.answer();
    return new @Nullable Object[] {
      id,
      letter.source(),
      letter.shop(),
      letter.key(),
      Hash.bytesOrNull(letter.customer()),
      Hash.bytesOrNull(letter.person()),
      letter.entry(),
      letter.reason(),
      letter.why(),
      LetterText.of(letter.problems()),
      letter.place(),
      letter.record(),
      letter.event(),
      answer == null ? null : answer.status(),
      answer == null ? null : answer.body(),
      answer == null ? null : answer.at().toEpochMilli(),
      now,
      Hash.bytesOrNull(letter.digest())
    };
  }

  static List<DeadLetter> unfiled(Session session, int most) {
    return session.query(
        "SELECT "
            + COLUMNS
            + " FROM dead_letter WHERE file IS NULL AND state = 'open' ORDER BY id LIMIT ?",
        DeadLetters::letter,
        most);
  }

  static List<DeadLetter> of(Session session, Collection<Long> ids) {
    return session.queryIn(
        "SELECT " + COLUMNS + " FROM dead_letter WHERE id IN ({keys})", ids, DeadLetters::letter);
  }

  /** Open ones behind a number, in their order. */
  static List<DeadLetter> open(Session session, long behind, int most) {
    return session.query(
        "SELECT "
            + COLUMNS
            + " FROM dead_letter WHERE state = 'open' AND id > ? ORDER BY id LIMIT ?",
        DeadLetters::letter,
        behind,
        most);
  }

  static Map<String, Long> waiting(Session session) {
    Map<String, Long> waiting = new TreeMap<>();
    session
        .query(
            "SELECT source, COUNT(*) AS letters FROM dead_letter WHERE state = 'open' GROUP BY source",
            row -> Map.entry(row.text("source"), row.number("letters")))
        .forEach(each -> waiting.put(each.getKey(), each.getValue()));
    return waiting;
  }

  static int discard(Session session, Collection<Long> ids) {
    return session.updateIn(
        "UPDATE dead_letter SET state = 'discarded' WHERE state = 'open' AND id IN ({keys})", ids);
  }

  static int filed(Session session, Map<Long, String> files) {
    List<@Nullable Object[]> rows = new ArrayList<>();
    files.forEach((id, file) -> rows.add(new @Nullable Object[] {file, id}));
    return session.updateEach("UPDATE dead_letter SET file = ? WHERE id = ?", rows);
  }

  /** A record that was delivered, and when it came in. */
  record Closing(String shop, String key, long acceptedAt) {}

  // Of a key that was delivered, only what had died before its record came in is over: an older
  // record that still waited says nothing of what was refused since.
  static void close(Session session, List<Closing> delivered) {
    Set<String> open =
        new HashSet<>(
            session.queryIn(
                "SELECT DISTINCT key FROM dead_letter WHERE state = 'open' AND key IN ({keys})",
                delivered.stream().map(Closing::key).toList(),
                row -> row.text()));
    List<@Nullable Object[]> rows = new ArrayList<>();
    for (Closing each : delivered) {
      if (open.contains(each.key)) {
        rows.add(new @Nullable Object[] {each.shop, each.key, each.acceptedAt});
      }
    }
    session.updateEach(
        """
        UPDATE dead_letter SET state = 'closed'
        WHERE state = 'open' AND shop = ? AND key = ? AND died_at < ?
        """,
        rows);
  }

  static Map<Long, String> over(Session session, int most) {
    Map<Long, String> files = new HashMap<>();
    session
        .query(
            """
            SELECT id, file FROM dead_letter
            WHERE state <> 'open' AND file IS NOT NULL ORDER BY id LIMIT ?
            """,
            row -> Map.entry(row.number("id"), row.text("file")),
            most)
        .forEach(letter -> files.put(letter.getKey(), letter.getValue()));
    return files;
  }

  static int cleared(Session session, Collection<Long> ids) {
    return session.updateIn("UPDATE dead_letter SET file = NULL WHERE id IN ({keys})", ids);
  }

  static Map<Long, LetterState> endings(Session session, Collection<Long> ids) {
    Map<Long, LetterState> endings = new HashMap<>();
    session
        .queryIn(
            """
            SELECT id, state FROM dead_letter
            WHERE state IN ('delivered', 'refused again') AND id IN ({keys})
            """,
            ids,
            row -> Map.entry(row.number("id"), row.one("state", LetterState.class)))
        .forEach(ending -> endings.put(ending.getKey(), ending.getValue()));
    return endings;
  }

  private static DeadLetter letter(Row row) {
    Long answered = row.numberOrNull("answer_at");
    return new DeadLetter(
        row.number("id"),
        row.text("source"),
        row.textOrNull("key"),
        row.one("reason", DeadLetter.Reason.class),
        row.text("why"),
        LetterText.problems(row.text("problems")),
        row.text("place"),
        row.textOrNull("record"),
        row.textOrNull("event"),
        answered == null
            ? null
            : new AnswerText(
                row.small("answer_status"),
                row.text("answer_body"),
                Instant.ofEpochMilli(answered)),
        Instant.ofEpochMilli(row.number("died_at")),
        row.one("state", LetterState.class) == LetterState.OPEN);
  }
}
