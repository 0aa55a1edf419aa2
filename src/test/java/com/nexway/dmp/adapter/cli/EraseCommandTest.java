package com.nexway.dmp.adapter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexway.dmp.adapter.testing.TestHome;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EraseCommandTest {
  @TempDir Path home;

  @BeforeEach
  void start() throws IOException {
    TestHome.in(home);
  }

  @Test
  void what_is_no_address_is_not_looked_for() {
    Called erase = erase("claire");

    assertThat(erase.exit()).isEqualTo(2);
    assertThat(erase.err()).contains("'claire' is no e-mail address");
    assertThat(erase.out()).isEmpty();
  }

  @Test
  void an_address_that_is_not_known_is_told_to_be_so() {
    Called erase = erase("claire@example.com");

    assertThat(erase.exit()).isZero();
    assertThat(erase.out()).contains("Erased: 0 events").contains("Nothing was kept");
  }

  private Called erase(String email) {
    return Called.with("erase", email, "--home", home.toString());
  }
}
