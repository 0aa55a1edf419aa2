package com.nexway.dmp.adapter.delivery;

import com.nexway.dmp.adapter.outbox.Earlier;
import com.nexway.dmp.adapter.outbox.Entry;
import java.nio.charset.StandardCharsets;

/** Claimed events. */
final class Entries {
  private Entries() {}

  static Entry first(long id) {
    return entry(id, Earlier.NONE);
  }

  static Entry entry(long id, Earlier earlier) {
    return new Entry(
        id,
        "orders",
        "order:" + id,
        "customer " + id,
        "order",
        1,
        earlier,
        false,
        1,
        "{}".getBytes(StandardCharsets.UTF_8));
  }
}
