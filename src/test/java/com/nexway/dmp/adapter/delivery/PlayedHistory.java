package com.nexway.dmp.adapter.delivery;

import static java.util.Comparator.comparingLong;

import com.nexway.dmp.adapter.outbox.AnswerText;
import com.nexway.dmp.adapter.outbox.DeadLetter;
import com.nexway.dmp.adapter.outbox.Entry;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;
import java.util.function.LongPredicate;

/** Plays what happens between arrivals, the outbox, {@link Blame} and a DMP, in no time at all. */
final class PlayedHistory {
  static final int PLACES = 64;

  /** How long an answer takes, in milliseconds. */
  static final long FAST = 100;

  /**
   * What the DMP does with one request.
   *
   * @param reading what its answer says
   * @param after how long that takes, in milliseconds
   * @param taken whether it has the event from now on
   */
  record Reply(Meaning reading, long after, boolean taken) {}

  /** The DMP. */
  interface Dmp {
    /**
     * @param had whether it has the event already
     */
    Reply reply(WaitingEvent event, boolean had, long now);
  }

  /** A DMP that is well, and answers each event of a customer {@code poison…} with a failure. */
  static Dmp well(Reply toPoison) {
    return (event, had, now) -> event.isPoison() ? toPoison : fine(had);
  }

  /** A DMP that is away while {@code times} says so, and well otherwise. */
  static Dmp away(LongPredicate times, Reply meanwhile) {
    return (event, had, now) -> times.test(now) ? meanwhile : fine(had);
  }

  static Reply fine(boolean had) {
    return had ? had(FAST) : taken(FAST);
  }

  private record Happening(long at, long number, Runnable what) {}

  final PlayedOutbox outbox = new PlayedOutbox();
  private final Dmp dmp;
  private final long spacing;
  private final Random dice;
  private final Set<Long> had = new HashSet<>();
  private final PriorityQueue<Happening> next =
      new PriorityQueue<>(comparingLong(Happening::at).thenComparing(Happening::number));
  private Blame blame;
  private long run;
  private int out;
  private long slot;
  private long now;
  private long numbers;
  private long wakeAt = Long.MAX_VALUE;
  int requests;
  int inVain;

  PlayedHistory(int perSecond, Random dice, Dmp dmp) {
    this.spacing = 1000 / perSecond;
    this.dice = dice;
    this.dmp = dmp;
    this.blame = begin();
  }

  private static Reply taken(long after) {
    return new Reply(new Meaning.Delivered(), after, true);
  }

  static Reply had(long after) {
    return new Reply(new Meaning.Duplicate(), after, true);
  }

  static Reply doubt(int status) {
    return doubt(status, FAST);
  }

  private static Reply doubt(int status, long after) {
    AnswerText text = new AnswerText(status, "", Instant.EPOCH);
    return new Reply(
        new Meaning.Doubt(text, "It failed.", Optional.empty(), status == 0), after, false);
  }

  static Reply timeout() {
    return doubt(0, Duration.ofSeconds(30).toMillis());
  }

  /** The DMP takes the event, and the answer is lost. */
  static Reply lost() {
    return new Reply(timeout().reading, FAST, true);
  }

  private Blame begin() {
    return new Blame(PLACES, Waits.STANDARD, 1_000_000 * (++run), dice::nextDouble);
  }

  void arrives(long at, String customer, boolean live) {
    at(
        at,
        () -> {
          outbox.accept(customer, live, now);
          drive();
        });
  }

  void arrivesEach(Duration each, Duration until, String customers) {
    for (long at = each.toMillis(); at <= until.toMillis(); at += each.toMillis()) {
      arrives(at, customers + at, true);
    }
  }

  /** The process is killed, and starts again at once. */
  void killed(long at) {
    at(
        at,
        () -> {
          outbox.restart(now);
          out = 0;
          blame = begin();
          wakeAt = Long.MAX_VALUE;
          drive();
        });
  }

  void at(long at, Runnable what) {
    next.add(new Happening(at, numbers++, what));
  }

