package com.nexway.dmp.adapter.storage;

import java.sql.SQLException;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Connections that only read: as many as ask at once, a few of them kept. */
final class Readers {
  private static final int KEPT = 2;

  private final Location location;
  private final Engine dialect;
  private final ConcurrentLinkedDeque<Session> idle = new ConcurrentLinkedDeque<>();
  private volatile boolean closed;

  Readers(Location location, Engine dialect) {
    this.location = location;
    this.dialect = dialect;
  }

  <T> T read(Function<Session, T> work) {
    if (closed) {
      throw new StorageUnavailable(location + " is closed", null);
    }
    Session session = idle.pollFirst();
    try {
      if (session == null) {
        session = new Session(dialect.connectReader());
      }
      T answer = work.apply(session);
      giveBack(session);
      return answer;
    } catch (SqlFailure e) {
      discard(session);
      throw dialect.explain(e.failure());
    } catch (SQLException e) {
      throw dialect.explain(e);
    } catch (RuntimeException | Error e) {
      discard(session);
      throw e;
    }
  }

  void close() {
    closed = true;
    for (Session session = idle.pollFirst(); session != null; session = idle.pollFirst()) {
      session.discard();
    }
  }

  private void giveBack(Session session) {
    if (closed || idle.size() >= KEPT) {
      session.discard();
    } else {
      idle.addFirst(session);
    }
  }

  private static void discard(@Nullable Session session) {
    if (session != null) {
      session.discard();
    }
  }
}
