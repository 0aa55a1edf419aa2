package com.nexway.dmp.adapter.outbox;

import com.nexway.dmp.adapter.record.Lane;

/** The lanes as the outbox stores them: in the order in which they are claimed. */
final class Urgency {
  static final int LIVE = 0;
  static final int BACKFILL = 1;

  private Urgency() {}

  static int of(Lane lane) {
    return switch (lane) {
      case LIVE -> LIVE;
      case BACKFILL -> BACKFILL;
    };
  }
}