  PlayedHistory play(Duration until) {
    while (!next.isEmpty() && next.peek().at <= until.toMillis()) {
      Happening happening = next.remove();
      now = happening.at;
      happening.what.run();
    }
    now = until.toMillis();
    return this;
  }

  Blame.Service service() {
    return blame.service(now);
  }

  List<WaitingEvent> of(String customers) {
    return outbox.all.stream().filter(e -> e.customer.startsWith(customers)).toList();
  }

  /** The event that arrived last. */
  WaitingEvent last() {
    return outbox.all.get(outbox.all.size() - 1);
  }

  /** How many live events were never tried, or wait for their first answer. */
  int crowd() {
    return outbox.firstTries() - 1;
  }

  private void drive() {
    while (true) {
      if (now < slot) {
        wake(slot);
        return;
      }
      Turn turn = blame.turn(PLACES - out, now);
      if (turn instanceof Turn.Rest rest) {
        wake(rest.until());
        return;
      }
      if (turn instanceof Turn.Flow flow) {
        Optional<WaitingEvent> event = flow(flow);
        if (event.isEmpty()) {
          if (isStill()) {
            return;
          }
        } else {
          send(event.get(), event.get().earlier.isAlone() ? Turn.Pick.ALONE : Turn.Pick.NEXT);
        }
      } else if (turn instanceof Turn.Probe probe && !probed(probe)) {
        wake(probe.until());
        if (isStill()) {
          return;
        }
      }
    }
  }

  private Optional<WaitingEvent> flow(Turn.Flow flow) {
    Optional<WaitingEvent> event = outbox.next(flow.others() > 0, now);
    return event.isEmpty() && flow.alone() ? outbox.pick(Turn.Pick.ALONE, now) : event;
  }

  private boolean probed(Turn.Probe probe) {
    for (Turn.Pick pick : probe.picks()) {
      if (pick == Turn.Pick.DELIVERED) {
        Entry delivered = blame.lastDelivered().at(now).orElseThrow();
        knock(outbox.all.get((int) delivered.id() - 1), delivered);
        return true;
      }
      Optional<WaitingEvent> event = outbox.pick(pick, now);
      if (event.isPresent()) {
        send(event.get(), pick);
        return true;
      }
    }
    return false;
  }

  /** Whether nothing changes by itself before something else happens. */
  private boolean isStill() {
    Blame.Service before = blame.service(now);
    if (!outbox.hasUntried()) {
      blame.quiet(outbox.hasFailed(), now);
    }
    outbox.nextDue(now).ifPresent(this::wake);
    return before == blame.service(now);
  }

  private void send(WaitingEvent event, Turn.Pick pick) {
    Entry entry = event.entry(outbox.kin.contains(event.customer));
    if (BlameRule.endsTheProcess(entry)) {
      outbox.over(event, DeadLetter.Reason.ENDED, now);
      return;
    }
    event.sent++;
    if (event.firstSent < 0) {
      event.firstSent = now;
    }
    request(event, entry, pick);
  }

  private void knock(WaitingEvent event, Entry entry) {
    request(event, entry, Turn.Pick.DELIVERED);
  }

  private void request(WaitingEvent event, Entry entry, Turn.Pick pick) {
    blame.begun(entry, pick, now);
    out++;
    requests++;
    slot = now + spacing;
    Reply reply = dmp.reply(event, had.contains(event.id), now);
    if (reply.taken) {
      had.add(event.id);
    }
    long of = run;
    at(
        now + reply.after,
        () -> {
          if (of == run) {
            out--;
            inVain += reply.reading instanceof Meaning.Doubt ? 1 : 0;
            outbox.settle(event, blame.read(entry, reply.reading, now), now);
            drive();
          }
        });
  }

  private void wake(long at) {
    if (at < wakeAt || wakeAt <= now) {
      if (at == Long.MAX_VALUE) {
        return;
      }
      wakeAt = at;
      at(at, this::drive);
    }
  }
}
