package com.nexway.dmp.adapter.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nexway.dmp.adapter.record.Batch;
import com.nexway.dmp.adapter.record.Lane;
import com.nexway.dmp.adapter.testing.SettableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CsvRouteTest {
  @TempDir Path home;
  private final RecordingIntake intake = new RecordingIntake();
  private final SettableClock clock = new SettableClock();

  private RunningSources start(String... given) {
    return startAt(Clock.systemUTC(), given);
  }

  private RunningSources startAt(Clock time, String... given) {
    return new RunningSources.Builder(home, intake).at(time).csv("customers", given).start();
  }

  private RunningSources startInBatches(int records) {
    return new RunningSources.Builder(home, intake).batches(records).csv("customers").start();
  }

  /** It looks every 100 ms where the machine is fast enough; whether it does makes no test fail. */
  private static void letItLook() {
    await().pollDelay(Duration.ofMillis(250)).until(() -> true);
  }

  private boolean isDoneALittleLater() throws IOException {
    clock.tick(Duration.ofSeconds(1));
    return done().size() == 1;
  }

  @Test
  void a_dropped_file_becomes_batches_and_moves_to_done() throws Exception {
    try (RunningSources running = startInBatches(2)) {
      put("a.csv", "id,email\n1,a@x.com\nbroken\n2,b@x.com\n3,c@x.com\n");

      await().until(() -> done().size() == 1);
      assertThat(intake.values("id")).containsExactly("1", "2", "3");
      assertThat(intake.unreadable())
          .containsExactly("a.csv line 3: the record has 1 columns, the header has 2");
      assertThat(intake.variables())
          .allSatisfy(
              variables ->
                  assertThat(variables)
                      .containsEntry("source", "customers")
                      .containsEntry("mapping", "customers"));
      assertThat(intake.batches()).extracting(Batch::lane).containsOnly(Lane.LIVE);
      assertThat(done().get(0)).matches("\\d{8}-\\d{9}-a\\.csv");
      assertThat(running.state("customers").isFailing()).isFalse();
      assertThat(running.state("customers").lastSuccess()).isNotNull();
    }
  }

  @Test
  void a_file_that_is_still_being_written_is_left_alone() throws Exception {
    try (RunningSources running = startAt(clock, "settle-time", "2s")) {
      Path file = put("a.csv", "id\n1\n");
      for (int i = 2; i <= 8; i++) {
        letItLook();
        clock.tick(Duration.ofSeconds(1));
        letItLook();
        assertThat(intake.attempts()).isZero();
        Files.writeString(file, i + "\n", StandardOpenOption.APPEND);
      }

      await().until(this::isDoneALittleLater);
      assertThat(intake.values("id")).hasSize(8);
    }
  }

  @Test
  void a_copy_that_keeps_its_old_date_is_left_alone_while_it_grows() throws Exception {
    try (RunningSources running = startAt(clock, "settle-time", "2s")) {
      Path file = put("a.csv", "id\n1\n");
      for (int i = 2; i <= 4; i++) {
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
        letItLook();
        clock.tick(Duration.ofSeconds(1));
        letItLook();
        Files.writeString(file, i + "\n", StandardOpenOption.APPEND);
      }
      Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));

      await().until(this::isDoneALittleLater);
      assertThat(intake.values("id")).containsExactly("1", "2", "3", "4");
    }
  }

  @Test
  void unfinished_uploads_are_ignored_and_a_spreadsheet_is_told() throws Exception {
    try (RunningSources running = start()) {
      for (String name :
          List.of(".a.csv", "a.csv.tmp", "b.csv.filepart", "~$c.csv", "d.csv.part")) {
        put(name, "id\n1\n");
      }
      put("customers.xlsx", "PK");
      put("z.csv", "id\n1\n");

      await().until(() -> done().size() == 1);
      assertThat(done().get(0)).endsWith("-z.csv");
      assertThat(running.state("customers").isFailing()).isFalse();
      assertThat(running.state("customers").toMend())
          .containsExactly("customers.xlsx is a spreadsheet, which is not read; save it as CSV");
      Files.delete(running.drop("customers").resolve("customers.xlsx"));
      assertThat(running.state("customers").toMend()).isEmpty();
    }
  }

  @Test
  void with_a_marker_a_file_waits_for_it_and_both_are_gone_afterwards() throws Exception {
    try (RunningSources running = start("marker", ".ok")) {
      Path file = put("a.csv", "id\n1\n");
      await().pollDelay(Duration.ofMillis(700)).until(() -> true);
      assertThat(intake.attempts()).isZero();

      Path marker = put("a.csv.ok", "");

      await().until(() -> Files.notExists(marker));
      assertThat(file).doesNotExist();
      assertThat(done()).hasSize(1);
    }
  }

  @Test
  void a_file_without_header_stays_is_told_once_and_read_when_mended() throws Exception {
    try (RunningSources running = start()) {
      Path file = put("a.csv", "1,ann@x.com\n");
      await().until(() -> known(running) && !running.state("customers").toMend().isEmpty());
      assertThat(running.state("customers").toMend())
          .singleElement()
          .asString()
          .contains("a.csv is not read and stays where it is", "e-mail address in column 2");
      assertThat(file).exists();

      Files.writeString(file, "id,email\n1,ann@x.com\n");

      await().until(() -> done().size() == 1);
      assertThat(running.state("customers").toMend()).isEmpty();
      assertThat(intake.attempts()).isEqualTo(1);
    }
  }

  @Test
  void when_the_store_fails_in_the_middle_the_file_stays_and_goes_on_where_it_was()
      throws Exception {
    intake.failAfter(3);
    try (RunningSources running = startInBatches(10)) {
      Path file = put("a.csv", rows(1, 100));
      await().until(() -> intake.attempts() >= 5);
      assertThat(file).exists();
      assertThat(intake.records()).hasSize(30);
      assertThat(running.state("customers").failure()).isEqualTo("a.csv waits: the disk is full");

      intake.work();

      await().until(() -> done().size() == 1);
      assertThat(intake.values("id")).isEqualTo(ids(1, 100));
      assertThat(running.state("customers").isFailing()).isFalse();
    }
  }

  @Test
  void a_store_that_keeps_failing_is_not_asked_in_a_hot_loop() throws Exception {
    intake.failAfter(0);
    try (RunningSources running = start()) {
      put("a.csv", "id\n1\n");
      await().until(() -> intake.attempts() >= 1);

      await().pollDelay(Duration.ofSeconds(3)).until(() -> true);

      assertThat(intake.attempts()).isLessThanOrEqualTo(4);
      await().until(() -> intake.attempts() >= 2);
    }
  }

  @Test
  void after_a_restart_reading_goes_on_behind_the_checkpoint() throws Exception {
    intake.failAfter(4);
    try (RunningSources running = startInBatches(10)) {
      put("a.csv", rows(1, 95));
      await().until(() -> intake.attempts() >= 5);
    }
    intake.work();

    try (RunningSources running = startInBatches(10)) {
      await().until(() -> done().size() == 1);
    }

    assertThat(intake.values("id")).isEqualTo(ids(1, 95));
  }

  @Test
  void a_stop_does_not_wait_for_the_end_of_a_file() throws Exception {
    intake.before(() -> await().pollDelay(Duration.ofMillis(200)).until(() -> true));
    try (RunningSources running = startInBatches(10)) {
      put("a.csv", rows(1, 2_000));
      await().until(() -> intake.records().size() >= 30);
    }
    int stored = intake.records().size();
    assertThat(stored).isLessThan(2_000);
    intake.before(() -> {});

    try (RunningSources running = startInBatches(10)) {
      await().until(() -> done().size() == 1);
    }

    assertThat(intake.values("id")).isEqualTo(ids(1, 2_000));
  }

  @Test
  void a_file_that_ended_but_was_not_moved_before_a_kill_is_only_moved() throws Exception {
    try (RunningSources running = start()) {
      Path file = put("a.csv", "id\n1\n");
      FileTime date = Files.getLastModifiedTime(file);
      await().until(() -> done().size() == 1);
      Files.move(running.drop("customers").resolve(".done").resolve(done().get(0)), file);
      Files.setLastModifiedTime(file, date);

      await().until(() -> done().size() == 1 && Files.notExists(file));
      assertThat(intake.records()).hasSize(1);
    }
  }

  @Test
  void the_same_content_under_another_name_is_read_again() throws Exception {
    try (RunningSources running = start()) {
      put("a.csv", "id\n1\n");
      await().until(() -> done().size() == 1);
      put("b.csv", "id\n1\n");

      await().until(() -> done().size() == 2);
      assertThat(intake.records()).hasSize(2);
    }
  }

  @Test
  void a_done_file_is_never_overwritten() throws Exception {
    try (RunningSources running = start()) {
      for (int day = 1; day <= 3; day++) {
        int files = day;
        put("a.csv", "id\n" + day + "\n");
        await().until(() -> done().size() == files);
      }

      assertThat(intake.values("id")).containsExactly("1", "2", "3");
    }
  }

  @Test
  void a_file_that_is_replaced_while_it_is_read_is_not_taken_away() throws Exception {
    try (RunningSources running = startInBatches(10)) {
      Path file = running.drop("customers").resolve("a.csv");
      intake.before(() -> replaceOnce(file));
      put("a.csv", rows(1, 100));

      await().until(() -> done().size() == 1);
      assertThat(intake.values("id")).contains("1", "201", "202", "203");
    }
  }

  @Test
  void a_large_file_is_read_in_little_memory() throws Exception {
    try (RunningSources running = start()) {
      put("a.csv", rows(1, 30_000));

      await().until(() -> done().size() == 1);
      assertThat(intake.batches()).hasSize(31);
      assertThat(intake.values("id")).isEqualTo(ids(1, 30_000));
    }
  }

  private boolean replaced;

  private void replaceOnce(Path file) {
    if (!replaced) {
      replaced = true;
      try {
        Path next = Files.writeString(home.resolve("next"), rows(201, 203));
        Files.move(next, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }
  }

  private static boolean known(RunningSources running) {
    try {
      return running.state("customers") != null;
    } catch (AssertionError e) {
      return false;
    }
  }

  private Path put(String name, String text) throws IOException {
    Path folder = Files.createDirectories(home.resolve("drop/customers"));
    return Files.writeString(folder.resolve(name), text);
  }

  private List<String> done() throws IOException {
    Path done = home.resolve("drop/customers/.done");
    if (Files.notExists(done)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(done)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static String rows(int from, int to) {
    StringBuilder text = new StringBuilder("id,email\n");
    IntStream.rangeClosed(from, to).forEach(i -> text.append(i).append(",a@x.com\n"));
    return text.toString();
  }

  private static List<Object> ids(int from, int to) {
    return IntStream.rangeClosed(from, to).mapToObj(i -> (Object) Integer.toString(i)).toList();
  }
}
