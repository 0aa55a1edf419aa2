package com.nexway.dmp.adapter.source.database;

import com.nexway.dmp.adapter.record.Batch;
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
  @Nullable Batch ask(Question question, Reading reading) throws SQLException;

  /** What reads the rows of an answer, one at a time. */
  interface Reading {
    @Nullable Batch read(Iterator<Map<String, Object>> rows) throws SQLException;
  }
}
