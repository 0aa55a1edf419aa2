package com.nexway.dmp.adapter.outbox;

import com.nexway.dmp.adapter.storage.Row;

/** An entry that might be claimed. */
record Waiter(long id, String source) {
  static Waiter of(Row row) {
    return new Waiter(row.number("id"), row.text("source"));
  }
}
