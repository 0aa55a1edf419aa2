package com.nexway.dmp.adapter.outbox;

import com.nexway.dmp.adapter.storage.Database;
import com.nexway.dmp.adapter.storage.Session;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Removes one person: their own line of events, events that carry their address in the line of
 * another customer, dead letters that mention it, and what is remembered of their records. In small
 * transactions, so that intake goes on.
 */
final class Erasure {
  private static final int STEP = 500;
  private static final int LOOK = 20_000;

  private record Mention(
      long id, Hash customer, @Nullable Hash person, List<String> texts, @Nullable String file) {}

  private final Database database;
  private final Person person;
  private final String dataKey;

  Erasure(Database database, Person person, Pseudonym pseudonym) {
    this.database = database;
    this.person = person;
    this.dataKey = pseudonym.keyOf(person);
  }

  Erased run() {
    int events = ownLine() + otherLines();
    Erased letters = letters();
    return letters.plus(new Erased(events, 0, fingerprints(), List.of()));
  }

  private int ownLine() {
    int erased = 0;
    int step;
    do {
      step = database.write(this::endOfLine);
      erased += step;
    } while (step > 0);
    return erased;
  }

  private int endOfLine(Session session) {
    Optional<Long> last =
        session.first(
            "SELECT last FROM customer_line WHERE customer = ?",
            row -> row.number(),
            person.hash().bytes());
    if (last.isEmpty()) {
      return 0;
    }
    List<Long> ids =
        session.query(
            """
            WITH RECURSIVE line (id, follows, place) AS (
              SELECT id, follows, 1 FROM entry WHERE id = ?
              UNION ALL
              SELECT e.id, e.follows, line.place + 1 FROM line JOIN entry e ON e.id = line.follows
              WHERE line.place < ?)
            SELECT id FROM line
            """,
            row -> row.number(),
            last.get(),
            STEP);
    if (ids.isEmpty()) {
      session.update("DELETE FROM customer_line WHERE customer = ?", person.hash().bytes());
      Blamed.forgive(session, List.of(person.hash()));
      return 0;
    }
    Tally tally = new Tally();
    ids.forEach(id -> Removal.of(session, id, tally));
    tally.store(session);
    return ids.size();
  }

  private int otherLines() {
    int erased = 0;
    long from = 0;
    while (true) {
      long after = from;
      Optional<Long> upTo = database.read(session -> stepAfter(session, after));
      if (upTo.isEmpty()) {
        return erased;
      }
      List<Long> ids =
          database.read(
              session ->
                  session.query(
                      """
                      SELECT id FROM entry
                      WHERE id > ? AND id <= ? AND (person = ? OR key = ?) ORDER BY id
                      """,
                      row -> row.number(),
                      after,
                      upTo.get(),
                      person.hash().bytes(),
                      dataKey));
      for (Long id : ids) {
        erased += database.write(session -> Removal.orBlank(session, id));
      }
      from = upTo.get();
    }
  }

  private static Optional<Long> stepAfter(Session session, long after) {
    return session
        .query(
            "SELECT MAX(id) AS last FROM (SELECT id FROM entry WHERE id > ? ORDER BY id LIMIT ?) AS step",
            row -> Optional.ofNullable(row.numberOrNull("last")),
            after,
            LOOK)
        .stream()
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Erased letters() {
    List<Mention> found =
        database.read(
            session ->
                session.query(
                    """
                    SELECT id, customer, person, key, record, event, problems, why, answer_body, file
                    FROM dead_letter
                    WHERE customer = ? OR person = ? OR lower(key) LIKE ? OR lower(record) LIKE ?
                      OR lower(event) LIKE ? OR lower(problems) LIKE ? OR lower(why) LIKE ?
                      OR lower(answer_body) LIKE ?
                    """,
                    row ->
                        new Mention(
                            row.number("id"),
                            row.bytesOrNull("customer") == null
                                ? new Hash(0, 0)
                                : Hash.of(row.bytes("customer")),
                            Hash.orNull(row.bytesOrNull("person")),
                            List.of(
                                row.text("key"),
                                row.text("record"),
                                row.text("event"),
                                row.text("problems"),
                                row.text("why"),
                                row.text("answer_body")),
                            row.textOrNull("file")),
                    person.hash().bytes(),
                    person.hash().bytes(),
                    person.like(),
                    person.like(),
                    person.like(),
                    person.like(),
                    person.like(),
                    person.like()));
    List<Mention> own = found.stream().filter(this::isOwn).toList();
    database.write(
        session ->
            session.updateIn(
                "DELETE FROM dead_letter WHERE id IN ({keys})",
                own.stream().map(Mention::id).toList()));
    List<String> files = own.stream().map(Mention::file).filter(Objects::nonNull).toList();
    return new Erased(0, own.size(), 0, files);
  }

  private boolean isOwn(Mention letter) {
    return letter.customer.equals(person.hash())
        || person.hash().equals(letter.person)
        || letter.texts.stream().anyMatch(person::isIn);
  }

  private int fingerprints() {
    return database.write(
        session ->
            LeftOut.forget(session, person, dataKey)
                + session.update(
                    "DELETE FROM record_state WHERE customer = ? OR person = ? OR key = ?",
                    person.hash().bytes(),
                    person.hash().bytes(),
                    dataKey));
  }
}
