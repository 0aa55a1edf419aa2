package com.nexway.dmp.adapter.outbox;

import com.nexway.dmp.adapter.storage.Database;
import com.nexway.dmp.adapter.storage.Session;

/**
 * What shows a standby that the holder of the lease still runs: something that changes while it
 * does. Who holds the lease stands in its row, and only there.
 */
interface Beat {
  /**
   * Shows that the holder runs, unless the row says that it holds the lease no more.
   *
   * @param epoch the holder's
   * @return whether it holds the lease still
   * @throws com.nexway.dmp.adapter.storage.StorageUnavailable if that cannot be shown or asked
   */
  boolean next(long epoch);

  /** What it showed last; only whether it is another than before means anything. */
  String last();

  /** The one that fits: a file beside a file, a row on a server. */
  static Beat of(Database database) {
    return database
        .file()
        .<Beat>map(
            file -> new BeatFile(file.resolveSibling(file.getFileName() + ".beat"), database))
        .orElseGet(() -> new InTable(database));
  }

  /** In the lease's row: for processes that share a server alone. */
  record InTable(Database database) implements Beat {
    @Override
    public boolean next(long epoch) {
      return database.write(session -> beaten(session, epoch)) == 1;
    }

    private static int beaten(Session session, long epoch) {
      return session.update(
          "UPDATE lease SET beat = beat + 1 WHERE name = 'sender' AND epoch = ? AND free = 0",
          epoch);
    }

    @Override
    public String last() {
      return database.read(
          session ->
              session
                  .first("SELECT beat FROM lease WHERE name = 'sender'", row -> row.number() + "")
                  .orElse(""));
    }
  }
}
