package com.nexway.dmp.adapter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ValidateCommandTest {
  private static final String GOOD = "{\"action\":\"send data\",\"user\":{\"email\":\"a@x.com\"}}";

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void a_valid_file_ends_with_0_and_no_line() throws IOException {
    String file = file("good.json", GOOD);

    assertThat(validate(file)).isZero();
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString().strip())
        .isEqualTo(file + ": 1 event, 0 with errors, 0 with warnings alone");
  }

  @Test
  void an_error_in_one_of_many_files_ends_with_1() throws IOException {
    String bad = file("bad.json", "{\"action\":\"send data\"}");

    assertThat(validate(file("good.json", GOOD), bad, file("more.json", GOOD))).isEqualTo(1);
    assertThat(out.toString()).startsWith(bad + ": /user: is missing");
  }

  @Test
  void an_event_larger_than_a_megabyte_is_an_error() throws IOException {
    String name = "\"firstName\":\"" + "x".repeat(1024 * 1024) + "\",";
    String file = file("large.json", GOOD.replace("\"email\"", name + "\"email\""));

    assertThat(validate(file)).isEqualTo(1);
    assertThat(out.toString()).contains("large.json: ").contains("(1 MB)");
  }

  @Test
  void warnings_alone_end_with_0() throws IOException {
    String file = file("usage.json", GOOD.replace("send data\"", "use product\",\"usage\":{}"));

    assertThat(validate(file)).isZero();
    assertThat(out.toString()).contains("/usage/type: warning: ");
  }

  @Test
  void a_file_that_is_not_there_is_wrong_use() throws IOException {
    assertThat(validate(folder.resolve("none.json").toString(), file("good.json", GOOD)))
        .isEqualTo(2);
    assertThat(err.toString()).contains("none.json: cannot be read: there is no such file");
  }

  @Test
  void of_a_dead_letter_its_event_is_checked_and_that_is_said() throws IOException {
    String good = file("letter.json", "{\"deadLetter\":17,\"why\":\"x\",\"event\":" + GOOD + "}");
    String bad = file("bad.json", "{\"deadLetter\":18,\"event\":{\"action\":\"send data\"}}");
    String none = file("none.json", "{\"deadLetter\":19,\"event\":null}");

    assertThat(validate(good)).isZero();
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString())
        .contains("letter.json: 1 event, 0 with errors, 0 with warnings alone; of a dead letter");
    assertThat(validate(bad, none)).isEqualTo(1);
    assertThat(out.toString())
        .contains(bad + ": /event/user: is missing")
        .contains(none + ": /event: must be an event");
  }

  @Test
  void no_file_at_all_is_wrong_use() {
    assertThat(validate()).isEqualTo(2);
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private int validate(String... files) {
    return new CommandLine(new ValidateCommand())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(files);
  }
}
