package com.nexway.dmp.adapter.source.webhook;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the header of a signature claims.
 *
 * @param signatures the signatures; none where it cannot be read
 * @param before what was signed in front of the body
 * @param signedAt the time that was signed too, where the scheme has one
 */
record Claim(List<byte[]> signatures, String before, Optional<Instant> signedAt) {
  private static final Claim NOTHING = new Claim(List.of(), "", Optional.empty());

  /** A header that carries more signatures than this is nobody's. */
  private static final int MOST = 20;

  static Claim read(Signing signing, String header) {
    return switch (signing.scheme()) {
      case NONE -> NOTHING;
      case HMAC_SHA256_HEX -> body(hex(bare(signing, header)));
      case HMAC_SHA256_BASE64, SHOPIFY, WOOCOMMERCE, FASTSPRING ->
          body(base64(bare(signing, header)));
      case STRIPE -> timed(header, new Form(",", "t", "v1", "."));
      case PADDLE -> timed(header, new Form(";", "ts", "h1", ":"));
    };
  }

  private static Claim body(byte[] signature) {
    return new Claim(List.of(signature), "", Optional.empty());
  }

  /**
   * A signature with a time, which is signed too.
   *
   * @param between what stands between the parts of the header
   * @param time the name of the time, in seconds
   * @param name the name of a signature; there may be several
   * @param joint what stands between the time and the body where they are signed
   */
  private record Form(String between, String time, String name, String joint) {}

  private static Claim timed(String header, Form form) {
    String time = "";
    List<byte[]> given = new ArrayList<>();
    for (String part : header.split(form.between(), MOST)) {
      String text = part.strip();
      if (text.startsWith(form.time() + "=")) {
        time = text.substring(form.time().length() + 1);
      } else if (text.startsWith(form.name() + "=")) {
        given.add(hex(text.substring(form.name().length() + 1)));
      }
    }
    if (!time.matches("\\d{1,11}")) {
      return NOTHING;
    }
    return new Claim(
        List.copyOf(given),
        time + form.joint(),
        Optional.of(Instant.ofEpochSecond(Long.parseLong(time))));
  }

  private static String bare(Signing signing, String signature) {
    String text = signature.strip();
    return text.startsWith(signing.prefix()) ? text.substring(signing.prefix().length()) : "";
  }

  private static byte[] hex(String text) {
    try {
      return HexFormat.of().parseHex(text.strip().toLowerCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }

  private static byte[] base64(String text) {
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }
}
