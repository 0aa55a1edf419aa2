package com.nexway.dmp.adapter.source.database;

import java.sql.SQLException;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Asks a shop's database for somebody who stores nothing, as the route asks it in a run. */
public interface QueryExecutor {
  /**
   * Asks one question and reads its answer while it comes.
   *
   * @throws SQLException where the database is away or refuses the question
   */
  <T extends @Nullable Object> T ask(Question question, Reading<T> reading) throws SQLException;

  /** What reads the rows of an answer, one at a time. */
  interface Reading<T extends @Nullable Object> {
    T read(Iterator<Map<String, Object>> rows) throws SQLException;
  }
}
