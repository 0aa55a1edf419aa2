package com.nexway.dmp.adapter.source.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Whether a notification was signed by the shop. Compares in constant time. */
final class Signatures {
  private static final String HMAC = "HmacSHA256";

  /** A header that carries more signatures than this is nobody's. */
  private static final int MOST = 20;

  private Signatures() {}

  /**
   * @param signature the header's value
   * @param body the exact bytes that were sent
   */
  static boolean fits(Signing signing, String signature, byte[] body, Instant now) {
    return switch (signing.scheme()) {
      case NONE -> true;
      case HMAC_SHA256_HEX -> anySecret(signing, body, List.of(hex(bare(signing, signature))));
      case HMAC_SHA256_BASE64, SHOPIFY, WOOCOMMERCE, FASTSPRING ->
          anySecret(signing, body, List.of(base64(bare(signing, signature))));
      case STRIPE -> timed(signing, signature, body, now, new Timed(",", "t", "v1", "."));
      case PADDLE -> timed(signing, signature, body, now, new Timed(";", "ts", "h1", ":"));
    };
  }

  /**
   * A signature with a time, which is signed too.
   *
   * @param between what stands between the parts of the header
   * @param time the name of the time, in seconds
   * @param name the name of a signature; there may be several
   * @param joint what stands between the time and the body where they are signed
   */
  private record Timed(String between, String time, String name, String joint) {}

  private static boolean timed(
      Signing signing, String header, byte[] body, Instant now, Timed form) {
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
    if (!time.matches("\\d{1,11}") || !isFresh(time, signing.tolerance(), now)) {
      return false;
    }
    byte[] signed = joined((time + form.joint()).getBytes(StandardCharsets.UTF_8), body);
    return anySecret(signing, signed, given);
  }

  private static boolean isFresh(String seconds, Duration tolerance, Instant now) {
    Duration age = Duration.between(Instant.ofEpochSecond(Long.parseLong(seconds)), now).abs();
    return age.compareTo(tolerance) <= 0;
  }

  private static boolean anySecret(Signing signing, byte[] signed, List<byte[]> given) {
    boolean fits = false;
    for (SharedSecret secret : signing.secrets()) {
      byte[] expected = hmac(secret.key(), signed);
      for (byte[] one : given) {
        fits |= MessageDigest.isEqual(expected, one);
      }
    }
    return fits;
  }

  private static byte[] hmac(byte[] key, byte[] signed) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(key, HMAC));
      return mac.doFinal(signed);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + HMAC, e);
    }
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

  private static byte[] joined(byte[] first, byte[] second) {
    byte[] both = new byte[first.length + second.length];
    System.arraycopy(first, 0, both, 0, first.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }
}
