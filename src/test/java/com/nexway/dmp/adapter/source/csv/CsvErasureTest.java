package com.nexway.dmp.adapter.source.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines about somebody leave a file; every other byte stays as it was. */
final class CsvErasureTest {
  private static final Predicate<String> ANN = text -> text.contains("ann@x.com");
  private static final Instant READ = Instant.parse("2026-03-01T10:15:00Z");

  @TempDir Path folder;

  @Test
  void the_lines_of_a_person_go_and_the_others_stay_byte_for_byte() throws IOException {
    String before = "mail;note\r\nbob@x.com;\"a \"\"b\"\"\nc\"\r\n";
    String after = "\r\n;;\r\n  zo\u00eb@x.com ;x\nlast@x.com;no line end";
    Path file = write(before + "ann@x.com;\"two\nlines\"\r\n" + after, StandardCharsets.UTF_8);

    assertThat(erase(file, StandardCharsets.UTF_8, "")).isEqualTo(1);

    assertThat(file).hasBinaryContent((before + after).getBytes(StandardCharsets.UTF_8));
    assertThat(Files.getLastModifiedTime(file).toInstant()).isEqualTo(READ);
    assertThat(folder).isDirectoryContaining(file::equals).isDirectoryNotContaining("glob:**.part");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UTF-8",
        "windows-1252",
        "ISO-8859-15",
        "UTF-16LE",
        "UTF-16BE",
        "x-MacRoman",
        "Shift_JIS"
      })
  void a_file_is_taken_apart_in_its_own_characters(String name) throws IOException {
    Charset charset = Charset.forName(name);
    String letters = name.equals("Shift_JIS") ? "\u8868\u793a" : "\u00e9\u00fc";
    String kept = "mail\tnote\nbob@x.com\t" + letters + "\n";
    Path file = write(kept + "ann@x.com\t" + letters + "\n", charset);

    assertThat(erase(file, charset, "")).isEqualTo(1);

    assertThat(file).hasBinaryContent(kept.getBytes(charset));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
  void a_byte_order_mark_stays_and_says_how_to_read(String name) throws IOException {
    Charset charset = Charset.forName(name);
    String kept = "\uFEFF\"mail\",note\nbob@x.com,\u00e9\n";
    Path file = write(kept + "\"ann@x.com\",\u00fc\n", charset);

    assertThat(erase(file, StandardCharsets.UTF_8, "")).isEqualTo(1);

    assertThat(file).hasBinaryContent(kept.getBytes(charset));
  }

  @Test
  void all_lines_of_an_order_go_wherever_one_of_them_names_the_person() throws IOException {
    Path file =
        write(
            """
            order,mail,sku
            1,ann@x.com,a
            2,bob@x.com,b
            1,,c
            2,,d
            ,,e
            1,,f
            """,
            StandardCharsets.UTF_8);

    assertThat(erase(file, StandardCharsets.UTF_8, "Order")).isEqualTo(3);

    assertThat(file).hasContent("order,mail,sku\n2,bob@x.com,b\n2,,d\n,,e\n");
  }

  @Test
  void lines_whose_order_is_a_word_for_nothing_do_not_belong_together() throws IOException {
    Path file =
        write(
            "order,mail\n6.6E+12,ann@x.com\n6.6E+12,bob@x.com\nNULL,bob@x.com\n=\"07\",ann@x.com\n07,\n",
            StandardCharsets.UTF_8);

    assertThat(erase(file, StandardCharsets.UTF_8, "order")).isEqualTo(3);

    assertThat(file).hasContent("order,mail\n6.6E+12,bob@x.com\nNULL,bob@x.com\n");
  }

  @Test
  void a_broken_line_and_bytes_that_are_no_text_stay_too() throws IOException {
    byte[] broken =
        "mail;note\nbob@x.com;\"never closed\n\u00e9;x;y;z\n".getBytes(StandardCharsets.ISO_8859_1);
    byte[] ann = "ann@x.com;\"never closed either\n".getBytes(StandardCharsets.ISO_8859_1);
    byte[] all = new byte[broken.length + ann.length];
    System.arraycopy(broken, 0, all, 0, broken.length);
    System.arraycopy(ann, 0, all, broken.length, ann.length);
    Path file = Files.write(folder.resolve("a.csv"), all);

    assertThat(erase(file, StandardCharsets.UTF_8, "")).isEqualTo(1);

    assertThat(file).hasBinaryContent(broken);
  }

  @Test
  void a_file_whose_first_line_names_no_columns_loses_its_lines_all_the_same() throws IOException {
    Path file = write("ann@x.com;1\nbob@x.com;2\n", StandardCharsets.UTF_8);

    assertThat(erase(file, StandardCharsets.UTF_8, "")).isEqualTo(1);

    assertThat(file).hasContent("bob@x.com;2\n");
  }

  @Test
  void a_file_that_cannot_be_taken_apart_stays_whole_and_is_told() throws IOException {
    String text = "mail;note\nann@x.com;" + "x".repeat(300_000) + "\nbob@x.com;y\n";
    Path file = write(text, StandardCharsets.UTF_8);

    assertThatThrownBy(() -> erase(file, StandardCharsets.UTF_8, ""))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("too long");

    assertThat(file).hasContent(text);
  }

  @Test
  void a_file_without_the_person_is_not_touched() throws IOException {
    Path file = write("mail\nbob@x.com\n", StandardCharsets.UTF_8);
    Object key =
        Files.readAttributes(file, java.nio.file.attribute.BasicFileAttributes.class).fileKey();

    assertThat(erase(file, StandardCharsets.UTF_8, "")).isZero();

    assertThat(
            Files.readAttributes(file, java.nio.file.attribute.BasicFileAttributes.class).fileKey())
        .isEqualTo(key);
  }

  private Path write(String text, Charset charset) throws IOException {
    Path file = Files.write(folder.resolve("a.csv"), text.getBytes(charset));
    return Files.setLastModifiedTime(file, FileTime.from(READ));
  }

  private static int erase(Path file, Charset charset, String group) throws IOException {
    CsvSettings settings = CsvFiles.settings("charset", charset.name(), "group", group);
    assertThat(CsvErasure.isIn(file, settings, text -> List.of("nobody").contains(text))).isFalse();
    return CsvErasure.erase(file, settings, ANN);
  }
}
