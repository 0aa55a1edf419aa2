package com.nexway.dmp.adapter.source.webhook;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A secret shared with a shop. It is never printed. */
public final class SharedSecret {
  private static final int LONGEST = 4096;

  private final byte[] key;

  private SharedSecret(byte[] key) {
    this.key = key;
  }

  /** A secret given as text. */
  public static SharedSecret of(String text) {
    return new SharedSecret(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Its bytes. */
  byte[] key() {
    return key.clone();
  }

  /**
   * Reads {@code env:NAME} or {@code file:PATH}. A secret that stands in the file itself is
   * refused, without repeating it.
   */
  static SharedSecret read(String text, Path home, Map<String, String> environment) {
    if (text.startsWith("env:")) {
      String name = text.substring("env:".length()).strip();
      String value = environment.getOrDefault(name, "");
      if (value.isEmpty()) {
        throw new IllegalArgumentException("names the environment variable " + name + ": not set");
      }
      return of(value);
    }
    if (text.startsWith("file:")) {
      return of(content(home.resolve(text.substring("file:".length()).strip())));
    }
    throw new IllegalArgumentException(
        "is env:NAME of an environment variable, or file:PATH of a file that holds the secret;"
            + " the secret itself must not stand here");
  }

  private static String content(Path file) {
    try {
      if (Files.size(file) > LONGEST) {
        throw new IllegalArgumentException("names a file longer than 4096 bytes: " + file);
      }
      String value = Files.readString(file).strip();
      if (value.isEmpty()) {
        throw new IllegalArgumentException("names a file that is empty: " + file);
      }
      return value;
    } catch (IOException e) {
      throw new IllegalArgumentException("names a file that cannot be read: " + file, e);
    }
  }

  @Override
  public String toString() {
    return "(secret)";
  }
}
