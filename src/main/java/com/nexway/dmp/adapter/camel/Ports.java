package com.nexway.dmp.adapter.camel;

import com.nexway.dmp.adapter.http.PortLimits;
import com.nexway.dmp.adapter.operations.Metrics;
import com.nexway.dmp.adapter.settings.ListenSettings;
import com.nexway.dmp.adapter.settings.SourceFile;
import com.nexway.dmp.adapter.settings.SourceFiles;
import com.nexway.dmp.adapter.settings.WebhooksSettings;
import com.nexway.dmp.adapter.source.webhook.Refusals;
import com.nexway.dmp.adapter.source.webhook.WebhookReceiver;
import com.nexway.dmp.adapter.source.webhook.WebhookSettings;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.main.Main;

/** The adapter's two HTTP ports: for webhooks, where a source needs it, and for operations. */
final class Ports implements AutoCloseable {
  /** Most webhooks that are worked on at a time; each waits for the disk. */
  private static final int WEBHOOKS_AT_WORK = 8;

  private static final int QUESTIONS_AT_WORK = 2;

  private final Listening operations;
  private final Optional<Listening> webhooks;

  /** A port and the number that it is to have. */
  private record Listening(PortEngine engine, int number) {}

  /**
   * @param sources the webhook sources among them are let in
   */
  Ports(
      ListenSettings operations,
      WebhooksSettings webhooks,
      SourceFiles sources,
      WebhookReceiver receiver,
      Refusals refusals) {
    this.operations =
        new Listening(
            new PortEngine(
                "operations",
                operations.host(),
                PortLimits.forQuestions(),
                List.of(),
                Gate.FOR_QUESTIONS,
                QUESTIONS_AT_WORK),
            operations.port());
    Set<String> names =
        sources.good().stream()
            .filter(WebhookSettings.class::isInstance)
            .map(source -> source.name())
            .collect(Collectors.toUnmodifiableSet());
    Set<String> stopped =
        sources.bad().stream().map(SourceFile::name).collect(Collectors.toUnmodifiableSet());
    this.webhooks =
        names.isEmpty()
            ? Optional.empty()
            : Optional.of(
                new Listening(
                    new PortEngine(
                        "webhooks",
                        webhooks.listen().host(),
                        PortLimits.forWebhooks(webhooks.maxBody()),
                        webhooks.trustedProxies(),
                        new WebhookGate(receiver, refusals, names, stopped),
                        WEBHOOKS_AT_WORK),
                    webhooks.listen().port()));
  }

  /** Shows what was cut at each port. */
  void count(Metrics metrics) {
    each(port -> metrics.cuts(port.key(), port, PortEngine::cuts));
  }

  /** Puts the ports where routes find them. */
  void bind(Main main) {
    main.bind("operations", operations.engine());
    main.bind("platform-http-engine", operations.engine()); // Camel's component asks for one
    webhooks.ifPresent(port -> main.bind("webhooks", port.engine()));
  }

  /**
   * Listens, and answers 503 until {@link #open}.
   *
   * @throws CannotStart if a port is taken
   */
  void listen() {
    all().forEach(port -> port.engine().bind(port.number()));
  }

  /** The routes are there. */
  void open() {
    each(PortEngine::open);
  }

  /** What comes now is answered 503, so that nobody takes a stop for an answer. */
  void stopTaking() {
    each(PortEngine::stopTaking);
  }

  @Override
  public void close() {
    each(PortEngine::close);
  }

  /** The port for webhooks; empty where no source needs one. */
  Optional<PortEngine> webhooks() {
    return webhooks.map(Listening::engine);
  }

  PortEngine operations() {
    return operations.engine();
  }

  private void each(Consumer<PortEngine> what) {
    all().map(Listening::engine).forEach(what);
  }

  private Stream<Listening> all() {
    return Stream.concat(webhooks.stream(), Stream.of(operations));
  }
}
