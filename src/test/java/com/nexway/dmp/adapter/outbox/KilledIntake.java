package com.nexway.dmp.adapter.outbox;

import com.nexway.dmp.adapter.storage.Location;
import java.time.Clock;

/** A process that takes batches in and says so, until it is killed. */
final class KilledIntake {
  static final String SAID = "accepted ";

  private KilledIntake() {}

  public static void main(String[] args) {
    try (Outbox outbox = Outbox.open(Location.of(args[0]), OnOutbox.SETTINGS, Clock.systemUTC())) {
      if (!outbox.lease().keep().here()) {
        throw new IllegalStateException("the process before this one is gone, but keeps its place");
      }
      for (int i = Integer.parseInt(args[1]); ; i++) {
        outbox.accept(Batches.of(i));
        System.out.println(SAID + i);
        System.out.flush();
      }
    }
  }
}
