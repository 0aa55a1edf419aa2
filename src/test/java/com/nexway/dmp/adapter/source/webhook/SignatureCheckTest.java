package com.nexway.dmp.adapter.source.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexway.dmp.adapter.testing.Hmac;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Signatures as the shops write them; the expected ones were computed by another program. */
final class SignatureCheckTest {
  private static final byte[] BODY = "{\"id\":1}".getBytes(StandardCharsets.UTF_8);
  private static final String HEX =
      "8024ad8a350138010d76a130c1a7a4a9b19efe14e57ae73dd8a2a14a3ff4e83b";
  private static final String BASE64 = "gCStijUBOAENdqEwwaekqbGe/hTleuc92KKhSj/06Ds=";
  private static final String STRIPE =
      "f60bbe0eb3cf7f9042be848792c98d578cafa284e50727c6124b3ab5c0f5881a";
  private static final String PADDLE =
      "e724f02f091d346e91264280c970a5383d57d5885bb4e446e2536510058747fa";
  private static final Instant NOW = Instant.ofEpochSecond(1_772_359_200);

  @Test
  void the_body_in_base64_or_hexadecimal_with_or_without_a_prefix() {
    assertThat(fits(Scheme.WOOCOMMERCE, "", BASE64)).isTrue();
    assertThat(fits(Scheme.HMAC_SHA256_HEX, "", HEX)).isTrue();
    assertThat(fits(Scheme.HMAC_SHA256_HEX, "sha256=", "sha256=" + HEX)).isTrue();
    assertThat(fits(Scheme.HMAC_SHA256_HEX, "sha256=", HEX)).isFalse();
  }

  @Test
  void anything_else_does_not_fit() {
    for (String wrong : List.of("", "=", BASE64.toLowerCase(java.util.Locale.ROOT), "%%%", HEX)) {
      assertThat(fits(Scheme.SHOPIFY, "", wrong)).as(wrong).isFalse();
    }
    assertThat(fits(Scheme.HMAC_SHA256_HEX, "", HEX.substring(2))).isFalse();
  }

  @Test
  void stripe_signs_the_time_too_and_may_send_several_signatures() {
    assertThat(fits(Scheme.STRIPE, "", "t=1772359200,v1=" + STRIPE + ",v0=" + HEX)).isTrue();
    assertThat(fits(Scheme.STRIPE, "", "t=1772359200,v1=" + HEX + ",v1=" + STRIPE)).isTrue();
    assertThat(fits(Scheme.STRIPE, "", "t=1772359201,v1=" + STRIPE)).isFalse();
    assertThat(fits(Scheme.STRIPE, "", "v1=" + STRIPE)).isFalse();
    assertThat(fits(Scheme.STRIPE, "", "t=1772359200,v0=" + STRIPE)).isFalse();
    assertThat(fits(Scheme.STRIPE, "", "t=99999999999999999999,v1=" + STRIPE)).isFalse();
  }

  @Test
  void paddle_joins_the_time_by_a_colon() {
    assertThat(fits(Scheme.PADDLE, "", "ts=1772359200;h1=" + PADDLE)).isTrue();
    assertThat(fits(Scheme.PADDLE, "", "ts=1772359200;h1=" + STRIPE)).isFalse();
  }

  @Test
  void a_signature_that_is_too_old_or_from_the_future_does_not_fit() {
    Signing signing = signing(Scheme.STRIPE, "", "swordfish");
    String header = "t=1772359200,v1=" + STRIPE;

    assertThat(fits(signing, header, BODY, NOW.plusSeconds(300))).isTrue();
    assertThat(fits(signing, header, BODY, NOW.plusSeconds(301))).isFalse();
    assertThat(fits(signing, header, BODY, NOW.minusSeconds(301))).isFalse();
  }

  @Test
  void a_clock_that_is_wrong_is_named_only_where_the_secret_is_right() {
    Signing signing = signing(Scheme.STRIPE, "", "swordfish");
    String header = "t=1772359200,v1=" + STRIPE;

    assertThat(words(signing, header, NOW.plusSeconds(600)))
        .isEqualTo("signed 10 minutes ago: is this machine's clock right? (it may be 5m off)");
    assertThat(words(signing, header, NOW.minusSeconds(7_200)))
        .isEqualTo("signed 2 hours ahead: is this machine's clock right? (it may be 5m off)");
    assertThat(words(signing(Scheme.STRIPE, "", "tuna"), header, NOW.plusSeconds(600)))
        .contains("does not fit: is it the same secret");
  }

  @Test
  void a_secret_as_woocommerce_s_page_shows_it_fits_as_well_as_the_one_it_means() {
    String signed = Hmac.base64("x&y\"z'<q>", BODY);

    for (String written : List.of("x&y\"z'<q>", "x&amp;y&quot;z&#039;&lt;q&gt;")) {
      assertThat(fits(signing(Scheme.WOOCOMMERCE, "", written), signed, BODY, NOW)).isTrue();
    }
    assertThat(words(signing(Scheme.WOOCOMMERCE, "", "x&amp;amp;y"), signed, NOW))
        .contains("may show & as &amp;");
  }

  @Test
  void while_the_shop_changes_its_secret_both_are_taken() {
    Signing both = signing(Scheme.HMAC_SHA256_HEX, "", "pike", "swordfish");

    assertThat(fits(both, HEX, BODY, NOW)).isTrue();
    assertThat(
            fits(
                both,
                "e4510a97b2c790ea3612566c2f2f1fe157f024300d56579268a6c9626897d8aa",
                BODY,
                NOW))
        .isTrue();
  }

  private static boolean fits(Scheme scheme, String prefix, String header) {
    return fits(signing(scheme, prefix, "swordfish"), header, BODY, NOW);
  }

  private static boolean fits(Signing signing, String header, byte[] body, Instant now) {
    return SignatureCheck.of(signing, header, body, now).fits();
  }

  private static String words(Signing signing, String header, Instant now) {
    return SignatureCheck.of(signing, header, BODY, now).words();
  }

  private static Signing signing(Scheme scheme, String prefix, String... secrets) {
    return new Signing(
        scheme,
        "X-Signature",
        prefix,
        List.of(secrets).stream().map(SharedSecret::of).toList(),
        Duration.ofMinutes(5));
  }
}
