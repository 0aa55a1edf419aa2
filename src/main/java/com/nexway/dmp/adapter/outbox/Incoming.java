package com.nexway.dmp.adapter.outbox;

import com.nexway.dmp.adapter.event.Event;
import com.nexway.dmp.adapter.record.Origin;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An event on its way in, with what can be computed before the transaction.
 *
 * @param customer whose order is kept
 * @param person whose address it carries, where that is not the customer; for erasing
 */
record Incoming(
    Event event, Origin origin, Hash fingerprint, Hash customer, @Nullable Hash person) {

  static Incoming of(Event event, Origin origin) {
    boolean one = event.customer().equals(address(event));
    return new Incoming(
        event,
        origin,
        Hash.of(event.fingerprint()),
        Hash.of(event.customer()),
        one ? null : person(event));
  }

  static @Nullable Hash person(Event event) {
    String address = address(event);
    return address.isEmpty() ? null : Hash.of(address);
  }

  private static String address(Event event) {
    return event.json().path("user").path("email").asText("").toLowerCase(Locale.ROOT);
  }
}
