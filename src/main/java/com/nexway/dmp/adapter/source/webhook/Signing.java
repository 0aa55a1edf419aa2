package com.nexway.dmp.adapter.source.webhook;

import com.nexway.dmp.adapter.value.Forms;
import com.nexway.dmp.adapter.value.Key;
import com.nexway.dmp.adapter.value.Values;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How a shop proves that a notification is its own.
 *
 * @param scheme what is signed, and how
 * @param header the header that carries the signature
 * @param prefix what stands before the signature in the header, such as {@code sha256=}
 * @param secrets one, or two while the shop changes from one to the other
 * @param tolerance how old a signature with a time may be
 */
public record Signing(
    Scheme scheme, String header, String prefix, List<SharedSecret> secrets, Duration tolerance) {

  private static final Key<Scheme> SIGNATURE =
      Key.unset(
          "signature",
          Forms.choice(Scheme.class),
          "How the shop signs. With none, whoever knows the address may post.");
  private static final Key<String> SECRET =
      Key.unset(
          "secret",
          Forms.word("a reference: env:NAME of an environment variable, or file:PATH"),
          "Where the shared secret is. Where it holds &amp; and the like, the letters that they mean"
              + " are tried too, as WooCommerce signs with those.");
  private static final Key<String> SECOND_SECRET =
      Key.unset(
          "second-secret",
          SECRET.form(),
          "A second secret that is taken as well, while the shop changes from one to the other.");
  private static final Key<String> HEADER =
      Key.unset(
          "signature-header",
          Forms.word(
              "the name of a header such as X-Signature", text -> text.matches("[A-Za-z0-9-]*")),
          "The header that carries the signature; needed for hmac-sha256-*, known for the others.");
  private static final Key<String> PREFIX =
      Key.unset(
          "signature-prefix",
          Forms.words(60),
          "What stands before the signature in that header, such as sha256=.");

  /** What a source may set of it. */
  static final List<Key<?>> KEYS = List.of(SIGNATURE, SECRET, SECOND_SECRET, HEADER, PREFIX);

  /** What Stripe and Paddle advise. */
  private static final Duration TOLERANCE = Duration.ofMinutes(5);

  static Signing read(Values values, Path home, Map<String, String> environment) {
    Scheme scheme = values.need(SIGNATURE, Scheme.NONE);
    String header = values.find(HEADER).filter(name -> !name.isEmpty()).orElse(scheme.header());
    if (header.isEmpty() && scheme != Scheme.NONE) {
      values.wrong(HEADER, " is missing: name the header that carries the signature");
    }
    return new Signing(
        scheme,
        header,
        values.find(PREFIX).orElse(""),
        secrets(values, scheme, home, environment),
        TOLERANCE);
  }

  private static List<SharedSecret> secrets(
      Values values, Scheme scheme, Path home, Map<String, String> environment) {
    if (scheme == Scheme.NONE) {
      return List.of();
    }
    values.need(SECRET, "");
    return Stream.of(SECRET, SECOND_SECRET)
        .flatMap(
            key -> values.make(key, text -> SharedSecret.read(text, home, environment)).stream())
        .toList();
  }
}
