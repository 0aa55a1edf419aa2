package com.nexway.dmp.adapter.demo;

import com.nexway.dmp.adapter.sandbox.Received;
import com.nexway.dmp.adapter.sandbox.Sandbox;
import java.util.HashSet;
import java.util.Set;

/** Which orders the sandbox has taken so far. */
final class Arrivals {
  private final Sandbox sandbox;
  private final Set<String> orders = new HashSet<>();
  private long read;

  Arrivals(Sandbox sandbox) {
    this.sandbox = sandbox;
  }

  synchronized boolean has(String order) {
    for (Received received : sandbox.received()) {
      if (received.number() > read) {
        read = received.number();
        if (received.taken()) {
          orders.add(received.json().path("order").path("id").asText());
        }
      }
    }
    return orders.contains(order);
  }
}
