package com.nexway.dmp.adapter.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PlainLettersTest {
  private final PlainLetters ascii = new PlainLetters(StandardCharsets.US_ASCII);

  @ParameterizedTest
  @CsvSource({
    "Größe, Groesse",
    "ÄÖÜ, AeOeUe",
    "café, cafe",
    "Łódź, Lodz",
    "naïve, naive",
    "Şişli, Sisli",
    "a…, a...",
    "„x“, \"x\"",
    "5 €, 5 EUR",
    "a → b, a -> b",
    "ﬁne, fine",
    "plain, plain"
  })
  void what_cannot_be_shown_is_written_with_letters_like_it(String text, String plain) {
    assertThat(ascii.of(text)).isEqualTo(plain);
  }

  @Test
  void a_letter_and_its_mark_apart_are_one_letter() {
    assertThat(ascii.of("Gro\u0308\u00dfe")).isEqualTo("Groesse");
  }

  @Test
  void what_has_no_likeness_is_written_as_its_number() {
    assertThat(ascii.of("注 👧")).isEqualTo("\\u6ce8 \\ud83d\\udc67");
  }

  @Test
  void what_can_be_shown_stays() {
    assertThat(new PlainLetters(StandardCharsets.UTF_8).of("Größe 注 …")).isEqualTo("Größe 注 …");
    assertThat(new PlainLetters(Charset.forName("windows-1252")).of("Größe ł"))
        .isEqualTo("Größe l");
  }
}
