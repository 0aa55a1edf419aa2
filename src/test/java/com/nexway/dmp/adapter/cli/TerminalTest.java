package com.nexway.dmp.adapter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexway.dmp.adapter.sandbox.Sandbox;
import com.nexway.dmp.adapter.testing.AdapterProcess;
import com.nexway.dmp.adapter.testing.TestHome;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What reaches a terminal, in UTF-8, in plain letters, and never to be obeyed. */
final class TerminalTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "LANG, de_DE.UTF-8, ANSI_X3.4-1968, UTF-8",
    "LANG, C.utf8, ANSI_X3.4-1968, UTF-8",
    "LC_ALL, C, ANSI_X3.4-1968, US-ASCII",
    "NONE, x, ANSI_X3.4-1968, US-ASCII",
    "NONE, x, , US-ASCII",
    "NONE, x, no-such-letters, US-ASCII",
    "NONE, x, Cp850, IBM850",
    "NONE, x, UTF-8, UTF-8"
  })
  void a_locale_says_what_a_terminal_shows_then_java_does(
      String variable, String value, String told, String charset) {
    assertThat(Terminal.charset(Map.of(variable, value), Stream.of(null, told)).name())
        .isEqualTo(charset);
  }

  @Test
  void the_first_variable_of_a_locale_decides() {
    Map<String, String> environment = new HashMap<>(Map.of("LC_ALL", "C", "LANG", "de_DE.UTF-8"));
    assertThat(Terminal.charset(environment, Stream.of("US-ASCII")))
        .isEqualTo(StandardCharsets.US_ASCII);

    environment.put("LC_ALL", "");
    assertThat(Terminal.charset(environment, Stream.of("US-ASCII")))
        .isEqualTo(StandardCharsets.UTF_8);
  }

  @Test
  void lines_of_ours_stay_lines_and_what_a_stranger_wrote_is_not_obeyed() {
    ByteArrayOutputStream screen = new ByteArrayOutputStream();
    PrintWriter out = Terminal.on(screen, StandardCharsets.UTF_8);

    out.println("first\nsecond \u001b[2J \u202e\r over");
    out.printf("%s%n", "third");

    assertThat(screen.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n"))
        .isEqualTo("first\nsecond \\u001b[2J \\u202e\\r over\nthird\n");
  }

  @Test
  void check_prints_umlauts_where_they_can_be_seen_and_plain_letters_elsewhere() {
    Path home = wrongHome();

    assertThat(output(home, "LC_ALL", "C")).contains("'Groesse'").doesNotContain("?r");
    assertThat(output(home, "LC_ALL", "C.UTF-8")).contains("'Größe'");
  }

  @Test
  void the_log_file_is_utf_8_whatever_the_console_shows() throws IOException {
    Path home = wrongHome();
    TestHome.write(
        home,
        "routes/sources/few.yaml",
        """
        - templatedRoute:
            routeTemplateRef: csv
            routeId: few
            parameters:
              - { name: mapping, value: Größe }
        """);
    // The log as it is shipped, not as tests write it.
    String shipped = "-Dlogback.configurationFile=logback.xml";
    try (Sandbox dmp = Sandbox.start();
        AdapterProcess adapter =
            AdapterProcess.run(home, dmp, "LC_ALL", "C", "JAVA_TOOL_OPTIONS", shipped)) {
      adapter.awaitOutput("Ready.");
      adapter.stop();

      assertThat(adapter.output()).contains("Groesse").doesNotContain("Gr??e");
    }
    assertThat(Files.readString(home.resolve("data/logs/adapter.log"))).contains("Größe");
  }

  private Path wrongHome() {
    Path home = TestHome.in(folder);
    TestHome.write(home, "mappings/few.yaml", "key: ${id}\nevent:\n  'Größe': ${id}\n");
    return home;
  }

  private static String output(Path home, String name, String value) {
    try (AdapterProcess check = AdapterProcess.start(home, Map.of(name, value), "check")) {
      assertThat(check.exitCode()).isEqualTo(1);
      return check.output();
    }
  }
}
