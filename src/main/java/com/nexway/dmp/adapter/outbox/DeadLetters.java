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
                "SELECT digest FROM dead_letter WHERE digest IN ({keys})",
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
        "SELECT " + COLUMNS + " FROM dead_letter WHERE file IS NULL ORDER BY id LIMIT ?",
        DeadLetters::letter,
        most);
  }

  static List<DeadLetter> of(Session session, Collection<Long> ids) {
    return session.queryIn(
        "SELECT " + COLUMNS + " FROM dead_letter WHERE id IN ({keys})", ids, DeadLetters::letter);
  }

  static int filed(Session session, Map<Long, String> files) {
    List<@Nullable Object[]> rows = new ArrayList<>();
    files.forEach((id, file) -> rows.add(new @Nullable Object[] {file, id}));
    return session.updateEach("UPDATE dead_letter SET file = ? WHERE id = ?", rows);
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
