package com.nexway.dmp.adapter.settings;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** A password or a key: it is handed to the one who uses it, and never printed. */
public final class Secret {
  private final String value;

  public Secret(String value) {
    this.value = value;
  }

  /** The secret itself, for the code that logs in or signs; never for a message or a log. */
  public String reveal() {
    return value;
  }

  /** The secret in UTF-8. */
  public byte[] bytes() {
    return value.getBytes(StandardCharsets.UTF_8);
  }

  public boolean isEmpty() {
    return value.isEmpty();
  }

  /** Compares in constant time. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Secret secret && MessageDigest.isEqual(bytes(), secret.bytes());
  }

  @Override
  public int hashCode() {
    return Secret.class.hashCode();
  }

  @Override
  public String toString() {
    return "(secret)";
  }
}
