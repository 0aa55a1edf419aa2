package com.nexway.dmp.adapter.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Notepad, PowerShell and the editors of other systems save. */
final class Utf8Test {
  private static final String TEXT = "{\"name\": \"Zoë Łódź €\"}\r\n";

  @TempDir Path folder;

  @Test
  void whatever_an_editor_saved_as_unicode_is_the_same_text() throws IOException {
    for (Charset charset :
        new Charset[] {
          StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE
        }) {
      assertThat(read(("\uFEFF" + TEXT).getBytes(charset))).isEqualTo(TEXT);
      assertThat(read(TEXT.getBytes(charset))).isEqualTo(TEXT);
      assertThat(Utf8.bytes(("\uFEFF" + TEXT).getBytes(charset)))
          .isEqualTo(TEXT.getBytes(StandardCharsets.UTF_8));
    }
    assertThat(read(new byte[0])).isEmpty();
    assertThat(read("\uFEFF".getBytes(StandardCharsets.UTF_16LE))).isEmpty();
  }

  @Test
  void an_old_code_page_is_refused_with_the_line_and_what_to_do() {
    assertThatThrownBy(() -> read("a\nb\nZoë".getBytes(Charset.forName("windows-1252"))))
        .isInstanceOf(Utf8.NotText.class)
        .hasMessageStartingWith("line 3 ")
        .hasMessageContaining("save the file as UTF-8");
    assertThatThrownBy(() -> read(new byte[] {(byte) 0xFF, (byte) 0xFE, 0x41}))
        .isInstanceOf(Utf8.NotText.class);
  }

  @Test
  void what_is_longer_than_it_may_be_is_not_read() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "x".repeat(1025));

    assertThatThrownBy(() -> Utf8.read(file, 1024))
        .isInstanceOf(Utf8.TooLong.class)
        .hasMessage("the file is longer than 1 KiB");
    assertThat(Utf8.read(file, 1025)).hasSize(1025);
  }

  private String read(byte[] bytes) throws IOException {
    return Utf8.read(Files.write(folder.resolve("file"), bytes), 1 << 20);
  }
}
