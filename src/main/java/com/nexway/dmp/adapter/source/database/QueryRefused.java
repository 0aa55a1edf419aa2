package com.nexway.dmp.adapter.source.database;

import java.sql.SQLException;

/** A query that cannot be a source as it stands; the message says what to write instead. */
public final class QueryRefused extends SQLException {
  private static final long serialVersionUID = 1L;

  QueryRefused(String message) {
    super(message);
  }
}
