package com.nexway.dmp.adapter.camel;

import com.nexway.dmp.adapter.client.DmpClient;
import com.nexway.dmp.adapter.client.Trust;
import com.nexway.dmp.adapter.delivery.AnswerLog;
import com.nexway.dmp.adapter.delivery.Answers;
import com.nexway.dmp.adapter.delivery.DeadStreaks;
import com.nexway.dmp.adapter.delivery.Destination;
import com.nexway.dmp.adapter.delivery.DestinationState;
import com.nexway.dmp.adapter.delivery.LetterFiling;
import com.nexway.dmp.adapter.delivery.LetterFolder;
import com.nexway.dmp.adapter.delivery.Pace;
import com.nexway.dmp.adapter.delivery.RecordsAgain;
import com.nexway.dmp.adapter.delivery.Requests;
import com.nexway.dmp.adapter.delivery.Resends;
import com.nexway.dmp.adapter.delivery.Waits;
import com.nexway.dmp.adapter.outbox.Outbox;
import com.nexway.dmp.adapter.settings.AdapterSettings;
import com.nexway.dmp.adapter.settings.DmpSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;
import org.apache.camel.CamelContext;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.Main;
import org.apache.camel.main.MainListenerSupport;
import org.jspecify.annotations.Nullable;

/** What routes/delivery.yaml names: the beans, the components {@code outbox:} and {@code dmp:}. */
public final class DeliveryBeans {
  /** The lease is renewed so often while it lasts: one renewal may be late. */
  private static final int BEATS = 3;

  private final AdapterSettings settings;
  private final Clock clock;
  private final Pace pace;
  private final Destination destination;
  private final Answers answers;
  private final OutboxComponent outbox;
  private final BooleanSupplier maySend;
  private @Nullable LetterFiling letters;

  /**
   * @param requests told of every request and its answer
   */
  public DeliveryBeans(AdapterSettings settings, Outbox outbox, Requests requests, Clock clock) {
    this(settings, Waits.STANDARD, outbox, requests, clock);
  }

  /**
   * @param waits how long is waited before something is asked again
   * @param requests told of every request and its answer
   */
  public DeliveryBeans(
      AdapterSettings settings, Waits waits, Outbox outbox, Requests requests, Clock clock) {
    this.settings = settings;
    this.clock = clock;
    this.pace = new Pace(settings.delivery().perSecond(), System::nanoTime, requests);
    this.destination =
        new Destination(
            settings.delivery().inFlight(),
            waits,
            clock,
            System::nanoTime,
            () -> ThreadLocalRandom.current().nextDouble());
    this.answers = new Answers(clock, requests, new AnswerLog(System::nanoTime));
    this.outbox = new OutboxComponent(outbox, new DeadStreaks());
    this.maySend = outbox.lease()::held;
  }

  /**
   * Puts them where the routes find them; to be called before Camel starts.
   *
   * @param deadLetters the folder of dead letters, absolute
   * @param records makes events of the records of dead letters
   * @throws CannotStart if the truststore cannot be read
   */
  public void bind(Main main, Path deadLetters, RecordsAgain records) {
    DmpComponent dmp = dmp();
    main.bind("pace", pace);
    main.bind("destination", destination);
    main.bind("answers", answers);
    LetterFiling filing = new LetterFiling(deadLetters);
    letters = filing;
    main.bind("letters", filing);
    main.bind("deadLetters", outbox.outbox().letters());
    main.bind("resends", new Resends(deadLetters, records));
    main.bind("retention", settings.retention());
    main.bind(
        "letterFolder", new LetterFolder(deadLetters, settings.retention().deadLetters(), clock));
    main.addProperty("outbox.beat", Long.toString(settings.outbox().lease().toMillis() / BEATS));
    main.addMainListener(
        new MainListenerSupport() {
          @Override
          public void beforeConfigure(BaseMainSupport starting) {
            CamelContext context = starting.getCamelContext();
            context.addComponent("outbox", outbox);
            context.addComponent("dmp", dmp);
          }
        });
  }

  private DmpComponent dmp() {
    DmpSettings dmp = settings.dmp();
    try {
      Trust trust = new Trust(dmp.truststore(), dmp.connectTimeout());
      return new DmpComponent(() -> new DmpClient(dmp, settings.delivery(), pace, maySend, trust));
    } catch (IOException e) {
      throw new CannotStart(e.getMessage(), e);
    }
  }

  /** How the DMP is doing, for health, metrics and alerts. */
  public DestinationState destination() {
    return destination.state();
  }

  /** Why dead letters have no files, in words; empty where they have. */
  public Optional<String> letterTrouble() {
    return letters == null ? Optional.empty() : letters.trouble();
  }

  /** What keeps delivery from the outbox, in words; empty while all is well. */
  public Optional<String> outboxTrouble() {
    return outbox.trouble();
  }
}
