package com.nexway.dmp.adapter.outbox;

import com.nexway.dmp.adapter.storage.Session;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Customers whose event was given up as poison, until one of theirs is taken: their next events
 * have fewer attempts. There are few.
 */
final class Blamed {
  private Blamed() {}

  static void blame(Session session, Collection<Hash> customers, long now) {
    List<@Nullable Object[]> rows = new ArrayList<>();
    customers.forEach(customer -> rows.add(new @Nullable Object[] {customer.bytes(), now}));
    session.updateEach(
        """
        INSERT INTO blamed_customer (customer, since) VALUES (?, ?)
        ON CONFLICT (customer) DO UPDATE SET since = excluded.since
        """,
        rows);
  }

  static void forgive(Session session, Collection<Hash> customers) {
    session.updateIn(
        "DELETE FROM blamed_customer WHERE customer IN ({keys})",
        customers.stream().map(Hash::bytes).toList());
  }

  /** Forgets whom nobody has heard of since. */
  static void forget(Session session, long before) {
    session.update("DELETE FROM blamed_customer WHERE since < ?", before);
  }
}
