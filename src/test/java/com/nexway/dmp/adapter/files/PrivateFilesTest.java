package com.nexway.dmp.adapter.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is made is its owner's alone, and whole. */
final class PrivateFilesTest {
  @TempDir Path folder;

  @Test
  void files_and_the_folders_above_them_are_for_their_owner_alone() throws IOException {
    Path file = folder.resolve("a/b/c");

    try (OutputStream out = PrivateFiles.open(file)) {
      out.write('x');
    }

    assertThat(rights(file)).isEqualTo("rw-------");
    assertThat(rights(folder.resolve("a"))).isEqualTo("rwx------");
    assertThat(rights(folder.resolve("a/b"))).isEqualTo("rwx------");
  }

  @Test
  void a_file_is_replaced_in_one_step_and_stays_private() throws IOException {
    Path file = folder.resolve("orders.yaml");

    PrivateFiles.replace(file, "old".getBytes(StandardCharsets.UTF_8));
    PrivateFiles.replace(file, "new".getBytes(StandardCharsets.UTF_8));

    assertThat(file).hasContent("new");
    assertThat(rights(file)).isEqualTo("rw-------");
    assertThat(names()).containsExactly("orders.yaml");
  }

  @Test
  void a_copy_that_fails_leaves_nothing_and_one_that_is_there_stays() throws IOException {
    Path target = folder.resolve("backup.db");

    assertThatThrownBy(
            () ->
                PrivateFiles.copyInto(
                    target,
                    part -> {
                      Files.writeString(part, "half");
                      throw new IOException("Input/output error");
                    }))
        .isInstanceOf(Obstacle.class);
    assertThat(names()).isEmpty();

    PrivateFiles.copyInto(target, part -> Files.writeString(part, "whole"));

    assertThatThrownBy(() -> PrivateFiles.copyInto(target, part -> {}))
        .hasMessage(target + " is there already");
    assertThat(target).hasContent("whole");
  }

  @Test
  void a_folder_is_deleted_with_all_that_is_in_it() throws IOException {
    PrivateFiles.file(folder.resolve("a/b/c"));

    PrivateFiles.delete(folder.resolve("a"));
    PrivateFiles.delete(folder.resolve("a"));

    assertThat(names()).isEmpty();
  }

  @Test
  void the_room_of_what_is_not_there_yet_is_that_of_its_folder() {
    Room room = Room.of(folder.resolve("not/yet/there"));

    assertThat(room.total()).isPositive();
    assertThat(room.free()).isLessThanOrEqualTo(room.total());
    assertThat(room.total()).isEqualTo(folder.toFile().getTotalSpace());
  }

  @Test
  void where_nobody_can_tell_the_room_nothing_is_kept_from_being_written() {
    assertThat(Room.of(Path.of("/proc/self/status"))).isEqualTo(Room.UNKNOWN);
  }

  private Stream<String> names() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(path -> path.getFileName().toString()).toList().stream();
    }
  }

  private static String rights(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
