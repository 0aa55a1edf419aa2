package com.nexway.dmp.adapter.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlFileTest {
  @TempDir Path folder;
  private final List<FileProblem> problems = new ArrayList<>();

  @Test
  void every_word_knows_its_place() {
    YamlNode.Fields root = (YamlNode.Fields) parse("a: 1\nb:\n  c: \"2\"\n").orElseThrow();

    YamlNode.Fields b = (YamlNode.Fields) root.entries().get("b");
    YamlNode.Scalar c = (YamlNode.Scalar) b.entries().get("c");
    assertThat(c).isEqualTo(new YamlNode.Scalar(new YamlNode.Place("f.yaml", 3, 6), "2", true));
    assertThat(b.problemAt("c", "wrong")).hasToString("f.yaml:3:3: wrong");
  }

  @Test
  void what_is_in_the_way_of_a_file_is_told_with_what_to_do() throws IOException {
    Path file = Files.createDirectory(folder.resolve("adapter.yaml"));

    assertThat(YamlFile.read(file, "adapter.yaml", problems)).isEmpty();
    assertThat(problems)
        .singleElement()
        .extracting(FileProblem::message)
        .isEqualTo(file + " is a folder, and must be a file: move the folder away");
  }

  @Test
  void a_key_that_stands_twice_is_told() {
    parse("a: 1\nb: 2\na: 3\n");

    assertThat(problems)
        .extracting(FileProblem::toString)
        .containsExactly("f.yaml:3:1: 'a' stands here twice; the first is in line 1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a: { Name: #1001 }\\nb: 1|1:12",
        "x: 1\\na: { b: [1, #2], c: don't }\\nb: 1|2:13",
        "a: { b: '# }', Name: #1002,\\n  c: d }|1:22",
        "a: { b: 1, # one }\\n  c: : }|1:12"
      })
  void a_comment_that_begins_inside_braces_is_told_where_it_takes_the_rest_of_a_line(
      String yaml, String place) {
    parse(yaml.replace("\\n", "\n"));

    assertThat(problems)
        .extracting(FileProblem::toString)
        .containsExactly(
            "f.yaml:"
                + place
                + ": ' #' begins a comment, so that the rest of this line is not read; put the"
                + " value in quotes, such as \"#1001\"");
  }

  @Test
  void a_comment_inside_braces_that_takes_nothing_is_not_blamed() {
    parse("a: { b: 1, # one\n  c: : d }\n");

    assertThat(problems).singleElement().asString().startsWith("f.yaml:2:");
  }

  @Test
  void a_tab_is_told_in_words() {
    parse("a:\n\tb: 1\n");

    assertThat(problems)
        .extracting(FileProblem::toString)
        .containsExactly("f.yaml:2:1: a tab stands here: indent with spaces");
  }

  @Test
  void a_colon_in_a_text_is_told_in_words() {
    parse("a: see: here\n");

    assertThat(problems)
        .extracting(FileProblem::toString)
        .containsExactly(
            "f.yaml:1:7: this is not YAML: mapping values are not allowed here; a text that holds"
                + " ': ' needs quotes, and keys of one map the same indentation");
  }

  @Test
  void a_byte_order_mark_is_no_part_of_the_first_key() throws IOException {
    Path file = folder.resolve("f.yaml");
    Files.writeString(file, "\uFEFFa: 1\r\n");

    YamlNode.Fields root = (YamlNode.Fields) YamlFile.read(file, "f.yaml", problems).orElseThrow();

    assertThat(root.entries()).containsOnlyKeys("a");
    assertThat(problems).isEmpty();
  }

  @Test
  void a_file_in_another_encoding_is_told() throws IOException {
    Path file = folder.resolve("f.yaml");
    Files.write(file, "a: é".getBytes(StandardCharsets.ISO_8859_1));

    YamlFile.read(file, "f.yaml", problems);

    assertThat(problems)
        .extracting(FileProblem::toString)
        .containsExactly("f.yaml:1:1: the file is not UTF-8; save it as UTF-8");
  }

  @Test
  @Timeout(120)
  void aliases_of_aliases_of_aliases_are_refused() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 16; i++) {
      bomb.append("a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ", ").repeat(3)));
    }

    parse(bomb.toString());

    assertThat(problems)
        .singleElement()
        .extracting(FileProblem::message)
        .isEqualTo("the file holds more than 100000 values, counting those that aliases repeat");
  }

  @Test
  @Timeout(120)
  void an_alias_of_what_it_stands_in_is_refused() {
    parse("a: &a [*a, *a]\n");

    assertThat(problems).isNotEmpty();
  }

  @Test
  void text_nested_too_deeply_is_refused() {
    parse("[".repeat(60) + "]".repeat(60));

    assertThat(problems).extracting(FileProblem::message).contains("nested too deeply");
  }

  private Optional<YamlNode> parse(String text) {
    return YamlFile.parse(text, "f.yaml", problems);
  }
}
