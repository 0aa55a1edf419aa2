package com.nexway.dmp.adapter.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class OneLineTest {
  @Test
  void a_name_with_line_ends_stays_on_its_line() {
    assertThat(OneLine.of("a\r\n2026-01-01 ERROR all is lost\n.csv"))
        .isEqualTo("a\\r\\n2026-01-01 ERROR all is lost\\n.csv");
  }

  @ParameterizedTest
  @CsvSource({
    "001b, \\u001b", "0007, \\u0007", "0009, \\u0009", "007f, \\u007f", "009b, \\u009b",
    "0085, \\u0085", "2028, \\u2028", "2029, \\u2029", "202e, \\u202e", "2066, \\u2066",
    "200f, \\u200f", "200b, \\u200b", "feff, \\ufeff", "d800, \\ud800", "e0041, \\udb40\\udc41"
  })
  void what_a_terminal_obeys_and_what_turns_or_hides_letters_is_written_out(
      String codePoint, String shown) {
    String character = Character.toString(Integer.parseInt(codePoint, 16));

    assertThat(OneLine.of("a" + character + "b")).isEqualTo("a" + shown + "b");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "orders 2026.csv", "Bestellungen für Äpfel.csv", "注文.csv", "C:\\a"})
  void an_ordinary_name_stays_as_it_is(String name) {
    assertThat(OneLine.of(name)).isEqualTo(name);
  }

  @Test
  void emoji_and_the_joiners_within_stay() {
    assertThat(OneLine.of("👩\u200d👧.csv")).isEqualTo("👩\u200d👧.csv");
  }

  @Test
  void a_long_text_is_cut_and_says_so() {
    assertThat(OneLine.of("x".repeat(1_000_000), 5)).isEqualTo("xxxxx…");
    assertThat(OneLine.of("x".repeat(256))).hasSize(OneLine.LONGEST + 1).endsWith("…");
    assertThat(OneLine.of("x".repeat(255))).hasSize(OneLine.LONGEST);
  }

  @Test
  void a_cut_never_halves_a_character() {
    assertThat(OneLine.of("ab👧", 3)).isEqualTo("ab…");
  }

  @Test
  void of_a_path_the_last_part_is_shown() {
    assertThat(OneLine.name(Path.of("drop", "orders", "a\u001b[2Jb.csv")))
        .isEqualTo("a\\u001b[2Jb.csv");
    assertThat(OneLine.name(Path.of("/"))).isEqualTo("/");
  }

  @Test
  void lines_of_ours_keep_their_ends_and_nothing_else() {
    assertThat(OneLine.each("first\n\tsecond\u001b[2J\rthird"))
        .isEqualTo("first\n\tsecond\\u001b[2J\\rthird");
  }
}
