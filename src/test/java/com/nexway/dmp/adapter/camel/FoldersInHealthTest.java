package com.nexway.dmp.adapter.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nexway.dmp.adapter.sandbox.Sandbox;
import com.nexway.dmp.adapter.testing.AskedHealth;
import com.nexway.dmp.adapter.testing.Logged;
import com.nexway.dmp.adapter.testing.TestAdapter;
import com.nexway.dmp.adapter.testing.TestHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders and files that keep a source from its work: in health in a sentence, in the log once. */
final class FoldersInHealthTest {
  private static final Duration PATIENCE = Duration.ofSeconds(120);

  /** Long enough for ten looks at the folder. */
  private static final Duration LOOKS = Duration.ofSeconds(2);

  @TempDir Path home;
  private final Logged log = Logged.of("com.nexway.dmp.adapter");
  private final Logged camel = Logged.of("org.apache.camel");
  private TestAdapter adapter;
  private Sandbox dmp;
  private AskedHealth health;

  @BeforeEach
  void open() {
    adapter = TestAdapter.in(home);
    dmp = adapter.dmp();
    TestHome.addFew(home);
  }

  @AfterEach
  void close() {
    adapter.close();
  }

  @Test
  void a_file_where_the_drop_folder_should_be_is_told_once_and_goes_on_when_it_is_mended()
      throws IOException {
    TestHome.write(home, "drop/few", "no folder");
    run();

    assertThat(health.await("source few", "WATCH")).contains("drop/few is a file", "folder");
    pass();
    assertThat(lines("drop/few is a file")).hasSize(1);
    assertThat(camel.lines()).noneMatch(line -> line.contains("failed polling"));

    Files.delete(home.resolve("drop/few"));
    TestHome.write(home, "drop/few/a.csv", "email\nann@example.com\n");
    await().atMost(PATIENCE).until(() -> dmp.stats().taken() == 1);
    health.await("source few", "UP");
  }

  @Test
  void a_drop_folder_that_somebody_takes_away_is_made_again() throws IOException {
    run();
    await().atMost(PATIENCE).until(() -> Files.isDirectory(home.resolve("drop/few")));
    Files.delete(home.resolve("drop/few"));

    await().atMost(PATIENCE).until(() -> Files.isDirectory(home.resolve("drop/few")));
  }

  @Test
  void a_file_that_cannot_be_moved_is_read_once_and_told_once() throws IOException {
    TestHome.write(home, "drop/few/.done", "no folder");
    TestHome.write(home, "drop/few/a.csv", "email\nann@example.com\n");
    run();

    await().atMost(PATIENCE).until(() -> dmp.stats().taken() == 1);
    assertThat(health.await("source few", "WATCH")).contains(".done is a file");
    await().atMost(PATIENCE).until(() -> health.words("source few").contains("a.csv was read"));
    pass();

    assertThat(lines("a.csv")).hasSize(1);
    assertThat(lines(".done is a file")).hasSize(1);
    assertThat(dmp.stats().requests()).isEqualTo(1);

    Files.delete(home.resolve("drop/few/.done"));
    await().atMost(PATIENCE).until(() -> Files.notExists(home.resolve("drop/few/a.csv")));
    health.await("source few", "UP");
    assertThat(dmp.stats().requests()).isEqualTo(1);
  }

  @Test
  void a_file_that_nobody_reads_is_watched() {
    TestHome.write(home, "drop/few/orders.xlsx", "PK");
    TestHome.write(home, "drop/fwe/a.csv", "email\nann@example.com\n");
    TestHome.write(home, "drop/b.csv", "email\nbob@example.com\n");
    run();

    assertThat(health.await("source few", "WATCH")).contains("orders.xlsx", "spreadsheet");
    assertThat(health.await("drop folders", "WATCH"))
        .isEqualTo("nobody reads drop/b.csv, drop/fwe/: the folders that are read are few");
  }

  @Test
  void a_name_with_controls_is_written_out_wherever_it_is_told() {
    TestHome.write(home, "drop/few/a\n2026-01-01 ERROR lost\u001b[2J.txt", "x");
    run();

    assertThat(health.await("source few", "WATCH"))
        .contains("a\\n2026-01-01 ERROR lost\\u001b[2J.txt");
    assertThat(lines("lost"))
        .singleElement()
        .asString()
        .contains("a\\n2026-01-01 ERROR lost\\u001b[2J.txt");
  }

  @Test
  void three_hundred_of_three_hundred_rows_refused_are_watched_and_told_once() {
    TestHome.write(
        home,
        "drop/few/a.csv",
        IntStream.range(0, 300)
            .mapToObj(i -> "nobody " + i)
            .collect(Collectors.joining("\n", "email\n", "\n")));
    run();

    assertThat(health.await("source few", "WATCH"))
        .contains(
            "all 300 records since 20", "none became an event", "user.email", "dead-letters/few/");
    assertThat(lines("few: 300 records are not sent"))
        .singleElement()
        .asString()
        .contains("user.email");
    assertThat(lines("none became an event")).hasSize(1);
    await().atMost(PATIENCE).until(() -> health.words("dead letters").contains("few (300)"));

    TestHome.write(home, "drop/few/b.csv", "email\nann@example.com\n");
    health.await("source few", "UP");
  }

  @Test
  void letters_wait_for_a_person_until_he_moves_or_deletes_them() throws IOException {
    TestHome.write(home, "drop/few/a.csv", "email\nnobody\n");
    run();

    assertThat(health.await("dead letters", "WATCH")).startsWith("1 waits").contains("few (1)");

    try (Stream<Path> letters = Files.list(home.resolve("dead-letters/few"))) {
      for (Path letter : letters.toList()) {
        Files.delete(letter);
      }
    }
    assertThat(health.words("dead letters")).isEqualTo("none waits");
  }

  @Test
  void dead_letters_that_is_no_folder_is_watched_and_what_waits_is_filed_later()
      throws IOException {
    run();
    Path letters = home.resolve("dead-letters");
    Path aside = home.resolve("aside");
    Files.move(letters, aside);
    Files.writeString(letters, "no folder");
    TestHome.write(home, "drop/few/a.csv", "email\nnobody\n");

    assertThat(health.await("dead letters", "WATCH")).contains("dead-letters is a file");

    Files.delete(letters);
    Files.move(aside, letters);
    await().atMost(PATIENCE).until(() -> health.words("dead letters").contains("few (1)"));
  }

  private void run() {
    health = adapter.start().health();
  }

  private static void pass() {
    await().pollDelay(LOOKS).atMost(PATIENCE).until(() -> true);
  }

  private List<String> lines(String words) {
    return log.lines().stream().filter(line -> line.contains(words)).toList();
  }
}
