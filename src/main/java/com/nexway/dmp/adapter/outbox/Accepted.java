package com.nexway.dmp.adapter.outbox;

import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * What became of a batch.
 *
 * @param queued events stored, to be sent
 * @param unchanged records whose event is the one last accepted: no request
 * @param stale records older than the last one seen for their key
 * @param superseded waiting events that a newer one of the same key replaced
 * @param skipped records that are left out on purpose: by the mapping, or as those of a suppressed
 *     person
 * @param suppressed how many of them for the sake of a person who was erased
 * @param dead records that became dead letters
 * @param refused the places of all records that are dead letters, those of an earlier batch too
 * @param why what most of the new dead letters died of, without anybody's values; null where there
 *     is none
 * @param heard what was not sent for other reasons than an error, or sent with a doubt
 */
public record Accepted(
    int queued,
    int unchanged,
    int stale,
    int superseded,
    int skipped,
    int suppressed,
    int dead,
    Set<String> refused,
    @Nullable String why,
    List<Heard> heard) {

  /** A batch of which nothing was refused. */
  public Accepted(
      int queued, int unchanged, int stale, int superseded, int skipped, int suppressed, int dead) {
    this(
        queued, unchanged, stale, superseded, skipped, suppressed, dead, Set.of(), null, List.of());
  }

  /** Whether the batch brought nothing at all. */
  public boolean isNothing() {
    return toString().isEmpty();
  }

  /** The counts that are not zero, in words; empty where the batch brought nothing. */
  @Override
  public String toString() {
    StringJoiner words = new StringJoiner(", ");
    add(words, queued, "queued");
    add(words, unchanged, "unchanged");
    add(words, stale, "stale");
    add(words, superseded, "superseded");
    add(words, skipped, suppressed == 0 ? "skipped" : "skipped (" + suppressed + " suppressed)");
    add(words, dead, "dead");
    return words.toString();
  }

  private static void add(StringJoiner words, int count, String what) {
    if (count > 0) {
      words.add(count + " " + what);
    }
  }
}
