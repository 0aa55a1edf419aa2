package com.nexway.dmp.adapter.outbox;

import com.nexway.dmp.adapter.event.Drafts;
import com.nexway.dmp.adapter.record.Checkpoint;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * The durable store between intake and delivery. Every method is one transaction; one that throws
 * {@link OutboxUnavailable} has stored nothing.
 */
public interface Outbox extends AutoCloseable {

  /**
   * Stores a batch: its events, its refused and unreadable records as dead letters, and its
   * checkpoint, in one transaction.
   */
  Accepted accept(Drafts drafts);

  /** The right to send; {@link #claim} gives nothing to a process that does not hold it. */
  Lease lease();

  /** How far a source has been read; empty where it never was. */
  Optional<Checkpoint> checkpoint(String source, String key);

  /**
   * Takes entries to send: at most one per customer. Only the holder of the lease gets any.
   *
   * @param wanted which; all but {@link Wanted.Next} give one at most
   */
  List<Entry> claim(Wanted wanted);

  /** What waits to be claimed, now or later. */
  Waiting waiting();

  /** Stores what became of claimed entries; one whose epoch is over is left alone. */
  void settle(List<Settlement> settlements);

  /** When the earliest waiting retry is due; empty where none waits or another process sends. */
  Optional<Instant> nextDue();

  /** When the oldest entry came in that could be claimed now; empty where none waits. */
  Optional<Instant> oldestReady();

  /**
   * Called after each commit that may have made an entry claimable; must neither block nor throw.
   */
  void onArrival(Runnable wake);

  /** Dead letters that have no file yet, oldest first. */
  List<DeadLetter> unfiled(int most);

  /** Notes the files that show dead letters, relative to the folder of dead letters. */
  void filed(Map<Long, String> files);

  /**
   * What became of dead letters that were sent again.
   *
   * @param deadLetters at most a thousand
   * @return {@code delivered} or {@code refused again} by dead letter; those that still wait are
   *     left out
   */
  Map<Long, String> endings(Collection<Long> deadLetters);

  /** Puts events of dead letters, mended or not, into the outbox again; an answer for each. */
  List<Resent> resend(List<Resend> letters);

  /** Stops delivery of a source's events, with the reason in words, until it is resumed. */
  void pause(String source, String why);

  void resume(String source);

  /** The sources whose delivery is stopped. */
  List<Paused> paused();

  /** Numbers per source and state, from a table kept in the same transactions: no counting. */
  List<Count> counts();

  /**
   * Why nothing new can be stored, in words for health; empty where all is well. It is the last
   * write's failure, or too little room on the disk.
   */
  Optional<String> trouble();

  /** One small step of forgetting what is old. To be called again while there is more. */
  Forgotten retain(RetentionSettings retention);

  /** The account of the DMP that knows what was sent. */
  Accounts accounts();

  /** The people whom it knows, to forget one of them. */
  People people();

  /**
   * Writes a copy as of now, while intake and delivery go on; the adapter starts from it.
   *
   * @throws com.nexway.dmp.adapter.storage.StorageRefused with PostgreSQL, whose own pg_dump does
   *     it
   */
  void backup(Path target);

  /**
   * Reads the whole store while intake and delivery go on; what is damaged and what to do, in
   * words, empty where nothing is. Takes seconds for each gigabyte. PostgreSQL sees to itself.
   *
   * @param goOn asked all the time; where it says no, the rest is not read
   */
  Optional<String> damage(BooleanSupplier goOn);

  @Override
  void close();
}
