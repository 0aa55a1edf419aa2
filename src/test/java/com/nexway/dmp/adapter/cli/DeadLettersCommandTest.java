package com.nexway.dmp.adapter.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nexway.dmp.adapter.camel.RunningAdapter;
import com.nexway.dmp.adapter.sandbox.Sandbox;
import com.nexway.dmp.adapter.testing.RawClient;
import com.nexway.dmp.adapter.testing.StartedAdapter;
import com.nexway.dmp.adapter.testing.TestHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many records with one problem: seen as one, mended by one edit, sent by one command. */
final class DeadLettersCommandTest {
  private static final String MAPPING =
      """
      key: ${number}
      event:
        action: send data
        user:
          email: ${email}
          birthDate: { column: born, format: dd/MM/yyyy }
      """;
  private static final String FILE =
      """
      number,email,born
      1,a@example.com,1980-02-01
      2,b@example.com,1981-02-01
      3,c@example.com,around 1982
      4,nobody,01/02/1983
      5,e@example.com,01/02/1984
      """;

  @TempDir Path home;
  private Sandbox dmp;

  @BeforeEach
  void start() throws IOException {
    dmp = Sandbox.start();
    TestHome.in(home);
    TestHome.addFew(home);
    TestHome.write(home, "mappings/few.yaml", MAPPING);
  }

  @AfterEach
  void close() {
    dmp.close();
  }

  @Test
  void records_of_one_problem_are_sent_once_the_mapping_is_mended() throws IOException {
    refuseFour();
    Called list = letters("list");
    assertThat(list.exit()).isEqualTo(1);
    assertThat(list.out())
        .contains("3 of few, kind ", "user.birthDate (column born): '…' is no date")
        .contains("1 of few, kind ", "user.email (column email)");

    TestHome.write(home, "mappings/few.yaml", MAPPING.replace("dd/MM/yyyy", "yyyy-MM-dd"));
    assertThat(letters("retry", "--kind", kindOf("birthDate"), "--dry-run").out())
        .contains("2 of 3 dead letters would now pass.", "1 would stay open: ", "'…' is no date");
    assertThat(letterFiles()).hasSize(4);

    Called retried = letters("retry");
    assertThat(retried.exit()).isEqualTo(1);
    assertThat(retried.out())
        .contains("2 of 4 dead letters are on their way to the DMP.", "restart the adapter");
    assertThat(letterFiles()).hasSize(2);
    try (RunningAdapter adapter = run()) {
      await().until(() -> dmp.stats().taken() == 3);
      String get = "GET /metrics HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n";
      assertThat(RawClient.ask(adapter.operationsPort(), get))
          .contains("dmp_adapter_open_dead_letters{source=\"few\"} 2.0");
    }
  }

  @Test
  void while_the_adapter_runs_what_is_sent_again_goes_on_by_itself() throws IOException {
    TestHome.write(home, "drop/few/few.csv", FILE);
    try (RunningAdapter adapter = run()) {
      await().until(() -> letterFiles().size() == 4 && dmp.stats().taken() == 1);
      TestHome.write(home, "mappings/few.yaml", MAPPING.replace("dd/MM/yyyy", "yyyy-MM-dd"));

      assertThat(letters("retry", "1").exit()).isZero();
      await().until(() -> dmp.stats().taken() == 2);
      assertThat(letters("retry", "--source", "few").out()).contains("1 of 3 dead letters are");
      await().until(() -> dmp.stats().taken() == 3 && letterFiles().size() == 2);
    }
    assertThat(Called.with("find", "--home", home.toString(), "1").out()).contains("delivered");
  }

