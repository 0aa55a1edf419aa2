package com.nexway.dmp.adapter.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexway.dmp.adapter.files.WorkFolder;
import com.nexway.dmp.adapter.outbox.Person;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FileErasureTest {
  @TempDir Path home;

  @Test
  void lines_of_files_that_were_read_go_and_files_that_wait_are_told() throws IOException {
    Path done =
        write("drop/orders/.done/20260301-101500000-a.csv", "mail;n\njoann@x.com;1\nAnn@X.com;2\n");
    Path refused = write("drop/old-source/.errors/b.csv", "mail\nann@x.com\n");
    Path waits = write("drop/orders/c.csv", "mail\nann@x.com\n");
    write("drop/orders/d.csv", "mail\nbob@x.com\n");

    FileErasure.Report report = erase();

    assertThat(report.files()).isEqualTo(2);
    assertThat(report.lines()).isEqualTo(2);
    assertThat(done).hasContent("mail;n\njoann@x.com;1\n");
    assertThat(refused).hasContent("mail\n");
    assertThat(waits).hasContent("mail\nann@x.com\n");
    assertThat(report.left())
        .singleElement()
        .asString()
        .startsWith("drop/orders/c.csv waits to be read")
        .contains("--suppress");
  }

  @Test
  void what_cannot_be_looked_into_is_told_and_the_name_of_a_file_tells_nothing()
      throws IOException {
    write("drop/orders/.done/export.xls", "\u00d0\u00cf");
    Path named = write("drop/orders/.done/ann@x.com.csv", "mail\nann@x.com\n");

    FileErasure.Report report = erase();

    assertThat(report.left()).singleElement().asString().contains("export.xls is packed");
    assertThat(named).doesNotExist();
    assertThat(named.resolveSibling("erased.csv")).hasContent("mail\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.csv.gz", "a.csv", "a.zip", "a.xlsx"})
  void packed_files_are_looked_into_and_told_where_they_mention_the_person(String name)
      throws IOException {
    pack(".done/" + name, "mail\nann@x.com\n");
    pack(".done/other-" + name, "mail\njoann@x.com\n");
    pack(name, "mail\nAnn@X.com\n");

    FileErasure.Report report = erase();

    assertThat(report.files()).isZero();
    assertThat(report.left())
        .hasSize(2)
        .anyMatch(told -> told.startsWith("drop/orders/.done/" + name + " is packed"))
        .anyMatch(told -> told.startsWith("drop/orders/" + name + " is packed"))
        .allMatch(told -> told.contains("mentions this person: take the lines out"));
  }

  @Test
  void a_packed_file_that_is_called_after_the_person_loses_the_name() throws IOException {
    pack(".done/ann@x.com.csv.gz", "mail\nbob@x.com\n");

    FileErasure.Report report = erase();

    assertThat(report.left()).isEmpty();
    assertThat(home.resolve("drop/orders/.done/erased.csv.gz")).exists();
  }

  @Test
  void an_archive_whose_end_is_missing_is_told() throws IOException {
    Path file = pack(".done/a.csv.gz", "mail\nbob@x.com\n");
    Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 12));

    assertThat(erase().left())
        .singleElement()
        .asString()
        .startsWith("drop/orders/.done/a.csv.gz is as it was: ");
  }

  @Test
  void what_a_killed_process_left_of_sorting_goes_and_what_a_living_one_sorts_is_told()
      throws IOException {
    Path dead = write("data/work/dead/orders/run-0", "ann@x.com");
    try (WorkFolder alive = WorkFolder.below(home.resolve("data/work"))) {
      Path run =
          write(
              home.relativize(alive.path().resolve("orders")) + "/run-0",
              "xx\u0000ann@x.com\u0000");
      Files.createDirectories(dead.getParent());
      Files.writeString(dead, "ann@x.com");

      FileErasure.Report report = erase();

      assertThat(dead).doesNotExist();
      assertThat(run).exists();
      assertThat(report.left()).singleElement().asString().contains("is being sorted");
    }
    assertThat(erase().left()).isEmpty();
  }

  @Test
  void of_many_files_a_few_are_told() throws IOException {
    for (int i = 0; i < 30; i++) {
      write("drop/orders/" + i + ".csv", "mail\nann@x.com\n");
    }

    assertThat(erase().left()).hasSize(21).last().isEqualTo("and 10 more files");
  }

  private FileErasure.Report erase() {
    return FileErasure.of(
        home.resolve("drop"), home.resolve("data/work"), List.of(), new Person("ann@x.com"));
  }

  /** A zip where the name says so, else gzip. */
  private Path pack(String name, String text) throws IOException {
    Path file = home.resolve("drop/orders").resolve(name);
    Files.createDirectories(file.getParent());
    boolean zip = name.endsWith(".zip") || name.endsWith(".xlsx");
    try (OutputStream to = Files.newOutputStream(file);
        DeflaterOutputStream out = zip ? new ZipOutputStream(to) : new GZIPOutputStream(to)) {
      if (out instanceof ZipOutputStream archive) {
        archive.putNextEntry(new ZipEntry("a.csv"));
      }
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return file;
  }

  private Path write(String name, String text) throws IOException {
    Path file = home.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }
}
