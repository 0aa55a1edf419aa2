package com.nexway.dmp.adapter.operations;

import com.nexway.dmp.adapter.health.Finding;
import com.nexway.dmp.adapter.health.Part;
import com.nexway.dmp.adapter.outbox.Accepted;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records that became dead letters: each batch tells how many, and of what most of them died.
 * Sources of which every record is refused are nobody's typing mistake, but a mapping that does not
 * fit: told once when it is sure, and once when a record becomes an event again. Safe for several
 * threads; bean {@code refusedRecords}.
 */
public final class RefusedRecords implements Part {
  private static final Logger LOG = LoggerFactory.getLogger(RefusedRecords.class);

  /** So many in a row are no coincidence; fewer are what their dead letters say. */
  private static final long SURE = 20;

  private final Clock clock;
  private final Map<String, Streak> streaks = new TreeMap<>();

  private static final class Streak {
    private final Instant since;
    private long records;
    private String why = "";

    Streak(Instant since) {
      this.since = since.truncatedTo(ChronoUnit.SECONDS);
    }

    String words(String source) {
      return """
      all %d records since %s were refused, and none became an event: does the mapping fit what the \
      shop gives? Most of the last ones: %s. The files in dead-letters/%s/ say what is wrong"""
          .formatted(records, since, why, source);
    }
  }

  public RefusedRecords(Clock clock) {
    this.clock = clock;
  }

  /** A batch of a source was stored. */
  public synchronized void stored(String source, Accepted batch) {
    if (batch.why() != null) {
      LOG.warn(
          "{}: {} not sent; the commonest reason: {}. See dead-letters/{}/",
          source,
          batch.dead() == 1 ? "1 record is" : batch.dead() + " records are",
          batch.why(),
          source);
    }
    if (batch.queued() + batch.unchanged() + batch.stale() > 0) {
      Streak over = streaks.remove(source);
      if (over != null && over.records >= SURE) {
        LOG.info("{}: records become events again, after {} refused ones", source, over.records);
      }
    } else if (batch.dead() > 0) {
      Streak streak = streaks.computeIfAbsent(source, name -> new Streak(clock.instant()));
      boolean sure = streak.records >= SURE;
      streak.records += batch.dead();
      streak.why = String.valueOf(batch.why());
      if (!sure && streak.records >= SURE) {
        LOG.warn("{}: {}", source, streak.words(source));
      }
    }
  }

  @Override
  public synchronized List<Finding> look() {
    List<Finding> findings = new ArrayList<>();
    streaks.forEach(
        (source, streak) -> {
          if (streak.records >= SURE) {
            findings.add(Finding.watch("source " + source, streak.words(source)));
          }
        });
    return findings;
  }
}
