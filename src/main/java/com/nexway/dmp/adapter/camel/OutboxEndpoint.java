package com.nexway.dmp.adapter.camel;

import com.nexway.dmp.adapter.delivery.Destination;
import com.nexway.dmp.adapter.delivery.Pace;
import org.apache.camel.Component;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultEndpoint;
import org.jspecify.annotations.Nullable;

/** One use of the outbox in a route. */
public final class OutboxEndpoint extends DefaultEndpoint {
  private static final int IN_FLIGHT = 64;

  private final OutboxComponent outbox;
  private final String use;
  private int inFlight = IN_FLIGHT;
  private @Nullable Pace pace;
  private @Nullable Destination destination;

  OutboxEndpoint(String uri, OutboxComponent outbox, String use) {
    super(uri, (Component) outbox);
    this.outbox = outbox;
    this.use = use;
  }

  @Override
  public Producer createProducer() {
    return switch (use) {
      case "accept" -> new AcceptProducer(this, outbox.outbox());
      case "settle" -> new SettleProducer(this, outbox.settling());
      case "lease" -> new LeaseProducer(this, outbox.outbox().lease(), outbox.watch());
      default ->
          throw new IllegalArgumentException(
              "to: outbox:" + use + " is not there; it is outbox:accept, settle or lease");
    };
  }

  @Override
  public Consumer createConsumer(Processor processor) throws Exception {
    Pace slots = pace;
    Destination dmp = destination;
    if (slots == null || dmp == null) {
      throw new IllegalArgumentException("from: outbox:" + use + " needs pace and destination");
    }
    OutboxConsumer consumer =
        new OutboxConsumer(this, processor, new Admission(inFlight, slots, dmp), dmp);
    configureConsumer(consumer);
    return consumer;
  }

  OutboxComponent outbox() {
    return outbox;
  }

  /** Most events handed out and not yet settled. */
  public void setInFlight(int inFlight) {
    this.inFlight = inFlight;
  }

  /** The pace that the route asks for a slot: no more is claimed than slots are near. */
  public void setPace(Pace pace) {
    this.pace = pace;
  }

  /** The destination: nothing is claimed while it must be left alone. */
  public void setDestination(Destination destination) {
    this.destination = destination;
  }
}
