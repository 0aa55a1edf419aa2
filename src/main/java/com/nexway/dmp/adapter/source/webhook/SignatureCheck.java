package com.nexway.dmp.adapter.source.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Whether a notification was signed by the shop: sees its body piece by piece, and keeps none of
 * it. Compares in constant time.
 */
final class SignatureCheck {
  private static final String HMAC = "HmacSHA256";

  private final Signing signing;
  private final Claim claim;
  private final Instant now;
  private final List<Mac> macs = new ArrayList<>();

  /**
   * @param header the value of the header that carries the signature
   */
  SignatureCheck(Signing signing, String header, Instant now) {
    this.signing = signing;
    this.claim = Claim.read(signing, header);
    this.now = now;
    for (SharedSecret secret : signing.secrets()) {
      for (byte[] key : secret.keys()) {
        macs.add(mac(key, claim.before()));
      }
    }
  }

  /** The whole of a body at once. */
  static Proof of(Signing signing, String header, byte[] body, Instant now) {
    SignatureCheck check = new SignatureCheck(signing, header, now);
    check.see(body);
    return check.end();
  }

  /** The next bytes of the body. */
  void see(byte[] bytes) {
    macs.forEach(mac -> mac.update(bytes));
  }

  /** What they have shown. */
  Proof end() {
    if (signing.scheme() == Scheme.NONE) {
      return Proof.FITS;
    }
    boolean fits = false;
    for (Mac mac : macs) {
      byte[] expected = mac.doFinal();
      for (byte[] given : claim.signatures()) {
        fits |= MessageDigest.isEqual(expected, given);
      }
    }
    if (!fits) {
      return Proof.not(
          "the signature in "
              + signing.header()
              + " does not fit: is it the same secret, to the letter?"
              + entities());
    }
    return claim.signedAt().map(this::fresh).orElse(Proof.FITS);
  }

  private String entities() {
    return signing.scheme() == Scheme.WOOCOMMERCE
        ? " WooCommerce's page may show & as &amp;: a secret of letters and digits alone is safest"
        : "";
  }

  private Proof fresh(Instant signedAt) {
    Duration age = Duration.between(signedAt, now);
    if (age.abs().compareTo(signing.tolerance()) <= 0) {
      return Proof.FITS;
    }
    return Proof.not(
        "signed %s %s: is this machine's clock right? (it may be %s off)"
            .formatted(
                rough(age.abs()),
                age.isNegative() ? "ahead" : "ago",
                shortly(signing.tolerance())));
  }

  private static String rough(Duration time) {
    if (time.toMinutes() < 2) {
      return time.toSeconds() + " seconds";
    }
    if (time.toHours() < 2) {
      return time.toMinutes() + " minutes";
    }
    return time.toDays() < 2 ? time.toHours() + " hours" : time.toDays() + " days";
  }

  /** As it is written in a source. */
  private static String shortly(Duration time) {
    long seconds = time.toSeconds();
    if (seconds % 86_400 == 0) {
      return seconds / 86_400 + "d";
    }
    if (seconds % 3_600 == 0) {
      return seconds / 3_600 + "h";
    }
    return seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s";
  }

  private static Mac mac(byte[] key, String before) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(key, HMAC));
      mac.update(before.getBytes(StandardCharsets.UTF_8));
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + HMAC, e);
    }
  }
}
