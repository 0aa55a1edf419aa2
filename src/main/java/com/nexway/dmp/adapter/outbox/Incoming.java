package com.nexway.dmp.adapter.outbox;

import com.nexway.dmp.adapter.event.Event;
import com.nexway.dmp.adapter.record.Origin;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An event on its way in, with what can be computed before the transaction.
 *
 * @param key what identifies the record in its shop, as the outbox keeps it
 * @param customer whose order is kept
 * @param person whose address it carries, where that is not the customer; for erasing
 */
record Incoming(
    Event event,
    String shop,
    Origin origin,
    String key,
    Hash fingerprint,
    Hash customer,
    @Nullable Hash person) {

  static Incoming of(Event event, String shop, Origin origin, Pseudonym pseudonym) {
    return new Incoming(
        event,
        shop,
        origin,
        pseudonym.key(event.key()),
        Hash.of(event.fingerprint()),
        customer(event),
        line(event).equals(address(event)) ? null : person(event));
  }

  /** The same in the line of a customer whose name is not known any more. */
  Incoming in(Hash line) {
    return new Incoming(event, shop, origin, key, fingerprint, line, person(event));
  }

  static Hash customer(Event event) {
    return Hash.of(line(event));
  }

  static @Nullable Hash person(Event event) {
    String address = address(event);
    return address.isEmpty() ? null : Hash.of(address);
  }

  /** The addresses of the people that it is about. */
  Set<String> people() {
    return people(event);
  }

  static Set<String> people(Event event) {
    Set<String> people = new LinkedHashSet<>();
    if (!address(event).isEmpty()) {
      people.add(address(event));
    }
    if (line(event).indexOf('@') >= 0) {
      people.add(line(event));
    }
    return people;
  }

  private static String line(Event event) {
    String customer = event.customer();
    return customer.indexOf('@') >= 0 ? Person.normal(customer) : customer;
  }

  private static String address(Event event) {
    return Person.normal(event.json().path("user").path("email").asText(""));
  }
}
