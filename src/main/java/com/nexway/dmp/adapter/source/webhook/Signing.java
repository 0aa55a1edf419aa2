package com.nexway.dmp.adapter.source.webhook;

import com.nexway.dmp.adapter.source.Parameters;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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

  static Signing read(Parameters values, Path home, Map<String, String> environment) {
    values.needed("signature");
    Scheme scheme = values.oneOf("signature", Scheme.NONE);
    String header = values.text("signature-header").strip();
    if (header.isEmpty()) {
      header = scheme.header();
      if (header.isEmpty() && scheme != Scheme.NONE) {
        values.wrong("signature-header", "is missing: name the header that carries the signature");
      }
    } else if (!header.matches("[A-Za-z0-9-]+")) {
      values.wrong("signature-header", "is a name such as X-Signature, not '" + header + "'");
    }
    return new Signing(
        scheme,
        header,
        values.text("signature-prefix").strip(),
        secrets(values, scheme, home, environment),
        values.duration("tolerance", Duration.ofSeconds(1), Duration.ofDays(7)));
  }

  private static List<SharedSecret> secrets(
      Parameters values, Scheme scheme, Path home, Map<String, String> environment) {
    if (scheme == Scheme.NONE) {
      return List.of();
    }
    values.needed("secret");
    List<SharedSecret> secrets = new ArrayList<>();
    for (String name : List.of("secret", "second-secret")) {
      SharedSecret secret = values.value(name, text -> SharedSecret.read(text, home, environment));
      if (secret != null) {
        secrets.add(secret);
      }
    }
    return List.copyOf(secrets);
  }
}
