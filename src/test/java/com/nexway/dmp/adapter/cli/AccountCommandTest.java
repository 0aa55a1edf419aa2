package com.nexway.dmp.adapter.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nexway.dmp.adapter.camel.CannotStart;
import com.nexway.dmp.adapter.camel.RunningAdapter;
import com.nexway.dmp.adapter.sandbox.Sandbox;
import com.nexway.dmp.adapter.testing.StartedAdapter;
import com.nexway.dmp.adapter.testing.TestHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was tried is not taken for sent: whose DMP it was is asked first. */
final class AccountCommandTest {
  private static final int TRIED = 5;

  @TempDir Path home;
  private Sandbox sandbox;
  private Sandbox real;

  @BeforeEach
  void try_five_records() throws IOException {
    sandbox = Sandbox.start();
    real = Sandbox.start();
    TestHome.in(home);
    TestHome.addFew(home);
    drop();
    try (RunningAdapter adapter = start(sandbox)) {
      awaitTaken(sandbox);
    }
    write(real);
  }

  @AfterEach
  void close() {
    sandbox.close();
    real.close();
  }

  @Test
  void a_start_with_another_address_is_refused_and_check_says_so_before() {
    assertThatThrownBy(() -> start(real))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("5 records were sent to " + sandbox.uri() + " as sandbox")
        .hasMessageContaining("account same")
        .hasMessageContaining("account new, and 5 records will be sent");

    Called check = Called.with("check", "--home", home.toString());
    assertThat(check.exit()).isEqualTo(1);
    assertThat(check.out()).contains("config/adapter.yaml: ", "account new");
  }

  @Test
  void the_same_account_gets_nothing_twice() throws IOException {
    Called same = Called.with("account", "same", "--home", home.toString());
    assertThat(same.exit()).isZero();
    assertThat(same.out()).contains("5 records stay known as sent, 0 events wait");

    drop();
    try (RunningAdapter adapter = start(real)) {
      Awaitility.await().until(() -> Files.notExists(home.resolve("drop/few/few.csv")));
    }

    assertThat(real.stats().requests()).isZero();
  }

  @Test
  void a_new_account_gets_the_files_that_are_dropped_again() throws IOException {
    Called fresh = Called.with("account", "new", "--home", home.toString());
    assertThat(fresh.exit()).isZero();
    assertThat(fresh.out()).contains("forgotten (5 records)").contains("drop/SOURCE/.done/");

    drop();
    try (RunningAdapter adapter = start(real)) {
      awaitTaken(real);
    }
    assertThat(Called.with("account", "new", "--home", home.toString()).out())
        .contains("nothing is to be decided");
  }

  @Test
  void nobody_may_send_to_the_old_account_meanwhile() {
    write(sandbox);
    try (RunningAdapter adapter = start(sandbox)) {
      Awaitility.await().until(() -> adapter.outbox().lease().held());
      write(real);

      Called fresh = Called.with("account", "new", "--home", home.toString());

      assertThat(fresh.exit()).isEqualTo(1);
      assertThat(fresh.err()).contains("The adapter runs", "stop it");
    }
  }

  private void drop() throws IOException {
    StringBuilder csv = new StringBuilder("email\n");
    for (int i = 0; i < TRIED; i++) {
      csv.append("c").append(i).append("@example.com\n");
    }
    TestHome.write(home, "drop/few/few.csv", csv.toString());
  }

  private RunningAdapter start(Sandbox dmp) {
    return StartedAdapter.in(
        home, Map.of("DMP_URL", dmp.uri().toString(), "DMP_PER_SECOND", "unlimited"));
  }

  private void write(Sandbox dmp) {
    TestHome.write(
        home,
        "config/adapter.yaml",
        "dmp: {url: '%s', username: sandbox, password: sandbox}\noutbox: {lease: 2s}\n"
            .formatted(dmp.uri()));
    TestHome.close(home.resolve("config/adapter.yaml"));
  }

  private static void awaitTaken(Sandbox dmp) {
    Awaitility.await().until(() -> dmp.stats().taken() == TRIED);
  }
}
