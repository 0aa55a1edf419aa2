package com.nexway.dmp.adapter.value;

import com.nexway.dmp.adapter.files.Utf8;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A password or a key: it is handed to the one who uses it, and never printed. */
public final class Secret {
  private static final int LIMIT = 64 * 1024;

  private final String value;
  private final @Nullable Path file;

  public Secret(String value) {
    this(value, null);
  }

  private Secret(String value, @Nullable Path file) {
    this.value = value;
    this.file = file;
  }

  /** The same secret, which stands in a file of its own. */
  Secret in(Path place) {
    return new Secret(value, place);
  }

  /**
   * The secret as it is written now: read again where it stands in a file. One that cannot be read
   * now, or is none any more, stays as it was.
   */
  public Secret now() {
    if (file == null) {
      return this;
    }
    try {
      return Forms.secret().read(List.of(text(file))).map(read -> read.in(file)).orElse(this);
    } catch (IOException e) {
      return this;
    }
  }

  /**
   * The secret that a file holds, without the line break that editors end a file with.
   *
   * @throws IOException where it cannot be read, is no text, or is longer than 64 KiB
   */
  public static String text(Path file) throws IOException {
    return Utf8.read(file, LIMIT).replaceFirst("\\r?\\n\\z", "");
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
