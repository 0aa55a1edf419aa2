package com.nexway.dmp.adapter.source.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are packed, and files that are no CSV, whatever they are called. */
final class PackedFilesTest {
  private static final String TEXT = "id;city\n1;Köln\n2;Rome\n";

  @TempDir Path folder;
  private CsvFiles files;

  @BeforeEach
  void start() {
    files = new CsvFiles(folder);
  }

  @Test
  void a_gzip_file_is_read_as_it_is() throws Exception {
    Path file = Files.write(folder.resolve("a.csv.gz"), gzip(bytes(TEXT)));

    assertThat(CsvFiles.fields(files.batches(file)))
        .containsExactly(Map.of("id", "1", "city", "Köln"), Map.of("id", "2", "city", "Rome"));
  }

  @Test
  void a_zip_file_is_read_as_it_is_what_a_mac_adds_left_out() throws Exception {
    byte[] excel = ("\uFEFF" + TEXT).getBytes(StandardCharsets.UTF_8);
    Path file =
        Files.write(
            folder.resolve("a.zip"),
            zip("out/", new byte[0], "out/a.csv", excel, "__MACOSX/out/._a.csv", bytes("x")));

    var batches = files.batches(file);

    assertThat(CsvFiles.fields(batches)).hasSize(2);
    assertThat(CsvFiles.places(batches)).containsExactly("a.zip line 2", "a.zip line 3");
  }

  @ParameterizedTest
  @CsvSource({
    "orders.csv,true",
    "ORDERS.CSV.GZ,true",
    "orders.csv.zip,true",
    "orders.zip,true",
    "orders.txt.gz,false",
    "orders.7z,false"
  })
  void the_pattern_means_packed_files_too(String name, boolean meant) {
    assertThat(FileNames.isMeant(name, FilePattern.of("*.csv"))).isEqualTo(meant);
  }

  @Test
  void a_bomb_is_refused_by_what_it_holds_before_any_of_it_is_read() throws Exception {
    byte[] bomb = bytes("id;city\n" + "1;Rome\n".repeat(1_000_000));
    Path gzip = Files.write(folder.resolve("a.csv.gz"), gzip(bomb));
    Path zip = Files.write(folder.resolve("a.zip"), zip("a.csv", bomb));

    for (Path file : new Path[] {gzip, zip}) {
      assertThat(Files.size(file)).isLessThan(1 << 20);
      assertThatThrownBy(() -> files.batches(file, "max-file", "1MB"))
          .isInstanceOf(CsvRefused.class)
          .hasMessageContaining("when unpacked (max-file)");
    }
  }

  @Test
  void an_archive_that_is_cut_empty_or_of_several_files_is_refused_in_words() throws Exception {
    byte[] whole = gzip(bytes(TEXT));
    refused(Arrays.copyOf(whole, whole.length - 9), "end is missing");
    refused(zip("a/", bytes("")), "holds no file");
    refused(zip("a.csv", bytes(TEXT), "b.csv", bytes(TEXT)), "several files");
  }

  @Test
  void what_is_no_csv_is_called_by_its_name() throws Exception {
    refused(zip("[Content_Types].xml", bytes("<x/>"), "xl/a.xml", bytes("")), "workbook of Excel");
    refused(zip("mimetype", bytes("application/vnd.oasis.opendocument.spreadsheet")), "workbook");
    refused(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0}, "Excel (xls)");
    refused(bytes("%PDF-1.7\n"), "PDF");
    refused(bytes("\n<!DOCTYPE html><html>Please log in"), "web page");
    refused(new byte[0], "is empty");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
  void two_byte_order_marks_are_no_part_of_the_first_name(String charset) throws Exception {
    Path file =
        files.write("a.csv", "\uFEFF\uFEFFid;c\u200Bity\n1;Rome\n", Charset.forName(charset));

    assertThat(CsvFiles.fields(files.batches(file)))
        .containsExactly(Map.of("id", "1", "city", "Rome"));
  }

  private void refused(byte[] content, String... words) throws IOException {
    Path file = Files.write(folder.resolve("renamed.csv"), content);

    assertThatThrownBy(() -> files.batches(file))
        .isInstanceOf(CsvRefused.class)
        .hasMessageContainingAll(words);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] gzip(byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write(content);
    }
    return bytes.toByteArray();
  }

  private static byte[] zip(Object... namesAndContents) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (int i = 0; i < namesAndContents.length; i += 2) {
        out.putNextEntry(new ZipEntry((String) namesAndContents[i]));
        out.write((byte[]) namesAndContents[i + 1]);
      }
    }
    return bytes.toByteArray();
  }
}
