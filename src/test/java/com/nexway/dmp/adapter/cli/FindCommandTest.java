package com.nexway.dmp.adapter.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nexway.dmp.adapter.camel.OutboxOfSettings;
import com.nexway.dmp.adapter.camel.RunningAdapter;
import com.nexway.dmp.adapter.outbox.Outbox;
import com.nexway.dmp.adapter.sandbox.Sandbox;
import com.nexway.dmp.adapter.settings.Home;
import com.nexway.dmp.adapter.settings.SettingsFile;
import com.nexway.dmp.adapter.testing.Orders;
import com.nexway.dmp.adapter.testing.StartedAdapter;
import com.nexway.dmp.adapter.testing.TestHome;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FindCommandTest {
  @TempDir Path home;

  @BeforeEach
  void start() throws IOException {
    TestHome.in(home);
    TestHome.addFew(home);
  }

  private Called find(String... words) {
    String[] all = new String[words.length + 3];
    all[0] = "find";
    System.arraycopy(words, 0, all, 1, words.length);
    all[words.length + 1] = "--home";
    all[words.length + 2] = home.toString();
    return Called.with(all);
  }

  private Outbox beside() {
    return OutboxOfSettings.open(
        SettingsFile.read(Home.find(home, Map.of()), Map.of(), new ArrayList<>()).orElseThrow(),
        Clock.systemUTC());
  }

  @Test
  void what_waits_is_found_in_one_line_while_another_process_has_the_outbox() {
    try (Outbox outbox = beside()) {
      outbox.accept(Orders.live("1", "2"));

      Called found = find("2");

      assertThat(found.exit()).isZero();
      assertThat(found.out())
          .isEqualToIgnoringNewLines("order 2 (shop orders): waiting, place 2, about 1 s");
    }
  }

  @Test
  void programs_get_a_list() {
    try (Outbox outbox = beside()) {
      outbox.accept(Orders.live("1"));
    }

    assertThat(find("order:1", "--json").out()).startsWith("[{\"state\":\"waiting\"");
    Called none = find("--json", "7");
    assertThat(none.out()).isEqualToIgnoringNewLines("[]");
    assertThat(none.exit()).isEqualTo(1);
  }

  @Test
  void looking_makes_no_outbox() {
    Called none = find("7");

    assertThat(none.exit()).isEqualTo(1);
    assertThat(none.err()).contains("Nothing was stored here yet", "outbox.db", "--home DIR");
    assertThat(home.resolve("data")).doesNotExist();
  }

  @Test
  void where_nothing_is_found_it_is_told_what_to_try() {
    beside().close();
    Called none = find("#7");

    assertThat(none.exit()).isEqualTo(1);
    assertThat(none.out())
        .contains(
            "Nothing is known of '#7'", "as the shop shows it", "Nothing was read yet of: few.");
  }

  @Test
  void no_words_are_no_search() {
    Called none = find(" ");

    assertThat(none.exit()).isEqualTo(2);
    assertThat(none.err()).contains("100123");
  }

  @Test
  void each_record_has_an_answer_while_the_adapter_runs() throws IOException {
    TestHome.write(
        home,
        "mappings/few.yaml",
        """
        key: ${number}
        when: { column: status, not: draft }
        event:
          action: send data
          user: { email: "${email}" }
        """);
    try (Sandbox dmp = Sandbox.start();
        RunningAdapter adapter = StartedAdapter.in(home, Map.of("DMP_URL", dmp.uri().toString()))) {
      TestHome.write(
          home,
          "drop/few/few.csv",
          "number,status,email\n1,paid,a@example.com\n2,draft,b@example.com\n3,paid,nobody\n");

      await().until(() -> find("1").out().contains("delivered"));
      await().until(() -> find("3").out().contains("dead-letters/few/"));

      assertThat(find("b@example.com").out())
          .startsWith("send data (shop few): skipped: status is 'draft', one of: draft, ");
      assertThat(adapter.health().report().json()).doesNotContain("skipped");
    }
  }
}
