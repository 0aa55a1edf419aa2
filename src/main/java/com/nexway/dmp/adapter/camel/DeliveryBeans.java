package com.nexway.dmp.adapter.camel;

import com.nexway.dmp.adapter.delivery.Answers;
import com.nexway.dmp.adapter.delivery.DeadStreaks;
import com.nexway.dmp.adapter.delivery.Destination;
import com.nexway.dmp.adapter.delivery.DestinationState;
import com.nexway.dmp.adapter.delivery.Pace;
import com.nexway.dmp.adapter.outbox.Outbox;
import com.nexway.dmp.adapter.settings.AdapterSettings;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.camel.CamelContext;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.Main;
import org.apache.camel.main.MainListenerSupport;

/** What routes/delivery.yaml names: the beans, the component {@code outbox:}, the end-point. */
public final class DeliveryBeans {
  private final AdapterSettings settings;
  private final Pace pace;
  private final Destination destination;
  private final Answers answers;
  private final OutboxComponent outbox;

  public DeliveryBeans(AdapterSettings settings, Outbox outbox, Clock clock) {
    this.settings = settings;
    this.pace = new Pace(settings.delivery().perSecond(), System::nanoTime);
    this.destination =
        new Destination(
            settings.retry(), clock, () -> ThreadLocalRandom.current().nextDouble());
    this.answers = new Answers(settings.retry(), clock);
    this.outbox = new OutboxComponent(outbox, new DeadStreaks(settings.retry()));
  }

  /** Puts them where the routes find them; to be called before Camel starts. */
  public void bind(Main main) {
    main.bind("pace", pace);
    main.bind("destination", destination);
    main.bind("answers", answers);
    main.bind("dmpClient", new DmpClient(settings.dmp(), settings.delivery(), pace));
    main.addProperty("dmp.endpoint", settings.dmp().url().toString());
    main.addProperty("dmp.in-flight", Integer.toString(settings.delivery().inFlight()));
    main.addMainListener(
        new MainListenerSupport() {
          @Override
          public void beforeConfigure(BaseMainSupport starting) {
            CamelContext context = starting.getCamelContext();
            context.addComponent("outbox", outbox);
          }
        });
  }

  /** How the DMP is doing, for health, metrics and alerts. */
  public DestinationState destination() {
    return destination.state();
  }

  /** What keeps delivery from the outbox, in words; empty while nothing does. */
  public Optional<String> outboxTrouble() {
    return outbox.trouble();
  }
}