  @Test
  void what_nobody_needs_is_ended_and_its_files_leave() throws IOException {
    refuseFour();
    String kind = kindOf("birthDate");

    assertThat(letters("discard").exit()).isEqualTo(2);
    assertThat(letters("discard", "--kind", kind, "--dry-run").out())
        .contains("3 dead letters would be discarded.");
    assertThat(letterFiles()).hasSize(4);
    assertThat(letters("discard", "--kind", kind).out()).contains("3 dead letters are discarded.");

    assertThat(letterFiles()).hasSize(1);
    assertThat(letters("discard", "--kind", kind).exit()).isEqualTo(1);
    assertThat(letters("retry", "1").out()).contains("No open dead letter is like that");
    letters("discard", "--all");
    Called none = letters("list");
    assertThat(none.exit()).isZero();
    assertThat(none.out()).isEqualToIgnoringNewLines("No dead letter is open.");
  }

  @Test
  void a_letter_is_shown_as_its_file_shows_it() throws IOException {
    refuseFour();

    assertThat(letters("show", "4").out())
        .contains("\"email\" : \"nobody\"", "\"reason\" : \"invalid\"");
    Called several = letters("show", "--kind", kindOf("birthDate"));
    assertThat(several.out()).contains("1980-02-01").doesNotContain("1981-02-01");
    assertThat(several.err()).contains("And 2 more");
    assertThat(letters("list", "--json").out()).contains("\"letters\":3", "\"reason\":\"INVALID\"");
  }

  @Test
  void a_mapping_that_is_wrong_is_told_and_what_was_refused_stays() throws IOException {
    refuseFour();
    TestHome.write(home, "mappings/few.yaml", MAPPING.replace("birthDate", "bithDate"));

    Called retried = letters("retry");

    assertThat(retried.err()).contains("mappings/few.yaml", "birthDate");
    assertThat(retried.exit()).isEqualTo(1);
    assertThat(letterFiles()).hasSize(4);
  }

  @Test
  void what_looks_like_a_secret_is_not_kept_and_asked_of_the_shop_again() throws IOException {
    TestHome.write(
        home,
        "drop/few/few.csv",
        """
        number,email,born,password_hash,cardNumber,mot de passe,note
        1,a@example.com,1980-02-01,s3cr3t,4111111111111111,sesame,pass on
        """);
    try (RunningAdapter adapter = run()) {
      await().until(() -> letterFiles().size() == 1);
    }
    assertThat(letters("show", "1").out())
        .contains("pass on", "\"password_hash\" : \"(not kept: it looks like a secret)\"")
        .doesNotContain("s3cr3t", "4111111111111111", "sesame");

    String iso = MAPPING.replace("dd/MM/yyyy", "yyyy-MM-dd");
    TestHome.write(
        home, "mappings/few.yaml", iso + "    username: { expression: '.password_hash' }\n");
    assertThat(letters("retry").out())
        .contains("0 of 1 dead letters", "column password_hash", "take the record from the shop");

    TestHome.write(home, "mappings/few.yaml", iso);
    assertThat(letters("retry").exit()).isZero();
  }

  private void refuseFour() throws IOException {
    TestHome.write(home, "drop/few/few.csv", FILE);
    try (RunningAdapter adapter = run()) {
      await().until(() -> letterFiles().size() == 4 && dmp.stats().taken() == 1);
    }
  }

  private String kindOf(String words) {
    Matcher kind =
        Pattern.compile("kind (\\w+), [^\\n]*\\s+[^\\n]*" + words).matcher(letters("list").out());
    assertThat(kind.find()).isTrue();
    return kind.group(1);
  }

  private Called letters(String... words) {
    List<String> all =
        Stream.of(Stream.of("dead-letters"), Stream.of(words), Stream.of("--home", "" + home))
            .flatMap(each -> each)
            .toList();
    return Called.with(all.toArray(String[]::new));
  }

  private RunningAdapter run() {
    return StartedAdapter.in(
        home, Map.of("DMP_URL", dmp.uri().toString(), "DMP_PER_SECOND", "unlimited"));
  }

  private List<String> letterFiles() throws IOException {
    Path folder = home.resolve("dead-letters/few");
    if (Files.notExists(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> name.endsWith(".json"))
          .toList();
    }
  }
}
