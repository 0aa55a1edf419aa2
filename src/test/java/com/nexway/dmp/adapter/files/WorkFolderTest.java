package com.nexway.dmp.adapter.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Copies for a moment: private, and gone with the process that made them. */
final class WorkFolderTest {
  @TempDir Path folder;

  @Test
  void it_is_for_its_owner_alone_and_nothing_of_it_is_left() throws IOException {
    Path shared = Files.createDirectory(folder.resolve("work"));
    Files.setPosixFilePermissions(shared, PosixFilePermissions.fromString("rwxr-xr-x"));

    try (WorkFolder work = WorkFolder.below(shared)) {
      Path file = PrivateFiles.file(work.path().resolve("orders/run-1"));

      assertThat(rights(file)).isEqualTo("rw-------");
      assertThat(rights(shared)).isEqualTo("rwx------");
    }

    assertThat(inside(shared)).isEmpty();
  }

  @Test
  void what_a_killed_process_left_is_removed_and_what_a_living_one_needs_stays() throws Exception {
    Process other = worker();
    try (BufferedReader said = other.inputReader(StandardCharsets.UTF_8)) {
      Path file = Path.of(said.readLine());

      WorkFolder.below(folder).close();
      assertThat(file).exists();

      other.destroyForcibly().waitFor();
      assertThat(file).exists();
      WorkFolder.below(folder).close();
      assertThat(inside(folder)).isEmpty();
    } finally {
      other.destroyForcibly().waitFor();
    }
  }

  @Test
  void what_an_earlier_version_left_is_removed() throws IOException {
    PrivateFiles.file(folder.resolve("orders/by-group/run-0"));

    WorkFolder.below(folder).close();

    assertThat(inside(folder)).isEmpty();
  }

  private Process worker() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Worker.class.getName(),
            folder.toString())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /** A process that works until it is killed. */
  static final class Worker {
    private Worker() {}

    public static void main(String[] args) throws Exception {
      WorkFolder work = WorkFolder.below(Path.of(args[0]));
      System.out.println(PrivateFiles.file(work.path().resolve("orders/run-1")));
      System.out.flush();
      new java.util.concurrent.CountDownLatch(1).await();
    }
  }

  private static List<Path> inside(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.toList();
    }
  }

  private static String rights(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
