package com.nexway.dmp.adapter.testing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs as shops do: HMAC with SHA-256. */
public final class Hmac {
  private static final String ALGORITHM = "HmacSHA256";

  private Hmac() {}

  public static String base64(String secret, byte[] body) {
    return Base64.getEncoder().encodeToString(of(secret, body));
  }

  public static String base64(String secret, String body) {
    return base64(secret, body.getBytes(StandardCharsets.UTF_8));
  }

  public static String hex(String secret, String body) {
    return HexFormat.of().formatHex(of(secret, body.getBytes(StandardCharsets.UTF_8)));
  }

  private static byte[] of(String secret, byte[] body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      return mac.doFinal(body);
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }
}
