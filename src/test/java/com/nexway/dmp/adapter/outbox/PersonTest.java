package com.nexway.dmp.adapter.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is meant by an address, and who is not. */
final class PersonTest {
  private final Person ann = new Person(" Ann@X.com ");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ann@x.com",
        "ANN@X.COM",
        "Ann <ann@x.com>, Bob",
        "mail=ann@x.com&b=1",
        "'ann@x.com'",
        "write to ann@x.com.",
        "{\"text\":\"first line\\nann@x.com\\nlast\"}",
        "ann%40x.com",
        "https://x.com/?to=%20ann%40x.com",
        "ann\\u0040x.com",
        "ann&#64;x.com",
        "\u00a0ann@x.com\u00a0",
        "joann@x.com;ann@x.com"
      })
  void a_text_that_mentions_the_address_is_about_the_person(String text) {
    assertThat(ann.isIn(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "joann@x.com",
        "jo.ann@x.com",
        "jo-ann@x.com",
        "jo+ann@x.com",
        "jo_ann@x.com",
        "o'ann@x.com",
        "\u00e9ann@x.com",
        "ann@x.com.au",
        "ann@x.community",
        "ann@x.com-shop.de",
        "ann@xxcom",
        "ann at x.com",
        ""
      })
  void nobody_elses_address_is_theirs(String text) {
    assertThat(ann.isIn(text)).isFalse();
    assertThat(Person.addresses(text)).doesNotContain("ann@x.com");
  }

  @Test
  void an_address_with_signs_is_looked_for_to_the_letter() {
    assertThat(new Person("o'neil+shop@x.com").isIn("<O'Neil+Shop@x.com>")).isTrue();
    assertThat(new Person("a.b@x.com").isIn("aXb@x.com")).isFalse();
    assertThat(new Person("100%_sure@x.com").like()).doesNotContain("@").contains("_sure");
    assertThat(new Person("M\u00dcLLER@x.de").isIn("m\u00fcller@x.de")).isTrue();
  }

  @Test
  void a_file_called_after_the_person_is_called_otherwise() {
    assertThat(ann.takenFromName("drop/Ann@x.com.csv")).isEqualTo("drop/erased.csv");
    assertThat(ann.takenFromName("ann@x.com.csv.gz")).isEqualTo("erased.csv.gz");
    assertThat(ann.takenFromName("ann@x.com.errors.2.csv")).isEqualTo("erased.errors.2.csv");
    assertThat(ann.takenFromName("ann@x.com.au.csv")).isEqualTo("ann@x.com.au.csv");
    assertThat(ann.takenFromName("ann@x.com-2026.csv")).isEqualTo("ann@x.com-2026.csv");
    assertThat(ann.isInName("joann@x.com.csv")).isFalse();
  }

  @Test
  void every_address_of_a_text_is_found() {
    assertThat(Person.addresses("mail=Ann@X.com, (o'neil@x.com). \"bob@y.org\"\n@ and x@"))
        .contains("ann@x.com", "o'neil@x.com", "bob@y.org");
    assertThat(Person.addresses("a".repeat(1_000_000) + "@" + "b@".repeat(100_000)))
        .hasSizeLessThanOrEqualTo(1_001);
  }
}
