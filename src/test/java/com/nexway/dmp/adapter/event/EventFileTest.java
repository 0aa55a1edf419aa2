package com.nexway.dmp.adapter.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexway.dmp.adapter.testing.Patience;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventFileTest {
  private static final String GOOD = "{\"action\":\"send data\",\"user\":{\"email\":\"a@x.com\"}}";
  private static final String BAD =
      "{\"action\":\"send data\",\"user\":{\"email\":\"o'neil@x.com\"}}";

  private final List<String> lines = new ArrayList<>();

  @Test
  void the_example_of_the_document_is_one_valid_event() {
    assertThat(check(DocumentText.example())).isEqualTo(new EventFile.Summary(1, 0, 0, 0));
    assertThat(lines).isEmpty();
  }

  @Test
  void a_problem_is_a_line_with_file_pointer_and_what_is_wrong() {
    check(BAD);

    assertThat(lines)
        .containsExactly(
            "f.json: /user/email: is no address that the DMP takes: an apostrophe stands before the @"
                + " (got o'neil@x.com)");
  }

  @Test
  void a_warning_is_marked_and_leaves_the_event_valid() {
    EventFile.Summary summary =
        check("{\"action\":\"use product\",\"usage\":{},\"user\":{\"email\":\"a@x.com\"}}");

    assertThat(lines)
        .singleElement()
        .asString()
        .startsWith("f.json: /usage/type: warning: is missing");
    assertThat(summary).isEqualTo(new EventFile.Summary(1, 0, 1, 0));
  }

  @Test
  void an_element_of_a_list_is_told_by_its_pointer() {
    EventFile.Summary summary = check("[" + GOOD + ",\n" + BAD + "]");

    assertThat(lines).singleElement().asString().startsWith("f.json: /1/user/email: ");
    assertThat(summary).isEqualTo(new EventFile.Summary(2, 1, 0, 0));
  }

  @Test
  void an_event_of_json_lines_is_told_by_its_line() {
    EventFile.Summary summary = check(BAD + "\n\n" + GOOD + "\n" + BAD + "\n");

    assertThat(lines).hasSize(2);
    assertThat(lines.get(0)).startsWith("f.json:1: /user/email: ");
    assertThat(lines.get(1)).startsWith("f.json:4: /user/email: ");
    assertThat(summary).isEqualTo(new EventFile.Summary(3, 2, 0, 0));
  }

  @Test
  void a_broken_line_of_json_lines_does_not_hide_the_others() {
    EventFile.Summary summary =
        check(GOOD + "\n{\"action\":\"send data\",\n" + BAD + "\n{\"a\" 1}\n" + GOOD);

    assertThat(lines).hasSize(3);
    assertThat(lines.get(0)).startsWith("f.json:3:1: is not JSON: ");
    assertThat(lines.get(1)).startsWith("f.json:3: /user/email: ");
    assertThat(lines.get(2)).startsWith("f.json:4:6: is not JSON: ");
    assertThat(summary).isEqualTo(new EventFile.Summary(3, 3, 0, 0));
  }

  @Test
  void a_name_that_stands_twice_is_a_problem_at_its_place() {
    check(
        "["
            + GOOD
            + ",{\"action\":\"send data\",\"user\":{\"email\":\"a@x.com\",\"email\":\"b@x.com\"}}]");

    assertThat(lines)
        .containsExactly(
            "f.json: /1/user/email: stands twice in its object: leave one of them out");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{\"a\":1,}     | 1:8: | a comma too many before }",
        "{\"a\":1}}     | 1:8: | a } does not belong here",
        "{'a':1}        | 1:2: | names and texts stand in \"",
        "{\"a\":1       | 1:7: | the text ends in the middle of an event",
        "{\"a\":\"x     | 1:8: | the text ends in the middle of an event",
        "{\"a\" 1}      | 1:6: | a comma, a colon or a \" may be missing, at {\"a\" 1}",
        "{\"é\":\"ü\",x}| 1:10: | may be missing, at {\"é\":\"ü\",x}",
        "// nothing     | 1:1: | there are no comments in JSON",
        "{\"a\":1e99999999999} | 1: | is not JSON",
        "[1,            | 1:4: | the text ends",
      })
  void what_is_no_json_is_told_with_line_and_column(String text, String place, String reason) {
    check(text);

    assertThat(lines).last().asString().startsWith("f.json:" + place).contains(reason);
  }

  @Test
  void a_text_over_two_lines_is_told_at_its_first() {
    check("{\"action\":\"send\ndata\"}");

    assertThat(lines)
        .first()
        .asString()
        .startsWith("f.json:1:16: is not JSON: a text goes on over the end");
  }

  @Test
  void what_is_not_utf_8_is_told_with_line_and_column() {
    check("{\"action\":\n\"\u00e4\"}".getBytes(StandardCharsets.ISO_8859_1));

    assertThat(lines).containsExactly("f.json:2:2: is not UTF-8: save the file as UTF-8");
  }

  @Test
  void what_notepad_saves_as_unicode_is_read() {
    assertThat(check(GOOD.getBytes(StandardCharsets.UTF_16LE)).wrong()).isZero();
    assertThat(check(("\ufeff" + GOOD).getBytes(StandardCharsets.UTF_16BE)).wrong()).isZero();
  }

  @Test
  void a_byte_order_mark_does_no_harm() {
    assertThat(check("\ufeff" + GOOD).wrong()).isZero();
  }

  @Test
  void what_is_no_event_is_told() {
    check("17");
    check("[\"x\"]");
    check(" \n");
    check("[]");

    assertThat(lines)
        .containsExactly(
            "f.json: must be an event, an object in { }",
            "f.json: /0: must be an event, an object in { }",
            "f.json: holds no event",
            "f.json: holds no event");
  }

  @Test
  void a_file_that_is_too_large_is_told_before_it_fills_the_memory() throws IOException {
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            return ' ';
          }

          @Override
          public int read(byte[] into, int offset, int length) {
            Arrays.fill(into, offset, offset + length, (byte) ' ');
            return length;
          }
        };

    EventFile.check("f.json", endless, new Validator(), lines::add);

    assertThat(lines)
        .containsExactly("f.json: is larger than 100 MiB: split it, such as into an event a line");
  }

  @Test
  void nothing_is_too_deep_or_too_many() {
    String many = (GOOD + "\n").repeat(50_000) + "{\n".repeat(20_000);
    Assertions.assertTimeoutPreemptively(
        Patience.LONG,
        () -> {
          check("[".repeat(1_000_000));
          check("[]".repeat(1_000_000));
          check("{\"a\":".repeat(1_000_000));
          check("{" + "\"a\":1,".repeat(300_000) + "\"a\":1}");
          check(many);
        });

    assertThat(lines)
        .anySatisfy(line -> assertThat(line).contains("longer or nested deeper than any event"));
  }

  @Property(tries = 500)
  void any_bytes_are_events_or_problems(@ForAll byte[] bytes) {
    EventFile.Summary summary = check(bytes);

    assertThat(summary.wrong() > 0).isEqualTo(!lines.isEmpty());
    assertThat(lines).allSatisfy(line -> assertThat(line).doesNotContain("\n"));
  }

  private EventFile.Summary check(String text) {
    return check(text.getBytes(StandardCharsets.UTF_8));
  }

  private EventFile.Summary check(byte[] bytes) {
    try {
      return EventFile.check(
          "f.json", new ByteArrayInputStream(bytes), new Validator(), lines::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
