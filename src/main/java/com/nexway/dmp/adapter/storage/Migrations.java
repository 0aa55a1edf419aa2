package com.nexway.dmp.adapter.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Numbered steps from an empty database to the tables of this program: {@code 1.sql}, {@code
 * 2.sql}, and so on. Forward only; a step that was published is never changed.
 */
public final class Migrations {
  private static final String VERSIONS = "schema_version";

  private final List<String> steps;

  private Migrations(List<String> steps) {
    this.steps = steps;
  }

  /** The steps in a folder beside a class. */
  public static Migrations beside(Class<?> anchor, String folder) {
    List<String> steps = new ArrayList<>();
    String step = text(anchor, folder, 1);
    while (step != null) {
      steps.add(step);
      step = text(anchor, folder, steps.size() + 1);
    }
    return new Migrations(steps);
  }

  /** The version after the last step. */
  public int newest() {
    return steps.size();
  }

  /**
   * Takes every step that the database has not taken, each in a transaction.
   *
   * @throws StorageRefused if the database is newer than this program
   */
  public void apply(Database database) {
    applyUpTo(database, newest());
  }

  void applyUpTo(Database database, int version) {
    int found = database.write(session -> foundIn(database, session));
    if (found > newest()) {
      throw new StorageRefused(
          """
          %s was written by a newer version of the adapter (its tables are version %d, \
          this program knows up to %d): start that version, or a newer one"""
              .formatted(database.location(), found, newest()),
          null);
    }
    for (int next = found + 1; next <= version; next++) {
      int step = next;
      database.write(session -> take(database, session, step));
    }
  }

  private static int foundIn(Database database, Session session) {
    if (!database.hasTable(session, VERSIONS)) {
      session.update("CREATE TABLE schema_version (version BIGINT PRIMARY KEY)");
    }
    return session
        .first("SELECT COALESCE(MAX(version), 0) FROM schema_version", row -> row.small(1))
        .orElse(0);
  }

  // Another process may have taken the step meanwhile: only the lock of this transaction tells.
  private int take(Database database, Session session, int step) {
    if (foundIn(database, session) < step) {
      for (String statement : database.ddl(steps.get(step - 1)).split(";\\s*\\n")) {
        if (!statement.isBlank()) {
          session.update(statement);
        }
      }
      session.update("INSERT INTO schema_version (version) VALUES (?)", step);
    }
    return step;
  }

  private static @Nullable String text(Class<?> anchor, String folder, int number) {
    try (InputStream in = anchor.getResourceAsStream(folder + "/" + number + ".sql")) {
      return in == null
          ? null
          : new String(in.readAllBytes(), StandardCharsets.UTF_8).replaceAll("(?m)^--.*$", "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
