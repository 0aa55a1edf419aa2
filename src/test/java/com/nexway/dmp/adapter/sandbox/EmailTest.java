package com.nexway.dmp.adapter.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The document's e-mail pattern, against Java's reading of it and on long input. */
final class EmailTest {
  private static final Pattern PRINTED =
      Pattern.compile(
          "\\A([\\w+\\-](\\.[\\w+\\-])?)+@[a-z\\d\\-]+(\\.[a-z]+)*\\.[a-z]+\\z",
          Pattern.CASE_INSENSITIVE);

  @Property(tries = 20_000)
  void agrees_with_the_printed_pattern_on_any_short_text(
      @ForAll
          @Chars({'a', 'Z', '7', '_', '+', '-', '.', '@', ' ', '\n', 'é'})
          @StringLength(max = 12)
          String text) {
    assertThat(Email.fits(text)).isEqualTo(PRINTED.matcher(text).matches());
  }

  @Property(tries = 20_000)
  void agrees_with_the_printed_pattern_on_texts_that_look_like_addresses(
      @ForAll @Chars({'a', '7', '.'}) @StringLength(max = 8) String local,
      @ForAll @Chars({'a', '7', '.', '-'}) @StringLength(max = 8) String domain) {
    String text = local + "@" + domain;

    assertThat(Email.fits(text)).isEqualTo(PRINTED.matcher(text).matches());
  }

  @ParameterizedTest
  @ValueSource(strings = {"john.doe@internet.com", "A+b-c_9@x.y", "a.bc.d@ex-4mple.co.uk"})
  void takes_what_the_pattern_takes(String address) {
    assertThat(Email.fits(address)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a.b.c@x.com", "o'neil@x.com", "a@mail.ex4mple.com", "a@x", "a@x.com\n", "", "@"})
  void refuses_what_the_pattern_refuses(String address) {
    assertThat(Email.fits(address)).isFalse();
  }

  @Test
  void is_not_impressed_by_a_local_part_of_200_000_characters() {
    assertThat(Email.fits("a".repeat(200_000) + "@x.com")).isTrue();
    assertThat(Email.fits("a.b".repeat(70_000) + "!@x.com")).isFalse();
  }
}
