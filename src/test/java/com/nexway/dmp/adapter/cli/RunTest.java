package com.nexway.dmp.adapter.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nexway.dmp.adapter.sandbox.Misbehaviour;
import com.nexway.dmp.adapter.sandbox.Sandbox;
import com.nexway.dmp.adapter.testing.AdapterProcess;
import com.nexway.dmp.adapter.testing.BusyShop;
import com.nexway.dmp.adapter.testing.TestHome;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How {@code run} begins, and how it ends when it is asked to. */
final class RunTest {
  private static final int SALES = 60;

  @TempDir Path home;
  private Sandbox dmp;
  private BusyShop shop;

  @BeforeEach
  void open() throws IOException {
    dmp = Sandbox.start();
    shop = BusyShop.in(TestHome.in(home), "shop", SALES);
  }

  @AfterEach
  void close() {
    shop.close();
    dmp.close();
  }

  @Test
  void a_port_in_use_ends_the_start_with_one_and_a_sentence() throws IOException {
    try (ServerSocket taken = new ServerSocket(0);
        AdapterProcess adapter = run("OPERATIONS_PORT", Integer.toString(taken.getLocalPort()))) {
      assertThat(adapter.exitCode()).isEqualTo(1);
      assertThat(adapter.output())
          .contains("port " + taken.getLocalPort())
          .contains("operations.port")
          .doesNotContain("\tat ");
    }
  }

  @Test
  void wrong_settings_end_the_start_with_one_and_all_problems() {
    try (AdapterProcess adapter = run("DMP_PER_SECOND", "ten", "DMP_TIMEOUT", "soon")) {
      assertThat(adapter.exitCode()).isEqualTo(1);
      assertThat(adapter.output()).contains("DMP_PER_SECOND").contains("DMP_TIMEOUT");
    }
  }

  @Test
  void a_stop_waits_for_the_answers_under_way_and_ends_with_zero() {
    shop.drop(SALES);
    dmp.faults().set(Misbehaviour.slow(Duration.ofSeconds(2)));
    try (AdapterProcess adapter = run()) {
      awaitRequests(25);

      assertThat(adapter.stop()).isZero();
    }
    assertThat(dmp.stats().taken()).isBetween(25L, SALES - 1L).isEqualTo(dmp.stats().requests());

    dmp.faults().clear();
    try (AdapterProcess adapter = run("DMP_PER_SECOND", "unlimited")) {
      awaitTaken(SALES);
      assertThat(adapter.stop()).isZero();
    }
    assertThat(shop.wrongAt(dmp)).isEmpty();
    assertThat(dmp.stats().requests()).isEqualTo(SALES);
  }

  @Test
  void a_temporary_folder_that_cannot_be_used_is_not_missed() throws IOException {
    Path none = Files.createFile(home.resolve("no-folder"));
    try (AdapterProcess adapter = run("JAVA_TOOL_OPTIONS", "-Djava.io.tmpdir=" + none)) {
      adapter.awaitOutput("Ready.");
      shop.drop(1);
      awaitTaken(1);
      assertThat(adapter.stop()).isZero();
      assertThat(adapter.output().lines().filter(line -> !line.contains("it has no version")))
          .noneMatch(line -> line.contains("\tat ") || line.contains("WARN"))
          .noneMatch(line -> line.contains("ERROR"));
    }
    assertThat(home.resolve("data/.native")).isNotEmptyDirectory();
  }

  @Test
  void who_looks_for_a_fault_sees_each_event_and_answer_and_nobodys_address() {
    shop.drop(2);
    try (AdapterProcess adapter =
        AdapterProcess.start(
            home, AdapterProcess.environment(dmp, shop.settings()), "run", "--verbose")) {
      adapter.awaitOutput("Event 2 ends as Done");
      assertThat(adapter.stop()).isZero();
      assertThat(adapter.output())
          .contains("records stored", "Event 1 of ", "Event 1: 204 means Delivered")
          .doesNotContain("@example.com");
    }
  }

  @Test
  void a_damaged_outbox_ends_the_start_with_one_and_what_to_do() throws IOException {
    fillOutbox();
    try (RandomAccessFile bytes = new RandomAccessFile(outbox().toFile(), "rw")) {
      bytes.seek(bytes.length() / 2);
      bytes.write("no page looks like this".repeat(400).getBytes(StandardCharsets.UTF_8));
    }
    assertThatItIsRefused();

    try (RandomAccessFile bytes = new RandomAccessFile(outbox().toFile(), "rw")) {
      bytes.setLength(bytes.length() / 2);
    }
    assertThatItIsRefused();
  }

  @Test
  void a_start_from_a_backup_made_while_it_ran_sends_what_the_backup_holds() throws IOException {
    dmp.faults().set(Misbehaviour.answer(503));
    shop.drop(SALES);
    try (AdapterProcess adapter = run()) {
      adapter.awaitOutput("files: " + SALES + " queued");
      awaitRequests(1);
      try (AdapterProcess backup = AdapterProcess.start(home, Map.of(), "backup", "copy.db")) {
        assertThat(backup.exitCode()).as(backup.output()).isZero();
      }
      adapter.kill();
    }
    Files.delete(outbox().resolveSibling("outbox.db-wal"));
    Files.delete(outbox().resolveSibling("outbox.db-shm"));
    Files.write(outbox(), "lost with its disk".getBytes(StandardCharsets.UTF_8));
    assertThatItIsRefused();
    Files.copy(home.resolve("copy.db"), outbox(), StandardCopyOption.REPLACE_EXISTING);
    dmp.faults().clear();

    try (AdapterProcess adapter = run("DMP_PER_SECOND", "unlimited")) {
      awaitTaken(SALES);
      adapter.stop();
    }

    assertThat(shop.wrongAt(dmp)).isEmpty();
  }

  private void fillOutbox() {
    dmp.faults().set(Misbehaviour.answer(503));
    shop.drop(SALES);
    try (AdapterProcess adapter = run()) {
      awaitRequests(1);
      adapter.stop();
    }
  }

  private void assertThatItIsRefused() {
    try (AdapterProcess adapter = run()) {
      assertThat(adapter.exitCode()).isEqualTo(1);
      assertThat(adapter.output())
          .contains("outbox.db is damaged")
          .contains("the last backup")
          .doesNotContain("\tat ");
    }
  }

  private Path outbox() {
    return home.resolve("data/outbox.db");
  }

  private AdapterProcess run(String... more) {
    return AdapterProcess.run(home, dmp, shop.settings(more));
  }

  private void awaitRequests(int enough) {
    await().until(() -> dmp.stats().requests() >= enough);
  }

  private void awaitTaken(int enough) {
    await().until(() -> dmp.stats().taken() >= enough);
  }
}
