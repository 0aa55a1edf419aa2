package com.nexway.dmp.adapter.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is in the way is told with the path, what should be there, and the command. */
final class ObstacleTest {
  @TempDir Path folder;

  @Test
  void a_file_in_the_place_of_a_folder_is_named() throws IOException {
    Path file = Files.createFile(folder.resolve("drop"));

    assertThatThrownBy(() -> PrivateFiles.file(file.resolve("orders/a.csv")))
        .isInstanceOf(Obstacle.class)
        .hasMessage(file + " is a file, and must be a folder: move the file away");
    assertThat(Obstacle.toFolder(file))
        .contains(file + " is a file, and must be a folder: move the file away");
  }

  @Test
  void a_folder_in_the_place_of_a_file_is_named() throws IOException {
    Path made = Files.createDirectory(folder.resolve("outbox.db"));

    assertThatThrownBy(() -> PrivateFiles.open(made).close())
        .isInstanceOf(Obstacle.class)
        .hasMessage(made + " is a folder, and must be a file: move the folder away");
    assertThat(Obstacle.toFile(made))
        .contains(made + " is a folder, and must be a file: move the folder away");
  }

  @Test
  void what_is_there_and_may_be_used_is_no_obstacle() throws IOException {
    Path file = Files.createFile(folder.resolve("a"));

    assertThat(Obstacle.toFile(file)).isEmpty();
    assertThat(Obstacle.toFile(folder.resolve("new"))).isEmpty();
    assertThat(Obstacle.toFolder(folder)).isEmpty();
    assertThat(Obstacle.toOpening()).isEmpty();
    assertThat(Obstacle.toFolder(folder.resolve("b")))
        .contains(folder.resolve("b") + " is not there");
  }

  @Test
  void rights_that_are_missing_are_told_with_the_command() throws IOException {
    assumeFalse(isRoot(), "root may do everything");
    Path file = Files.createFile(folder.resolve("outbox.db"));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));

    assertThat(Obstacle.toFile(file).orElseThrow())
        .startsWith(file + " cannot be used: its own user")
        .endsWith("chmod u+rw " + file);
    assertThatThrownBy(() -> PrivateFiles.open(file).close())
        .hasMessage(Obstacle.toFile(file).orElseThrow());
  }

  @Test
  void a_folder_that_may_not_be_written_is_told_where_a_file_cannot_be_made() throws IOException {
    assumeFalse(isRoot(), "root may do everything");
    Path data = Files.createDirectory(folder.resolve("data"));
    Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("r-x------"));

    assertThatThrownBy(() -> PrivateFiles.file(data.resolve("outbox.db")))
        .isInstanceOf(Obstacle.class)
        .hasMessageStartingWith(data + " cannot be used")
        .hasMessageEndingWith("chmod u+rwx " + data);
    Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx------"));
  }

  @Test
  void what_the_system_says_becomes_what_to_do() {
    assertThat(said("Too many open files")).contains("ulimit -n").contains("LimitNOFILE");
    assertThat(said("No space left on device")).contains("the disk is full");
    assertThat(said("Read-only file system")).contains("mounted read-only");
    assertThat(said("Input/output error")).isEqualTo("/data/a cannot be used: Input/output error");
    assertThat(Obstacle.words(new IOException("Broken pipe"))).isEqualTo("Broken pipe");
  }

  @Test
  void what_was_told_is_not_told_around_again() {
    Obstacle first = Obstacle.at(Path.of("/data/a"), new IOException("Input/output error"));

    assertThat(Obstacle.at(Path.of("/data"), first)).isSameAs(first);
  }

  private static String said(String reason) {
    return Obstacle.words(new FileSystemException("/data/a", null, reason));
  }

  private static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"));
  }
}
