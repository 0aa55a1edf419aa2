package com.nexway.dmp.adapter.testing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.jar.JarFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** A real PostgreSQL that keeps what it acknowledges; started once, shared by all tests. */
public final class Postgres {
  private static final String PROGRAMS = "/postgres-linux-x86_64.txz";
  private static final int ANYBODY = 0111;
  private static final AtomicInteger SCHEMAS = new AtomicInteger();

  private Postgres() {}

  /** The URL of a new, empty schema, user and password within. */
  public static String freshSchema() {
    String schema = "s" + SCHEMAS.incrementAndGet();
    try (Connection connection = connection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE SCHEMA " + schema);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return url() + "&currentSchema=" + schema;
  }

  /** The same as settings name it: the user, {@code postgres}, stands in a key of its own. */
  public static String freshSchemaWithoutUser() {
    return freshSchema().replace("user=postgres&", "");
  }

  /** The URL of the server's own database, user and password within. */
  public static String url() {
    return Started.url(Started.SERVER.port());
  }

  /** The same as settings name it, without the user. */
  public static String urlWithoutUser() {
    return url().replace("?user=postgres", "");
  }

  /** A new connection to the server's own database. */
  public static Connection connection() throws SQLException {
    return DriverManager.getConnection(url());
  }

  private static final class Started {
    static final ServerProgram SERVER = start();

    static String url(int port) {
      return "jdbc:postgresql://127.0.0.1:%d/postgres?user=postgres".formatted(port);
    }

    private static ServerProgram start() {
      Path programs = ServerProgram.unpacked(PROGRAMS, Started::unpack);
      Path data = Scratch.folder("postgres");
      OtherUser user = OtherUser.owning(data, initdb(programs, data));
      ServerProgram server =
          ServerProgram.start(port -> user.running(postgres(programs, data, port)), Started::url);
      Scratch.closeAtTheEnd(server);
      // SIGTERM alone would wait for each client to leave first.
      Scratch.closeAtTheEnd(
          () -> ServerProgram.failure(user.running(fastStop(programs, data)), null));
      return server;
    }

    private static List<String> initdb(Path programs, Path data) {
      return List.of(
          programs.resolve("bin/initdb").toString(),
          "--pgdata=" + data,
          "--username=postgres",
          "--auth=trust",
          "--encoding=UTF8",
          "--no-locale",
          "--no-sync");
    }

    private static List<String> postgres(Path programs, Path data, int port) {
      List<String> command = new ArrayList<>();
      command.add(programs.resolve("bin/postgres").toString());
      command.addAll(List.of("-D", data.toString(), "-p", Integer.toString(port)));
      command.addAll(List.of("-h", "127.0.0.1", "-k", "", "-c", "max_connections=200"));
      return command;
    }

    private static List<String> fastStop(Path programs, Path data) {
      String program = programs.resolve("bin/pg_ctl").toString();
      return List.of(program, "stop", "-m", "fast", "-w", "-D", data.toString());
    }

    private static void unpack(Path folder, JarFile artefact) throws IOException {
      try (InputStream packed = artefact.getInputStream(artefact.getEntry(PROGRAMS.substring(1)));
          TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(packed))) {
        for (TarArchiveEntry entry = tar.getNextEntry();
            entry != null;
            entry = tar.getNextEntry()) {
          Path file = folder.resolve(entry.getName()).normalize();
          if (entry.isSymbolicLink()) {
            Files.createDirectories(file.getParent());
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
          } else if (entry.isFile()) {
            ServerProgram.write(tar, file, (entry.getMode() & ANYBODY) != 0);
          }
        }
      }
    }
  }
}
