package com.nexway.dmp.adapter.delivery;

import com.nexway.dmp.adapter.outbox.DeadLetter;
import com.nexway.dmp.adapter.outbox.Earlier;
import com.nexway.dmp.adapter.outbox.Entry;
import org.jspecify.annotations.Nullable;

/** An event in a played history, and what has become of it. Times are milliseconds. */
final class WaitingEvent {
  private static final byte[] BODY = {};

  final long id;
  final String customer;
  final boolean live;
  final long arrived;
  Earlier earlier = Earlier.NONE;
  long due;
  boolean putBack;
  long firstSent = -1;
  long over = -1;
  int sent;
  DeadLetter.@Nullable Reason dead;

  WaitingEvent(long id, String customer, boolean live, long arrived) {
    this.id = id;
    this.customer = customer;
    this.live = live;
    this.arrived = arrived;
  }

  Entry entry(boolean kin) {
    return new Entry(id, "shop", "key", customer, "order", sent + 1, earlier, kin, 1, BODY);
  }

  /** Whether it is what the DMP fails at, whatever the rest does. */
  boolean isPoison() {
    return customer.startsWith("poison");
  }

  boolean isOpen() {
    return over < 0;
  }

  boolean isDelivered() {
    return over >= 0 && dead == null;
  }

  /** How long it waited for its first request; for ever where it still does. */
  long waited() {
    return firstSent < 0 ? Long.MAX_VALUE : firstSent - arrived;
  }

  @Override
  public String toString() {
    return "%s (%s, arrived %d, waited %d, sent %d, %s)"
        .formatted(customer, live ? "live" : "back-fill", arrived, waited(), sent, earlier);
  }
}
