package com.nexway.dmp.adapter.storage;

import java.sql.SQLException;

/** Carries a failure out of a transaction's work; never leaves the package. */
final class SqlFailure extends RuntimeException {
  private final SQLException failure;

  SqlFailure(SQLException failure) {
    super(failure);
    this.failure = failure;
  }

  SQLException failure() {
    return failure;
  }
}
