package com.nexway.dmp.adapter.files;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexway.dmp.adapter.testing.ChildJava;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that may open no more files says so, and what to raise. */
final class DescriptorsTest {
  @TempDir Path folder;

  @Test
  void a_process_that_may_open_no_more_files_says_what_to_raise() throws Exception {
    Path file = Files.createFile(folder.resolve("orders.csv"));
    List<String> line =
        new ArrayList<>(List.of("sh", "-c", "ulimit -n 300 && exec \"$@\"", "adapter"));
    line.addAll(ChildJava.command(List.of("-Xmx64m"), OpensAll.class, file.toString()));

    Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).as(said).isZero();
    assertThat(said)
        .contains(
            file + " cannot be opened: the system lets this program open no more files",
            "(300)",
            "ulimit -n",
            "LimitNOFILE=");
    assertThat(said.lines().filter(each -> each.startsWith("The system lets"))).hasSize(1);
  }

  /** Opens a file until no more can be opened. */
  static final class OpensAll {
    private OpensAll() {}

    public static void main(String[] args) {
      Path file = Path.of(args[0]);
      // What tells it is loaded while there is still something to load it with.
      Obstacle.words(new FileSystemException(args[0], null, "Too many open files"));
      Obstacle.toOpening();
      List<InputStream> open = new ArrayList<>();
      try {
        while (true) {
          open.add(Files.newInputStream(file));
        }
      } catch (IOException e) {
        System.out.println(Obstacle.words(e));
        System.out.println(Obstacle.toOpening().orElse("nothing"));
      }
    }
  }
}
