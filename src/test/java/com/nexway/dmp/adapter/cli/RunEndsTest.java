package com.nexway.dmp.adapter.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nexway.dmp.adapter.sandbox.Misbehaviour;
import com.nexway.dmp.adapter.sandbox.Sandbox;
import com.nexway.dmp.adapter.testing.AdapterProcess;
import com.nexway.dmp.adapter.testing.BusyShop;
import com.nexway.dmp.adapter.testing.TestHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that cannot go on does not stay and look well: it ends with 3, to be started again. */
final class RunEndsTest {
  private static final int BROKEN = 3;

  @TempDir Path folder;
  private Path home;
  private Sandbox dmp;
  private BusyShop shop;

  @BeforeEach
  void open() throws IOException {
    dmp = Sandbox.start();
    home = Files.createDirectory(folder.resolve("home"));
    shop = BusyShop.in(TestHome.in(home), "shop", 2);
  }

  @AfterEach
  void close() {
    shop.close();
    dmp.close();
  }

  @Test
  void a_process_whose_memory_ends_ends_with_three() {
    try (AdapterProcess adapter =
        AdapterProcess.run(
            home, dmp, shop.settings("JAVA_TOOL_OPTIONS", "-XX:MaxMetaspaceSize=24m"))) {
      assertThat(adapter.exitCode()).as(adapter.output()).isEqualTo(BROKEN);
      assertThat(adapter.output()).contains("OutOfMemoryError");
    }
  }

  @Test
  void a_stop_while_the_dmp_hangs_blames_nobody_and_what_was_out_is_sent_again() {
    dmp.faults().set(Misbehaviour.slow(Duration.ofHours(1)));
    shop.drop(2);
    try (AdapterProcess adapter = AdapterProcess.run(home, dmp, shop.settings())) {
      adapter.awaitOutput("Ready.");
      await().until(() -> dmp.stats().requests() == 2);

      assertThat(adapter.stop()).isZero();
      assertThat(adapter.output()).contains("Stopped").doesNotContain("not settled", "Exception");
    }
    dmp.faults().clear();

    try (AdapterProcess next = AdapterProcess.run(home, dmp, shop.settings())) {
      await().until(() -> dmp.stats().requests() == 4);
      next.awaitOutput("Ready.");
      assertThat(next.stop()).isZero();
    }
    assertThat(shop.wrongAt(dmp)).isEmpty();
  }

  @Test
  void a_process_whose_files_are_taken_away_ends_with_three_and_the_next_one_sends()
      throws IOException {
    Path classes = folder.resolve("classes");
    try (AdapterProcess adapter = AdapterProcess.runCopy(classes, home, dmp, shop.settings())) {
      adapter.awaitOutput("Ready.");
      for (String needed : new String[] {"Settling", "Settling$Open"}) {
        Files.delete(classes.resolve("com/nexway/dmp/adapter/outbox/" + needed + ".class"));
      }
      shop.drop(2);

      assertThat(adapter.exitCode()).as(adapter.output()).isEqualTo(BROKEN);
      assertThat(adapter.output()).contains("The adapter cannot go on and ends");
    }
    try (Stream<Path> logs = Files.list(home.resolve("data/logs"))) {
      assertThat(logs).isNotEmpty();
    }

    try (AdapterProcess next = AdapterProcess.run(home, dmp, shop.settings())) {
      next.awaitOutput("Ready.");
      await().until(() -> dmp.stats().taken() == 2);
      assertThat(next.stop()).isZero();
    }
    assertThat(shop.wrongAt(dmp)).isEmpty();
  }
}
