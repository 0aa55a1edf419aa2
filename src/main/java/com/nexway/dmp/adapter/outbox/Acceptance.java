package com.nexway.dmp.adapter.outbox;

import com.nexway.dmp.adapter.event.Draft;
import com.nexway.dmp.adapter.event.Drafts;
import com.nexway.dmp.adapter.record.Checkpoint;
import com.nexway.dmp.adapter.storage.Session;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A batch made ready to be stored: what costs time and needs no database is done before the
 * transaction.
 */
record Acceptance(
    String source,
    int lane,
    boolean supersede,
    long now,
    List<Incoming> events,
    List<NewLetter> letters,
    int skipped,
    @Nullable Checkpoint checkpoint) {

  static Acceptance of(Drafts drafts, boolean supersede, long now) {
    List<Incoming> events = new ArrayList<>();
    List<NewLetter> letters = new ArrayList<>();
    int skipped = 0;
    for (Draft draft : drafts.drafts()) {
      if (draft instanceof Draft.Ready ready) {
        events.add(Incoming.of(ready.event(), ready.record().origin()));
      } else if (draft instanceof Draft.Refused refused) {
        letters.add(NewLetter.of(refused));
      } else {
        skipped++;
      }
    }
    drafts.batch().unreadable().forEach(part -> letters.add(NewLetter.of(part)));
    return new Acceptance(
        drafts.batch().source(),
        Urgency.of(drafts.batch().lane()),
        supersede,
        now,
        events,
        letters,
        skipped,
        drafts.batch().checkpoint());
  }

  Accepted store(Session session) {
    Tally tally = new Tally();
    Intake intake = new Intake(session, source, lane, supersede, now, events);
    intake.run(events, tally);
    int dead = DeadLetters.addNew(session, letters, now).size();
    int unchanged = intake.unchanged() + letters.size() - dead;
    if (checkpoint != null) {
      move(session, checkpoint);
    }
    tally.add(source, "read", events.size() + letters.size() + skipped);
    tally.add(source, "skipped", skipped);
    tally.add(source, "dead", dead);
    tally.add(source, "unchanged", letters.size() - dead);
    tally.store(session);
    return new Accepted(
        intake.queued(), unchanged, intake.stale(), intake.superseded(), skipped, dead);
  }

  private void move(Session session, Checkpoint to) {
    session.update(
        """
        INSERT INTO checkpoint (source, key, position, moved_at) VALUES (?, ?, ?, ?)
        ON CONFLICT (source, key)
          DO UPDATE SET position = excluded.position, moved_at = excluded.moved_at
        """,
        to.source(),
        to.key(),
        to.position(),
        now);
  }
}
