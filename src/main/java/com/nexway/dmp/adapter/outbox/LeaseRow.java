package com.nexway.dmp.adapter.outbox;

import com.nexway.dmp.adapter.storage.Session;

/**
 * Who holds the lease, as the store has it.
 *
 * @param holder the process, as {@link Holder#stored}
 * @param epoch how often the lease has changed hands
 * @param free whether it was given up
 */
record LeaseRow(String holder, long epoch, boolean free) {
  static LeaseRow of(Session session) {
    return session
        .first(
            "SELECT holder, epoch, free FROM lease WHERE name = 'sender'",
            row -> new LeaseRow(row.text("holder"), row.number("epoch"), row.small("free") == 1))
        .orElseThrow();
  }

  boolean isHeldUnder(long mine) {
    return epoch == mine && !free;
  }
}
