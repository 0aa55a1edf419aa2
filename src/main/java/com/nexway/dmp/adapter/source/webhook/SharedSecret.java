package com.nexway.dmp.adapter.source.webhook;

import com.nexway.dmp.adapter.files.Utf8;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A secret shared with a shop. It is never printed. */
public final class SharedSecret {
  private static final int LONGEST = 4096;

  /** Letters that a secret should have at least. */
  public static final int SHORTEST = 8;

  private static final Pattern ENTITY =
      Pattern.compile("&(amp|lt|gt|quot|#0*39|#x0*27|#X0*27|apos);");

  private final byte[] key;
  private final @Nullable Path file;

  private SharedSecret(String text, @Nullable Path file) {
    this.key = text.getBytes(StandardCharsets.UTF_8);
    this.file = file;
  }

  /** A secret given as text. */
  public static SharedSecret of(String text) {
    return new SharedSecret(text, null);
  }

  /**
   * What it may sign with: its own bytes, and where it holds entities of HTML those of the text
   * that they mean. WooCommerce decodes them before it signs, and its page shows them undecoded.
   */
  List<byte[]> keys() {
    String text = new String(key, StandardCharsets.UTF_8);
    String decoded = ENTITY.matcher(text).replaceAll(found -> meaning(found.group(1)));
    return decoded.equals(text)
        ? List.of(key.clone())
        : List.of(key.clone(), decoded.getBytes(StandardCharsets.UTF_8));
  }

  /** Whether somebody could guess it. */
  public boolean isWeak() {
    return new String(key, StandardCharsets.UTF_8).strip().length() < SHORTEST;
  }

  /** The file that holds it; empty where it stands in the environment. */
  public Optional<Path> file() {
    return Optional.ofNullable(file);
  }

  private static String meaning(String entity) {
    return switch (entity) {
      case "amp" -> "&";
      case "lt" -> "<";
      case "gt" -> ">";
      case "quot" -> "\"";
      default -> "'";
    };
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
      Path file = home.resolve(text.substring("file:".length()).strip());
      return new SharedSecret(content(file), file);
    }
    throw new IllegalArgumentException(
        "is env:NAME of an environment variable, or file:PATH of a file that holds the secret;"
            + " the secret itself must not stand here");
  }

  // Whatever editor saved it: a mark or blanks around a secret are no part of it.
  private static String content(Path file) {
    try {
      String value = Utf8.read(file, LONGEST).strip();
      if (value.isEmpty()) {
        throw new IllegalArgumentException("names a file that is empty: " + file);
      }
      return value;
    } catch (Utf8.TooLong e) {
      throw new IllegalArgumentException("names a file longer than 4096 bytes: " + file, e);
    } catch (Utf8.NotText e) {
      throw new IllegalArgumentException("names the file " + file + ": " + e.getMessage(), e);
    } catch (IOException e) {
      throw new IllegalArgumentException("names a file that cannot be read: " + file, e);
    }
  }

  @Override
  public String toString() {
    return "(secret)";
  }
}
