package com.nexway.dmp.adapter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexway.dmp.adapter.camel.RunningAdapter;
import com.nexway.dmp.adapter.sandbox.Sandbox;
import com.nexway.dmp.adapter.testing.StartedAdapter;
import com.nexway.dmp.adapter.testing.TestHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A dead letter is mended where a person would mend it: in the shop's own value, or the mapping.
 */
final class MendedLettersTest {
  private static final String MAPPING =
      """
      key: ${number}
      event:
        action: send data
        user:
          email: ${email}
          birthDate: { column: born, format: dd/MM/yyyy }
      """;

  @TempDir Path home;
  private Sandbox dmp;

  @BeforeEach
  void one_record_is_refused() throws IOException {
    dmp = Sandbox.start();
    TestHome.in(home);
    TestHome.addFew(home);
    TestHome.write(home, "mappings/few.yaml", MAPPING);
    TestHome.write(home, "drop/few/few.csv", "number,email,born\n17,ann@example.com,1980-02-01\n");
  }

  @AfterEach
  void close() {
    dmp.close();
  }

  @Test
  void a_value_that_is_mended_in_the_record_is_mapped_again() throws IOException {
    try (RunningAdapter adapter = start()) {
      Path letter = letter();
      resend(letter, Files.readString(letter).replace("1980-02-01", "01/02/1980"));

      Awaitility.await().until(() -> dmp.stats().taken() == 1);
    }
    assertThat(Called.with("find", "--home", home.toString(), "17").out()).contains("delivered");
  }

  @Test
  void a_letter_that_nobody_mended_is_refused_with_what_is_still_wrong() throws IOException {
    try (RunningAdapter adapter = start()) {
      Path letter = letter();
      resend(letter, Files.readString(letter));

      Path note = home.resolve("dead-letters/resend/refused");
      Awaitility.await().until(() -> files(note).stream().anyMatch(f -> f.endsWith(".txt")));
      Path text =
          files(note).stream()
              .filter(f -> f.endsWith(".txt"))
              .map(note::resolve)
              .findFirst()
              .orElseThrow();
      assertThat(Files.readString(text)).contains("birthDate", "1980-02-01");
    }
    assertThat(dmp.stats().requests()).isZero();
  }

  @Test
  void an_unchanged_letter_goes_once_the_mapping_is_mended() throws IOException {
    Path letter;
    try (RunningAdapter adapter = start()) {
      letter = letter();
    }
    TestHome.write(home, "mappings/few.yaml", MAPPING.replace("dd/MM/yyyy", "yyyy-MM-dd"));
    resend(letter, Files.readString(letter));
    try (RunningAdapter adapter = start()) {
      Awaitility.await().until(() -> dmp.stats().taken() == 1);
    }
  }

  private RunningAdapter start() {
    return StartedAdapter.in(
        home, Map.of("DMP_URL", dmp.uri().toString(), "DMP_PER_SECOND", "unlimited"));
  }

  private Path letter() throws IOException {
    Path folder = home.resolve("dead-letters/few");
    Awaitility.await().until(() -> files(folder).size() == 1);
    return folder.resolve(files(folder).get(0));
  }

  private void resend(Path letter, String text) {
    TestHome.write(home, "dead-letters/resend/" + letter.getFileName(), text);
  }

  private static List<String> files(Path folder) throws IOException {
    if (Files.notExists(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(file -> file.getFileName().toString())
          .filter(n -> n.matches(".*\\.(json|txt)"))
          .toList();
    }
  }
}
