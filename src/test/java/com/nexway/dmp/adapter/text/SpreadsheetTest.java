package com.nexway.dmp.adapter.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SpreadsheetTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a",
        "'",
        "''",
        "'a",
        "=",
        "=1+1",
        "'=1",
        "''=1",
        "+33 1",
        "-10",
        "@cmd",
        "\t=1",
        "\r",
        "' =",
        "Zo\u00eb"
      })
  void what_is_made_safe_is_given_back_as_it_was(String text) {
    String safe = Spreadsheet.safe(text);

    assertThat(Spreadsheet.unsafe(safe)).isEqualTo(text);
    assertThat(safe).doesNotStartWith("=").doesNotStartWith("+").doesNotStartWith("-");
    assertThat(safe).doesNotStartWith("@").doesNotStartWith("\t").doesNotStartWith("\r");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\0',
      value = {"=\"01000\",01000", "'-10,-10", "'+33 1,+33 1", "'tis,'tis", "''=1,''=1", "=1,=1"})
  void other_programs_marks_are_left_out(String text, String plain) {
    assertThat(Spreadsheet.plain(text)).isEqualTo(plain);
  }

  @ParameterizedTest
  @CsvSource({
    "6.63424E+12,true",
    "'6,63424E+12',true",
    "6E+12,true",
    "'6,63 E+12',true",
    "6.63424e+12,true",
    "E+12,false",
    "6.63424E12,false",
    "SKU-6E+12,false"
  })
  void a_number_that_lost_its_digits_is_known(String text, boolean shortened) {
    assertThat(Spreadsheet.shortened(text)).isEqualTo(shortened);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "#N/A",
        "#NV",
        "#REF!",
        "#VALUE!",
        "#VALEUR!",
        "#WERT!",
        "#NAME?",
        "#DIV/0!",
        "#####",
        "#ZAHL!"
      })
  void an_error_of_a_spreadsheet_is_no_value(String text) {
    assertThat(Spreadsheet.isError(text)).isTrue();
    assertThat(Spreadsheet.advice(text)).contains(text, "mend the cell");
  }

  @ParameterizedTest
  @ValueSource(strings = {"#1001", "#", "##", "#NVM", "#hashtag!", "N/A", "#A1"})
  void what_begins_like_one_is_a_value(String text) {
    assertThat(Spreadsheet.isError(text)).isFalse();
  }
}
