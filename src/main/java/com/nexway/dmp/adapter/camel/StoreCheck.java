package com.nexway.dmp.adapter.camel;

import com.nexway.dmp.adapter.outbox.Outbox;
import com.nexway.dmp.adapter.outbox.OutboxUnavailable;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The daily look at all of the outbox; bean {@code storeCheck}. */
public final class StoreCheck {
  private static final Logger LOG = LoggerFactory.getLogger(StoreCheck.class);

  private final Outbox outbox;
  private volatile Optional<String> damage = Optional.empty();

  StoreCheck(Outbox outbox) {
    this.outbox = outbox;
  }

  /** Reads the outbox; a stop does not wait for the rest. */
  public void read(CamelContext context) {
    try {
      damage = outbox.damage(() -> !context.isStopping());
      damage.ifPresent(words -> LOG.error("The daily check of the outbox: {}", words));
    } catch (OutboxUnavailable e) {
      LOG.warn("The outbox could not be checked today: {}", e.getMessage());
    }
  }

  /** What the last look found damaged and what to do, in words; empty where all was well. */
  Optional<String> damage() {
    return damage;
  }
}
