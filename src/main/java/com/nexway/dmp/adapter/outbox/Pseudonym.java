package com.nexway.dmp.adapter.outbox;

import com.nexway.dmp.adapter.storage.Database;
import com.nexway.dmp.adapter.storage.Session;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What stands for a person where the person must not: hashes by a key that this outbox made for
 * itself, so that nobody without it can try addresses. Nodes that share an outbox share it.
 */
final class Pseudonym {
  /** PostgreSQL's indexes take a third of a page; a key need not be longer than this. */
  static final int LONGEST = 500;

  private static final String DATA = "send data:";
  private static final Pattern HASHED = Pattern.compile("[^:]{0,40}:?#[0-9a-f]{32}");
  private static final String ALGORITHM = "HmacSHA256";
  private static final int KEY_BYTES = 32;

  /** Copied for each use: to look the algorithm up and to take the key costs as much as a hash. */
  private final Mac keyed;

  private Pseudonym(byte[] key) {
    try {
      keyed = Mac.getInstance(ALGORITHM);
      keyed.init(new SecretKeySpec(key, ALGORITHM));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }

  /** That of an outbox, whose key is made with it. */
  static Pseudonym of(Database database) {
    return new Pseudonym(
        database
            .read(Pseudonym::stored)
            .orElseGet(
                () -> database.write(session -> stored(session).orElseGet(() -> made(session)))));
  }

  private static Optional<byte[]> stored(Session session) {
    return session.first("SELECT key FROM pseudonym", row -> row.bytes());
  }

  private static byte[] made(Session session) {
    byte[] key = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(key);
    // Two nodes that make the outbox at once keep one key.
    session.update("INSERT INTO pseudonym (id, key) VALUES (1, ?) ON CONFLICT DO NOTHING", key);
    return stored(session).orElse(key);
  }

  /**
   * What identifies a record as the outbox keeps it, for as long as two years: {@code order:1001}
   * as it is; of {@code send data}, which may be a person's address, of what holds an address and
   * of what is very long, {@code send data:#} and a hash. What is hashed already stays.
   */
  String key(String key) {
    boolean personal = key.startsWith(DATA) || key.indexOf('@') >= 0;
    if (!personal && key.length() <= LONGEST || HASHED.matcher(key).matches()) {
      return key;
    }
    int colon = key.indexOf(':');
    String kind = colon > 0 && colon <= 40 ? key.substring(0, colon + 1) : "";
    return kind + "#" + hash("key", key.indexOf('@') >= 0 ? Person.normal(key) : key);
  }

  /** The key of a person's own data where the address identifies it. */
  String keyOf(Person person) {
    return key(DATA + person.address());
  }

  /** An address on the list of those who are suppressed. */
  Hash person(String address) {
    return hash("person", address);
  }

  private Hash hash(String use, String text) {
    try {
      Mac copy = (Mac) keyed.clone();
      return Hash.of(copy.doFinal((use + "\n" + text).getBytes(StandardCharsets.UTF_8)));
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("Java's own " + ALGORITHM + " can be copied", e);
    }
  }
}
