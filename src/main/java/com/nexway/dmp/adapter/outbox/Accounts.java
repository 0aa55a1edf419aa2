package com.nexway.dmp.adapter.outbox;

import com.nexway.dmp.adapter.storage.Database;
import com.nexway.dmp.adapter.storage.Location;
import com.nexway.dmp.adapter.storage.Session;
import java.util.Optional;

/** The account that what an outbox remembers was sent to. */
public final class Accounts {
  private static final String OPEN = "(SELECT id FROM entry WHERE closed_at IS NULL)";

  private final Database database;

  Accounts(Database database) {
    this.database = database;
  }

  /**
   * Looks at an outbox that is not to be changed.
   *
   * @return empty where events may go to the account
   */
  public static Optional<AccountChange> look(Location location, Account account) {
    try (Database database = Database.open(location)) {
      return database.read(
          session ->
              database.hasTable(session, "account") ? change(session, account) : Optional.empty());
    }
  }

  /**
   * Notes where events go from now on.
   *
   * @return why they must not before somebody has decided; nothing is noted then
   */
  public Optional<AccountChange> use(Account account) {
    Optional<AccountChange> change = database.read(session -> change(session, account));
    if (change.isEmpty() && !database.read(Accounts::stored).equals(Optional.of(account))) {
      same(account);
    }
    return change;
  }

  /** The account is the one before under another name: what was sent stays known. */
  public void same(Account account) {
    database.write(session -> note(session, account));
  }

  /**
   * The account is another one: what was sent is forgotten, sources are read from their start, and
   * what waits goes there. Nobody may send meanwhile.
   */
  public void move(Account account) {
    database.write(
        session -> {
          session.update("DELETE FROM record_state WHERE entry NOT IN " + OPEN);
          // What waits is its record's first state there: it must not be dropped as a way back.
          session.update(
              "UPDATE entry SET earlier = NULL, previous = NULL WHERE closed_at IS NULL");
          session.update("DELETE FROM checkpoint");
          session.update("DELETE FROM left_out");
          return note(session, account);
        });
  }

  private static Optional<AccountChange> change(Session session, Account account) {
    return stored(session)
        .filter(before -> !before.equals(account))
        .map(
            before ->
                new AccountChange(
                    before,
                    account,
                    count(session, "SELECT COUNT(*) FROM record_state WHERE entry NOT IN " + OPEN),
                    count(session, "SELECT COUNT(*) FROM entry WHERE closed_at IS NULL")))
        .filter(change -> change.known() + change.waiting() > 0);
  }

  private static Optional<Account> stored(Session session) {
    return session.first(
        "SELECT url, username FROM account",
        row -> new Account(row.text("url"), row.text("username")));
  }

  private static int note(Session session, Account account) {
    return session.update(
        """
        INSERT INTO account (id, url, username) VALUES (1, ?, ?)
        ON CONFLICT (id) DO UPDATE SET url = excluded.url, username = excluded.username
        """,
        account.url(),
        account.user());
  }

  private static long count(Session session, String query) {
    return session.first(query, row -> row.number()).orElse(0L);
  }
}
