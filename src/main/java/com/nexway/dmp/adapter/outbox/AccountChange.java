package com.nexway.dmp.adapter.outbox;

/**
 * Events would go to another account than the one that knows what was sent.
 *
 * @param known how many records are known as sent to the one before
 * @param waiting how many events wait to be sent
 */
public record AccountChange(Account before, Account now, long known, long waiting) {

  /** What that means, and the two commands of which one must be run. */
  public String words() {
    return """
        dmp.url and dmp.username name %s now, but %d records were sent to %s, and %d events wait for \
        it. If both are the same account, run: account same (what was sent stays known). If it is \
        another one, run: account new, and %d records will be sent: what was sent is forgotten, \
        databases are read again from their start, what waits goes to the new account, and CSV \
        files are to be dropped again"""
        .formatted(now, known, before, waiting, known + waiting);
  }
}
