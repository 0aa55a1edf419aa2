package com.nexway.dmp.adapter.storage;

import com.nexway.dmp.adapter.text.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * The tables of this program, as one text. Where there are none they are made, with the text's
 * fingerprint beside them; tables that another text made are refused.
 */
public final class Schema {
  private static final String MARK = "made_from";

  private final String text;
  private final String fingerprint;

  private Schema(String text) {
    this.text = text;
    this.fingerprint = fingerprint(text);
  }

  /** The text in a file beside a class; comments and blanks do not matter. */
  public static Schema beside(Class<?> anchor, String file) {
    try (InputStream in = anchor.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalArgumentException(file + " is not beside " + anchor);
      }
      return of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Schema of(String text) {
    return new Schema(text.replaceAll("(?m)^\\s*--.*$", ""));
  }

  /**
   * Makes the tables where there are none, in one transaction.
   *
   * @throws StorageRefused if there are others; the message says what to do
   */
  public void apply(Database database) {
    database.write(session -> applied(database, session));
  }

  private int applied(Database database, Session session) {
    if (database.hasTable(session, MARK)) {
      List<String> found = session.query("SELECT fingerprint FROM made_from", row -> row.text());
      if (!found.equals(List.of(fingerprint))) {
        throw new StorageRefused(otherVersion(database), null);
      }
      return 0;
    }
    if (!database.isEmpty(session)) {
      throw new StorageRefused(
          database.hasTable(session, "schema_version") ? otherVersion(database) : foreign(database),
          null);
    }
    return make(database, session);
  }

  private int make(Database database, Session session) {
    statements(database.ddl(text)).forEach(session::update);
    session.update("CREATE TABLE made_from (fingerprint TEXT NOT NULL)");
    return session.update("INSERT INTO made_from (fingerprint) VALUES (?)", fingerprint);
  }

  private static String otherVersion(Database database) {
    return """
    %s was made by another version of the adapter, whose tables this one does not know: let that \
    version send what still waits in it, then stop it, %s, and start this one, which makes its own"""
        .formatted(database.location(), database.putAside());
  }

  private static String foreign(Database database) {
    return """
    %s holds tables that are not the adapter's: name a place of its own in outbox.url \
    (config/adapter.yaml)"""
        .formatted(database.location());
  }

  private static List<String> statements(String text) {
    return Arrays.stream(text.split(";\\s*(\\n|$)")).filter(each -> !each.isBlank()).toList();
  }

  private static String fingerprint(String text) {
    byte[] bytes = text.replaceAll("\\s+", " ").strip().getBytes(StandardCharsets.UTF_8);
    return HexFormat.of().formatHex(Sha256.of(bytes));
  }
}
