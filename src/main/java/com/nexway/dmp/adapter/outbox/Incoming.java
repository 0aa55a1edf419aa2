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
    Hash customer = Hash.of(event.customer());
    Hash person = person(event);
    return new Incoming(
        event,
        origin,
        Hash.of(event.fingerprint()),
        customer,
        customer.equals(person) ? null : person);
  }

  static @Nullable Hash person(Event event) {
    String email = event.json().path("user").path("email").asText("");
    return email.isEmpty() ? null : Hash.of(email.toLowerCase(Locale.ROOT));
  }
}
