package com.nexway.dmp.adapter.camel;

import com.nexway.dmp.adapter.delivery.Destination;
import com.nexway.dmp.adapter.delivery.Turn;
import com.nexway.dmp.adapter.delivery.Turn.Pick;
import com.nexway.dmp.adapter.outbox.Entry;
import com.nexway.dmp.adapter.outbox.Outbox;
import com.nexway.dmp.adapter.outbox.Waiting;
import com.nexway.dmp.adapter.outbox.Wanted;
import java.util.List;
import java.util.Optional;

/** Takes from the outbox what the destination's turn asks for. */
final class Claiming {
  private final Outbox outbox;
  private final Destination destination;

  Claiming(Outbox outbox, Destination destination) {
    this.outbox = outbox;
    this.destination = destination;
  }

  /**
   * What was found.
   *
   * @param pick why these
   * @param changed whether it is worth looking again at once
   */
  record Claimed(List<Entry> entries, Pick pick, boolean changed) {
    static final Claimed NOTHING = new Claimed(List.of(), Pick.NEXT, false);

    static Claimed of(List<Entry> entries, Pick pick) {
      return new Claimed(entries, pick, !entries.isEmpty());
    }
  }

  Claimed of(Turn turn) {
    if (turn instanceof Turn.Flow flow) {
      Wanted next = new Wanted.Next(flow.most(), flow.others(), flow.alone());
      return Claimed.of(outbox.claim(next), Pick.NEXT);
    }
    return turn instanceof Turn.Probe probe ? probe(probe) : Claimed.NOTHING;
  }

  private Claimed probe(Turn.Probe probe) {
    for (Pick pick : probe.picks()) {
      Claimed claimed =
          pick == Pick.DELIVERED ? delivered() : Claimed.of(outbox.claim(wanted(pick)), pick);
      if (claimed.changed()) {
        return claimed;
      }
    }
    return Claimed.NOTHING;
  }

  /** The last delivered event once more, unless its person was erased meanwhile. */
  private Claimed delivered() {
    if (!outbox.lease().held()) {
      return Claimed.NOTHING;
    }
    Optional<Entry> last = destination.delivered();
    Optional<Entry> known = last.filter(entry -> outbox.people().remembers(entry.id()));
    if (known.isEmpty()) {
      last.ifPresent(destination::forget);
    }
    return new Claimed(known.stream().toList(), Pick.DELIVERED, last.isPresent());
  }

  private static Wanted wanted(Pick pick) {
    return switch (pick) {
      case NEWCOMER -> new Wanted.Newcomer(Destination.FRESH);
      case UNTRIED -> new Wanted.Untried();
      case ALONE -> new Wanted.Alone();
      case FAILED -> new Wanted.Failed();
      case NEXT, DELIVERED -> new Wanted.Next(1, 1, false);
    };
  }

  /**
   * Where nothing waits but what has failed, or nothing at all, the destination may change.
   *
   * @param outstanding how many are handed out and not yet settled
   */
  boolean isOtherwise(int outstanding) {
    if (outstanding > 0 || !destination.isDoubtful() || !outbox.lease().held()) {
      return false;
    }
    Waiting waiting = outbox.waiting();
    return !waiting.untried() && destination.quiet(waiting.failed());
  }
}
