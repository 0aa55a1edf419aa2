package com.nexway.dmp.adapter.outbox;

import com.nexway.dmp.adapter.event.Draft;
import com.nexway.dmp.adapter.event.Drafts;
import com.nexway.dmp.adapter.record.Checkpoint;
import com.nexway.dmp.adapter.record.Lane;
import com.nexway.dmp.adapter.record.SecondLook;
import com.nexway.dmp.adapter.storage.Session;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A batch made ready to be stored: what costs time and needs no database is done before the
 * transaction.
 */
record Acceptance(
    String source,
    String shop,
    Lane lane,
    long now,
    List<Incoming> events,
    List<NewLetter> letters,
    List<Skip> skips,
    List<Heard> doubts,
    @Nullable Checkpoint checkpoint,
    @Nullable SecondLook look,
    Pseudonym pseudonym) {

  static Acceptance of(Drafts drafts, long now, Pseudonym pseudonym) {
    String shop = drafts.batch().shop();
    SecondLook look = drafts.batch().look();
    List<Incoming> events = new ArrayList<>();
    List<NewLetter> letters = new ArrayList<>();
    List<Skip> skips = new ArrayList<>();
    Hearing doubts = new Hearing();
    for (Draft draft : drafts.drafts()) {
      if (draft instanceof Draft.Ready ready) {
        Incoming in = Incoming.of(ready.event(), shop, ready.record().origin(), pseudonym);
        if (look == null || look.takes(in.key())) {
          events.add(in);
          ready.warnings().forEach(doubt -> doubts.doubted(in, doubt));
        }
      } else if (draft instanceof Draft.Refused refused) {
        letters.add(NewLetter.of(refused, shop, pseudonym));
      } else if (draft instanceof Draft.Skipped skip) {
        skips.add(Skip.of(skip, pseudonym));
      }
    }
    drafts.batch().unreadable().forEach(part -> letters.add(NewLetter.of(part, shop)));
    return new Acceptance(
        drafts.batch().source(),
        shop,
        drafts.batch().lane(),
        now,
        events,
        letters,
        skips,
        doubts.all(),
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
    Hearing hearing = new Hearing();
    skips.forEach(hearing::skipped);
    Intake intake = new Intake(session, source, shop, lane, look != null, now, wanted, hearing);
    intake.run(wanted, tally);
    List<NewLetter> fresh = DeadLetters.addNew(session, told, now);
    hear(told, fresh, hearing);
    new LeftOut(session, shop, source, now)
        .store(suppression.without(skips, Skip::people), intake.stale(), intake.keys());
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
    tally.add(source, Counted.READ, events.size() + letters.size() + skips.size());
    tally.add(source, Counted.SKIPPED, skips.size() + suppressed);
    tally.add(source, Counted.SUPPRESSED, suppressed);
    tally.add(source, Counted.DEAD, dead);
    tally.add(source, Counted.UNCHANGED, told.size() - dead);
    tally.store(session);
    return new Accepted(
        intake.queued(),
        unchanged,
        intake.stale().size(),
        intake.superseded(),
        skips.size() + suppressed,
        suppressed,
        dead,
        told.stream().map(NewLetter::place).collect(Collectors.toSet()),
        NewLetter.commonest(fresh),
        Stream.concat(doubts.stream(), hearing.all().stream()).toList());
  }

  /** What was refused for the same reason before is heard of as unchanged. */
  private static void hear(List<NewLetter> told, List<NewLetter> fresh, Hearing hearing) {
    Set<NewLetter> died = new HashSet<>(fresh);
    told.stream().filter(letter -> !died.contains(letter)).forEach(hearing::refusedBefore);
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
