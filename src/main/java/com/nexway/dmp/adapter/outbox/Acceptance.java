package com.nexway.dmp.adapter.outbox;

import com.nexway.dmp.adapter.event.Draft;
import com.nexway.dmp.adapter.event.Drafts;
import com.nexway.dmp.adapter.record.Checkpoint;
import com.nexway.dmp.adapter.record.Lane;
import com.nexway.dmp.adapter.record.SecondLook;
import com.nexway.dmp.adapter.storage.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A batch made ready to be stored: what costs time and needs no database is done before the
 * transaction.
 */
record Acceptance(
    String source,
    String shop,
    Lane lane,
    boolean supersede,
    long now,
    List<Incoming> events,
    List<NewLetter> letters,
    int skipped,
    @Nullable Checkpoint checkpoint,
    @Nullable SecondLook look,
    Pseudonym pseudonym) {

  static Acceptance of(Drafts drafts, boolean supersede, long now, Pseudonym pseudonym) {
    String shop = drafts.batch().shop();
    SecondLook look = drafts.batch().look();
    List<Incoming> events = new ArrayList<>();
    List<NewLetter> letters = new ArrayList<>();
    int skipped = 0;
    for (Draft draft : drafts.drafts()) {
      if (draft instanceof Draft.Ready ready) {
        Incoming in = Incoming.of(ready.event(), shop, ready.record().origin(), pseudonym);
        if (look == null || look.takes(in.key())) {
          events.add(in);
        }
      } else if (draft instanceof Draft.Refused refused) {
        letters.add(NewLetter.of(refused, shop, pseudonym));
      } else {
        skipped++;
      }
    }
    drafts.batch().unreadable().forEach(part -> letters.add(NewLetter.of(part, shop)));
    return new Acceptance(
        drafts.batch().source(),
        shop,
        drafts.batch().lane(),
        supersede,
        now,
        events,
        letters,
        skipped,
        drafts.batch().checkpoint(),
        look,
        pseudonym);
  }

  Accepted store(Session session) {
    Suppression suppression = new Suppression(session, pseudonym);
    List<Incoming> wanted = suppression.without(events, Incoming::people);
    List<NewLetter> told = suppression.without(letters, NewLetter::people);
    int suppressed = events.size() - wanted.size() + letters.size() - told.size();
    Tally tally = new Tally();
    Intake intake = new Intake(session, source, shop, lane, supersede, look != null, now, wanted);
    intake.run(wanted, tally);
    List<NewLetter> fresh = DeadLetters.addNew(session, told, now);
    int dead = fresh.size();
    int unchanged = intake.unchanged() + told.size() - dead;
    if (look != null) {
      intake.origins().forEach(look::missed);
      tally.add(source, Counted.MISSED, intake.queued());
    }
    Checkpoint to = look == null ? checkpoint : look.checkpoint();
    if (to != null) {
      move(session, to);
    }
    tally.add(source, Counted.READ, events.size() + letters.size() + skipped);
    tally.add(source, Counted.SKIPPED, skipped + suppressed);
    tally.add(source, Counted.SUPPRESSED, suppressed);
    tally.add(source, Counted.DEAD, dead);
    tally.add(source, Counted.UNCHANGED, told.size() - dead);
    tally.store(session);
    return new Accepted(
        intake.queued(),
        unchanged,
        intake.stale(),
        intake.superseded(),
        skipped + suppressed,
        suppressed,
        dead,
        told.stream().map(NewLetter::place).collect(Collectors.toSet()),
        NewLetter.commonest(fresh));
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
