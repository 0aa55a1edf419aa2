package com.nexway.dmp.adapter.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailPatternTest {
  /**
   * The document's pattern; java.util.regex reads it as Ruby does where the input is ASCII or
   * short.
   */
  private static final Pattern PRINTED =
      Pattern.compile(
          "\\A([\\w+\\-](\\.[\\w+\\-])?)+@[a-z\\d\\-]+(\\.[a-z]+)*\\.[a-z]+\\z",
          Pattern.CASE_INSENSITIVE);

  @Test
  void the_pattern_is_the_one_that_the_document_prints() {
    assertThat(DocumentText.properties().get("user.email").type)
        .isEqualTo("/" + PRINTED.pattern() + "/i");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "john.doe@internet.com", "a@b.c", "JOHN+tag@Mail.Example.COM", "a.b@x.com",
            "ab.cd.ef@x.com",
        "a.bc.d@x.com", "_-+@-.aa", "a@4.com", "a@mail.example.co", "deleted@site.invalid"
      })
  void addresses_of_the_pattern_are_taken(String address) {
    assertThat(EmailPattern.refusal(address)).isNull();
    assertThat(PRINTED.matcher(address).matches()).isTrue();
  }

  @TestFactory
  Stream<DynamicTest> each_refusal_says_why() {
    Map<String, String> reasons =
        Map.ofEntries(
            Map.entry("", "it is empty"),
            Map.entry(" a@x.com", "begins or ends with a space"),
            Map.entry("a@x.com\n", "begins or ends with a space or a line end"),
            Map.entry("john.doe", "it has no @"),
            Map.entry("an\u200Bn@x.com", "an invisible character, U+200B, stands before the @"),
            Map.entry("a@b@x.com", "more than one @"),
            Map.entry("@x.com", "nothing stands before the @"),
            Map.entry(".a@x.com", "it begins with a dot"),
            Map.entry("a.@x.com", "a dot stands right before the @"),
            Map.entry("a..b@x.com", "two dots stand in a row"),
            Map.entry("a.b.c@x.com", "a single character stands between two dots, .b."),
            Map.entry("o'neil@x.com", "an apostrophe stands before the @"),
            Map.entry("o\u2019neil@x.com", "an apostrophe stands before the @"),
            Map.entry("john doe@x.com", "a space or a line end stands before the @"),
            Map.entry(
                "j\u00fcrgen@x.com",
                "the letter \u00fc, which is not one of a to z, stands before"),
            Map.entry("a&b@x.com", "the character & stands before the @"),
            Map.entry("a\u0000b@x.com", "a character that cannot be shown"),
            Map.entry("a\ud83d\ude00@x.com", "the character \ud83d\ude00 stands before"),
            Map.entry("a\ud83d@x.com", "a character that cannot be shown"),
            Map.entry("a@", "nothing stands behind the @"),
            Map.entry("a@com", "it has no dot behind the @"),
            Map.entry("a@.com", "a dot stands right behind the @"),
            Map.entry("a@x.com.", "it ends with a dot"),
            Map.entry("a@x..com", "two dots stand in a row"),
            Map.entry("a@mail.ex4mple.com", "the digit 4 stands in a later part behind the @"),
            Map.entry("a@x_y.com", "the character _ stands behind the @"),
            Map.entry("a@x.co-op", "the character - stands in a later part behind the @"),
            Map.entry("a@m\u00fcller.de", "the letter \u00fc"));
    return reasons.entrySet().stream()
        .map(
            each ->
                dynamicTest(
                    Shown.cut("'" + each.getKey() + "'"),
                    () ->
                        assertThat(EmailPattern.refusal(each.getKey())).contains(each.getValue())));
  }

  @Property(tries = 20_000)
  void it_agrees_with_the_printed_pattern(@ForAll("addresses") String address) {
    assertThat(EmailPattern.refusal(address) == null)
        .as(address)
        .isEqualTo(PRINTED.matcher(address).matches());
  }

  @Property(tries = 5_000)
  void it_agrees_with_the_printed_pattern_on_any_text(@ForAll("anything") String text) {
    assertThat(EmailPattern.refusal(text) == null)
        .as(text)
        .isEqualTo(PRINTED.matcher(text).matches());
  }

  @Test
  void any_length_is_decided_in_one_pass_and_a_small_stack() throws InterruptedException {
    List<String> longOnes =
        List.of(
            "a".repeat(200_000) + "@x.com",
            "a.b".repeat(200_000) + "@x.com",
            "a.".repeat(200_000) + "@x.com",
            "a@" + "b.".repeat(200_000) + "c",
            "a@" + "b".repeat(200_000) + "1.c",
            " ".repeat(200_000),
            "a".repeat(200_000));
    boolean[] decided = new boolean[1];
    Thread small =
        new Thread(
            null,
            () -> {
              for (int i = 0; i < 50; i++) {
                longOnes.forEach(EmailPattern::refusal);
              }
              decided[0] = true;
            },
            "small stack",
            128 * 1024);

    small.start();
    small.join(Duration.ofSeconds(30).toMillis());

    assertThat(decided[0]).as("350 texts of 200,000 characters").isTrue();
    assertThat(EmailPattern.refusal(longOnes.get(0))).isNull();
    assertThat(EmailPattern.refusal(longOnes.get(3))).isNull();
  }

  /** Texts of the pattern's own letters, so that about half of them are nearly right. */
  @Provide
  Arbitrary<String> addresses() {
    Arbitrary<String> local = Arbitraries.strings().withChars("aZ9_+-..'").ofMaxLength(8);
    Arbitrary<String> domain = Arbitraries.strings().withChars("aZ9-...").ofMaxLength(8);
    return Combinators.combine(
            local,
            Arbitraries.of("@", "@", "@", "", "@@"),
            domain,
            Arbitraries.of("", ".com", ".c4", ".", "\n"))
        .as((a, at, b, end) -> a + at + b + end);
  }

  @Provide
  Arbitrary<String> anything() {
    return Arbitraries.strings().ofMaxLength(12);
  }
}
