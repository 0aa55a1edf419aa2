package com.nexway.dmp.adapter.camel;

import com.nexway.dmp.adapter.delivery.DestinationState;
import com.nexway.dmp.adapter.delivery.DestinationState.Mode;
import com.nexway.dmp.adapter.files.Obstacle;
import com.nexway.dmp.adapter.health.Finding;
import com.nexway.dmp.adapter.health.Parts;
import com.nexway.dmp.adapter.health.Word;
import com.nexway.dmp.adapter.outbox.Lease;
import com.nexway.dmp.adapter.outbox.Outbox;
import com.nexway.dmp.adapter.outbox.Paused;
import com.nexway.dmp.adapter.settings.SourceFile;
import com.nexway.dmp.adapter.settings.SourceFiles;
import com.nexway.dmp.adapter.source.SourceState;
import com.nexway.dmp.adapter.source.SourceStates;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** What health looks at in the store, in delivery and in the sources. */
final class HealthChecks {
  private static final String SOURCE = "source ";

  private final Outbox outbox;
  private final DeliveryBeans delivery;
  private final SourceStates states;
  private final SourceFiles sources;

  HealthChecks(Outbox outbox, DeliveryBeans delivery, SourceStates states, SourceFiles sources) {
    this.outbox = outbox;
    this.delivery = delivery;
    this.states = states;
    this.sources = sources;
  }

  void addTo(Parts parts) {
    parts.add(HealthChecks::machine).add(this::store).add(this::destination).add(this::paused);
    parts.add(this::stopped).add(this::running).add(this::letters);
  }

  private static List<Finding> machine() {
    return Obstacle.toOpening().map(words -> Finding.down("machine", words)).stream().toList();
  }

  private List<Finding> store() {
    return List.of(
        delivery
            .outboxTrouble()
            .or(outbox.upkeep()::trouble)
            .map(words -> Finding.down("outbox", words))
            .orElse(Finding.up("outbox", "it can be written")));
  }

  /** A DMP that is away is not our illness: webhooks must go on coming in, and are kept. */
  private List<Finding> destination() {
    Lease.Standing sender = outbox.lease().standing();
    if (!sender.here()) {
      return List.of(Finding.up("delivery", "standing by: " + sender.holder() + " sends"));
    }
    DestinationState state = delivery.destination();
    boolean flows = state.mode() == Mode.FLOWING;
    Word word = state.mustBeMended() ? Word.DOWN : flows ? Word.UP : Word.WATCH;
    return List.of(new Finding("delivery", word, state.words()));
  }

  private List<Finding> paused() {
    return outbox.paused().stream().map(HealthChecks::finding).toList();
  }

  private static Finding finding(Paused paused) {
    return Finding.watch(
        SOURCE + paused.source(),
        "delivery is paused since %s: %s. Mend it, then: resume %s"
            .formatted(
                paused.since().truncatedTo(ChronoUnit.SECONDS), paused.why(), paused.source()));
  }

  /** Sources that were not started, because something in their files is wrong. */
  private List<Finding> stopped() {
    return sources.bad().stream().map(HealthChecks::finding).toList();
  }

  private static Finding finding(SourceFile source) {
    return Finding.watch(SOURCE + source.name(), "not started: " + source.problems().get(0));
  }

  private List<Finding> running() {
    return states.all().stream().flatMap(state -> findings(state).stream()).toList();
  }

  private List<Finding> letters() {
    return delivery
        .letterTrouble()
        .map(words -> List.of(Finding.watch("dead letters", words)))
        .orElse(List.of());
  }

  private static List<Finding> findings(SourceState state) {
    String part = SOURCE + state.source();
    List<Finding> findings = new ArrayList<>();
    if (state.failure() != null) {
      findings.add(Finding.watch(part, state.failure()));
    }
    state.toMend().forEach(words -> findings.add(Finding.watch(part, words)));
    String read =
        state.lastSuccess() == null
            ? "nothing read yet"
            : "last read " + state.lastSuccess().truncatedTo(ChronoUnit.SECONDS);
    findings.add(Finding.up(part, state.doing().isEmpty() ? read : read + ", " + state.doing()));
    return findings;
  }
}
