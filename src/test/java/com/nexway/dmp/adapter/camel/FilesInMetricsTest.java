package com.nexway.dmp.adapter.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nexway.dmp.adapter.delivery.DeliverySettings;
import com.nexway.dmp.adapter.health.Health;
import com.nexway.dmp.adapter.health.Parts;
import com.nexway.dmp.adapter.operations.Metrics;
import com.nexway.dmp.adapter.outbox.Outbox;
import com.nexway.dmp.adapter.outbox.OutboxSettings;
import com.nexway.dmp.adapter.storage.Location;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the numbers say of a file while it is read. */
final class FilesInMetricsTest {
  private static final String NUMBER = "dmp_adapter_file{source=\"customers\",what=\"%s\"} ";

  @TempDir Path home;
  private final RecordingIntake intake = new RecordingIntake();

  @Test
  void a_file_is_shown_from_its_first_batch_to_its_end() throws Exception {
    List<List<String>> shown = new CopyOnWriteArrayList<>();
    Path folder = Files.createDirectories(home.resolve("drop/customers"));
    try (Outbox outbox = outbox();
        RunningSources running =
            new RunningSources.Builder(home, intake).batches(2).csv("customers").start()) {
      Metrics metrics = metrics(outbox, running);
      intake.before(() -> shown.add(numbers(metrics)));

      Files.writeString(folder.resolve("a.csv"), "id\n1\n2\n3\n4\n5\n");

      await().until(() -> Files.exists(folder.resolve(".done")) && numbers(metrics).isEmpty());
    }
    assertThat(shown).hasSize(3);
    assertThat(shown.get(0)).isEmpty();
    assertThat(shown.get(1)).hasSize(3).contains(NUMBER.formatted("rows") + "2.0");
    assertThat(shown.get(2)).hasSize(3).contains(NUMBER.formatted("rows") + "4.0");
    assertThat(shown.get(2)).anyMatch(line -> line.startsWith(NUMBER.formatted("percent")));
    assertThat(shown.get(2)).anyMatch(line -> line.startsWith(NUMBER.formatted("seconds_left")));
  }

  private Outbox outbox() {
    return Outbox.open(
        Location.of("jdbc:sqlite:" + home.resolve("outbox.db")),
        new OutboxSettings(Duration.ofMinutes(1), 0),
        Clock.systemUTC());
  }

  private static Metrics metrics(Outbox outbox, RunningSources running) {
    DeliverySettings limits = new DeliverySettings(OptionalInt.empty(), 1, Duration.ofSeconds(1));
    Metrics metrics = new Metrics(outbox, limits, Clock.systemUTC(), new Health(new Parts()));
    metrics.files(running::files);
    return metrics;
  }

  private static List<String> numbers(Metrics metrics) {
    return metrics.scrape().lines().filter(line -> line.startsWith("dmp_adapter_file{")).toList();
  }
}
