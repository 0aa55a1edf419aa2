package com.nexway.dmp.adapter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexway.dmp.adapter.testing.TestHome;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
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

  @Test
  void lines_of_a_file_that_was_read_go_by_the_source_that_read_it() throws IOException {
    TestHome.write(
        home,
        "mappings/few.yaml",
        "key: ${order}\nevent:\n  action: send data\n  user:\n    email: ${mail}\n");
    TestHome.write(
        home,
        "routes/sources/few.yaml",
        """
        - templatedRoute:
            routeTemplateRef: csv
            routeId: few
            parameters:
              - { name: mapping, value: few }
              - { name: charset, value: windows-1252 }
              - { name: group, value: order }
        """);
    Path done = home.resolve("drop/few/.done/20260301-101500000-a.csv");
    Files.createDirectories(done.getParent());
    Files.write(
        done,
        "order;mail;n\n1;claire@example.com;\u00e9\n1;;x\n2;eclaire@example.com;\u00e9\n"
            .getBytes(Charset.forName("windows-1252")));

    Called erase = erase("Claire@Example.com");

    assertThat(erase.out()).contains("2 lines of 1 other files").contains("--suppress skips it");
    assertThat(erase.exit()).isZero();
    assertThat(done)
        .hasBinaryContent(
            "order;mail;n\n2;eclaire@example.com;\u00e9\n"
                .getBytes(Charset.forName("windows-1252")));
  }

  @Test
  void what_is_left_is_told_with_what_to_do() throws IOException {
    TestHome.write(home, "drop/few/a.csv", "mail\nclaire@example.com\n");

    Called erase = erase("claire@example.com");

    assertThat(erase.exit()).isEqualTo(1);
    assertThat(erase.out())
        .contains("Not erased: drop/few/a.csv waits to be read")
        .doesNotContain("claire");
  }

  @Test
  void a_person_is_suppressed_and_let_in_again() {
    assertThat(erase("claire@example.com", "--suppress").out())
        .contains("What comes again of this person is skipped");
    assertThat(erase("Claire@Example.com", "--unsuppress").out())
        .isEqualToIgnoringNewLines("This address is let in again.");
    assertThat(erase("claire@example.com", "--unsuppress").out()).contains("was not suppressed");

    Called both = erase("claire@example.com", "--suppress", "--unsuppress");
    assertThat(both.exit()).isEqualTo(2);
    assertThat(both.err()).contains("mutually exclusive");
  }

  private Called erase(String email, String... options) {
    String[] words = new String[options.length + 4];
    System.arraycopy(options, 0, words, 4, options.length);
    words[0] = "erase";
    words[1] = email;
    words[2] = "--home";
    words[3] = home.toString();
    return Called.with(words);
  }
}
