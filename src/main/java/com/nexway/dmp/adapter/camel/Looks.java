package com.nexway.dmp.adapter.camel;

import com.nexway.dmp.adapter.delivery.DestinationState;
import com.nexway.dmp.adapter.operations.Finding;
import com.nexway.dmp.adapter.outbox.Lease;
import com.nexway.dmp.adapter.outbox.Outbox;
import com.nexway.dmp.adapter.settings.SourceFiles;
import com.nexway.dmp.adapter.source.SourceState;
import com.nexway.dmp.adapter.source.SourceStates;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What health looks at. */
final class Looks {
  private final Outbox outbox;
  private final DeliveryBeans delivery;
  private final SourceStates states;
  private final SourceFiles sources;

  Looks(Outbox outbox, DeliveryBeans delivery, SourceStates states, SourceFiles sources) {
    this.outbox = outbox;
    this.delivery = delivery;
    this.states = states;
    this.sources = sources;
  }

  List<Supplier<List<Finding>>> all() {
    return List.of(this::store, this::destination, this::paused, this::stopped, this::running);
  }

  private List<Finding> store() {
    return List.of(
        delivery
            .outboxTrouble()
            .or(outbox::trouble)
            .map(words -> Finding.broken("outbox", words))
            .orElse(Finding.fine("outbox", "it can be written")));
  }

  /** A DMP that is away is not our illness: webhooks must go on coming in, and are kept. */
  private List<Finding> destination() {
    Lease.Standing sender = outbox.lease().standing();
    if (!sender.here()) {
      return List.of(Finding.fine("delivery", "standing by: " + sender.holder() + " sends"));
    }
    DestinationState state = delivery.destination();
    return List.of(new Finding("delivery", !state.mustBeMended(), state.words()));
  }

  private List<Finding> paused() {
    return outbox.paused().stream()
        .map(
            paused ->
                Finding.broken(
                    "source " + paused.source(),
                    "delivery is paused since %s: %s. Mend it, then: resume %s"
                        .formatted(paused.since(), paused.why(), paused.source())))
        .toList();
  }

  /** Sources that were not started, because something in their files is wrong. */
  private List<Finding> stopped() {
    return sources.bad().stream()
        .map(
            source ->
                Finding.broken(
                    "source " + source.name(), "not started: " + source.problems().get(0)))
        .toList();
  }

  private List<Finding> running() {
    return states.all().stream().map(Looks::finding).toList();
  }

  private static Finding finding(SourceState state) {
    String part = "source " + state.source();
    if (state.failure() != null) {
      return Finding.broken(part, state.failure());
    }
    String read = state.lastSuccess() == null ? "nothing read yet" : "last " + state.lastSuccess();
    return Finding.fine(
        part, String.join("; ", Stream.concat(Stream.of(read), state.toMend().stream()).toList()));
  }
}
