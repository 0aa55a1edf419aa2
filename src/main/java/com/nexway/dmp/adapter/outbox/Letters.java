package com.nexway.dmp.adapter.outbox;

import com.nexway.dmp.adapter.storage.Database;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * The dead letters of an outbox: shown as files, sent again, and closed; bean {@code deadLetters}.
 */
public final class Letters {
  private final Database database;
  private final Pseudonym pseudonym;
  private final Clock clock;
  private final Runnable arrived;

  /**
   * @param arrived called when an event may be claimable
   */
  Letters(Database database, Pseudonym pseudonym, Clock clock, Runnable arrived) {
    this.database = database;
    this.pseudonym = pseudonym;
    this.clock = clock;
    this.arrived = arrived;
  }

  /** Dead letters that have no file yet, oldest first. */
  public List<DeadLetter> unfiled(int most) {
    return database.read(session -> DeadLetters.unfiled(session, most));
  }

  /** Dead letters by their numbers; those that there are. */
  public List<DeadLetter> of(Collection<Long> ids) {
    return database.read(session -> DeadLetters.of(session, ids));
  }

  /**
   * Open dead letters, oldest first.
   *
   * @param behind the number of the last one that is known, 0 for none
   */
  public List<DeadLetter> open(long behind, int most) {
    return database.read(session -> DeadLetters.open(session, behind, most));
  }

  /** How many dead letters are open, by source; those of which any is. */
  public Map<String, Long> waiting() {
    return database.read(DeadLetters::waiting);
  }

  /**
   * Ends dead letters that nobody needs.
   *
   * @return how many of them were open
   */
  public int discard(Collection<Long> ids) {
    return database.write(session -> DeadLetters.discard(session, ids));
  }

  /** The files of dead letters that are not open any more, which need nobody, by letter. */
  public Map<Long, String> over(int most) {
    return database.read(session -> DeadLetters.over(session, most));
  }

  /** Notes that the files of dead letters are gone. */
  public void cleared(Collection<Long> deadLetters) {
    database.write(session -> DeadLetters.cleared(session, deadLetters));
  }

  /** Notes the files that show dead letters, relative to the folder of dead letters. */
  public void filed(Map<Long, String> files) {
    if (!files.isEmpty()) {
      database.write(session -> DeadLetters.filed(session, files));
    }
  }

  /**
   * What became of dead letters that were sent again.
   *
   * @param deadLetters at most a thousand
   * @return delivered or refused again by dead letter; those that still wait are left out
   */
  public Map<Long, LetterState> endings(Collection<Long> deadLetters) {
    return database.read(session -> DeadLetters.endings(session, deadLetters));
  }

  /** Puts events of dead letters, mended or not, into the outbox again; an answer for each. */
  public List<Resent> resend(List<Resend> letters) {
    List<Resent> resents =
        database.write(s -> new Resending(s, clock.millis(), pseudonym).send(letters));
    if (resents.stream().anyMatch(Resent.Queued.class::isInstance)) {
      arrived.run();
    }
    return resents;
  }
}
