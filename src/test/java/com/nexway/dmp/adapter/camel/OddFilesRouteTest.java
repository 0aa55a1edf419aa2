package com.nexway.dmp.adapter.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.nexway.dmp.adapter.testing.Logged;
import com.nexway.dmp.adapter.testing.SettableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What lies in a drop folder and is not, or not yet, a whole file: it is told, and nothing hangs.
 */
final class OddFilesRouteTest {
  @TempDir Path home;
  private final Logged log = Logged.of("com.nexway.dmp.adapter");
  private final RecordingIntake intake = new RecordingIntake();
  private final SettableClock clock = new SettableClock();
  private Path folder;

  @BeforeEach
  void make() throws IOException {
    folder = Files.createDirectories(home.resolve("drop/customers"));
  }

  private RunningSources start(String... given) {
    return new RunningSources.Builder(home, intake).at(clock).csv("customers", given).start();
  }

  private static void letItLook() {
    await().pollDelay(Duration.ofMillis(350)).until(() -> true);
  }

  private void tick(int seconds) {
    letItLook();
    clock.tick(Duration.ofSeconds(seconds));
    letItLook();
  }

  @Test
  void pipes_links_folders_and_empty_files_are_told_once_and_the_others_are_read()
      throws Exception {
    Path secret = Files.writeString(home.resolve("secret"), "id,email\n1,hidden@x.com\n");
    new ProcessBuilder("mkfifo", folder.resolve("pipe.csv").toString()).start().waitFor();
    Files.createSymbolicLink(folder.resolve("link.csv"), secret);
    Files.createSymbolicLink(folder.resolve("device.csv"), Path.of("/dev/zero"));
    Files.createSymbolicLink(folder.resolve("dangling.csv"), home.resolve("nowhere"));
    Files.createDirectory(folder.resolve("folder.csv"));
    Files.createFile(folder.resolve("empty.csv"));
    Files.writeString(folder.resolve("z.csv"), "id\n1\n");
    try (RunningSources running = start("settle-time", "0s")) {
      await()
          .until(
              () -> {
                clock.tick(Duration.ofMillis(1));
                return done().size() == 1 && running.state("customers").toMend().size() == 6;
              });
      tick(20);

      assertThat(running.state("customers").isFailing()).isFalse();
      assertThat(running.state("customers").toMend())
          .anySatisfy(told -> assertThat(told).startsWith("pipe.csv is no ordinary file"))
          .anySatisfy(told -> assertThat(told).startsWith("link.csv is a link"))
          .anySatisfy(told -> assertThat(told).startsWith("device.csv is a link"))
          .anySatisfy(told -> assertThat(told).startsWith("dangling.csv is a link"))
          .anySatisfy(told -> assertThat(told).startsWith("folder.csv is a folder"))
          .anySatisfy(told -> assertThat(told).contains("empty.csv", "the file is empty"));
      assertThat(log.lines()).filteredOn(line -> line.contains("is a link")).hasSize(3);
      assertThat(log.lines()).noneMatch(line -> line.contains("hidden@x.com"));
      assertThat(intake.values("id")).containsExactly("1");

      Files.delete(folder.resolve("folder.csv"));
      Files.delete(folder.resolve("dangling.csv"));
      assertThat(running.state("customers").toMend()).hasSize(4);
    }
  }

  @Test
  void an_upload_that_pauses_within_a_line_gets_the_settle_time_once_more() throws Exception {
    try (RunningSources running = start("settle-time", "10s")) {
      Path file = Files.writeString(folder.resolve("a.csv"), "id,zipcode\n1,750");
      tick(15);
      assertThat(intake.attempts()).isZero();

      Files.writeString(file, "11\n2,01000\n", StandardOpenOption.APPEND);
      tick(15);

      await().until(() -> done().size() == 1);
      assertThat(intake.values("zipcode")).containsExactly("75011", "01000");
    }
  }

  @Test
  void a_last_line_without_an_end_is_taken_in_the_end_and_with_a_marker_at_once() throws Exception {
    try (RunningSources running = start("settle-time", "10s")) {
      Files.writeString(folder.resolve("a.csv"), "id\n1\n2");
      tick(15);
      assertThat(intake.attempts()).isZero();
      tick(6);
      await().until(() -> done().size() == 1);
      assertThat(intake.values("id")).containsExactly("1", "2");
    }
    try (RunningSources running = start("settle-time", "10s", "marker", ".ok")) {
      Files.writeString(folder.resolve("b.csv"), "id\n3");
      Files.createFile(folder.resolve("b.csv.ok"));
      tick(11);
      await().until(() -> done().size() == 2);
    }
  }

  @Test
  void a_file_that_grows_after_it_was_read_comes_back_is_told_and_read_whole() throws Exception {
    try (RunningSources running = start("settle-time", "10s")) {
      Files.writeString(folder.resolve("a.csv"), "id\n1\n");
      tick(11);
      await().until(() -> done().size() == 1);
      Path read = folder.resolve(".done").resolve(done().get(0));

      Files.writeString(read, "2\n", StandardOpenOption.APPEND);
      await().until(() -> Files.exists(folder.resolve("a.csv")));
      tick(11);

      await().until(() -> done().size() == 1 && Files.notExists(folder.resolve("a.csv")));
      assertThat(intake.values("id")).containsExactly("1", "1", "2");
      assertThat(log.lines())
          .filteredOn(line -> line.contains("a.csv has grown after it was read"))
          .hasSize(1);
    }
  }

  @Test
  void after_ten_minutes_a_file_that_is_done_is_left_alone() throws Exception {
    try (RunningSources running = start("settle-time", "10s")) {
      Files.writeString(folder.resolve("a.csv"), "id\n1\n");
      tick(11);
      await().until(() -> done().size() == 1);
      tick(601);

      Path read = folder.resolve(".done").resolve(done().get(0));
      Files.writeString(read, "2\n", StandardOpenOption.APPEND);
      tick(30);

      assertThat(folder.resolve("a.csv")).doesNotExist();
    }
  }

  @Test
  void a_file_without_a_permission_is_told_once_and_read_when_it_has_one() throws Exception {
    Path file = Files.writeString(folder.resolve("a.csv"), "id\n1\n");
    Set<PosixFilePermission> before = Files.getPosixFilePermissions(file);
    Files.setPosixFilePermissions(file, Set.of());
    assumeFalse(Files.isReadable(file), "whoever runs this test, such as root, may read any file");
    try (RunningSources running = start("settle-time", "0s")) {
      await()
          .until(
              () -> {
                clock.tick(Duration.ofMillis(1));
                return !running.state("customers").toMend().isEmpty();
              });
      tick(20);
      assertThat(running.state("customers").toMend())
          .singleElement()
          .asString()
          .startsWith("a.csv cannot be read: ")
          .contains("may not read and write it. chmod u+rw");
      assertThat(running.state("customers").isFailing()).isFalse();
      assertThat(log.lines()).filteredOn(line -> line.contains("a.csv cannot be read")).hasSize(1);

      Files.setPosixFilePermissions(file, before);
      tick(600);

      await().until(() -> done().size() == 1);
      assertThat(running.state("customers").toMend()).isEmpty();
      assertThat(intake.values("id")).containsExactly("1");
    }
  }

  private List<String> done() throws IOException {
    Path done = folder.resolve(".done");
    if (Files.notExists(done)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(done)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
