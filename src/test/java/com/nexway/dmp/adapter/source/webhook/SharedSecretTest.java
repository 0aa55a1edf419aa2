package com.nexway.dmp.adapter.source.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A secret of a webhook that stands in a file, whatever editor saved it. */
final class SharedSecretTest {
  private static final byte[] KEY = "gehëim 1".getBytes(StandardCharsets.UTF_8);

  @TempDir Path home;

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
  void what_an_editor_adds_to_a_secret_is_no_part_of_it(String charset) throws IOException {
    for (String text : new String[] {"\uFEFFgehëim 1", "\uFEFFgehëim 1\r\n", "gehëim 1\n"}) {
      assertThat(read(text.getBytes(Charset.forName(charset))).keys()).containsExactly(KEY);
    }
  }

  @Test
  void a_secret_in_an_old_code_page_is_refused_with_what_to_do_and_not_repeated() {
    assertThatThrownBy(() -> read("gehëim 1".getBytes(StandardCharsets.ISO_8859_1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("secret.txt")
        .hasMessageContaining("save the file as UTF-8")
        .hasMessageNotContaining("geh");
  }

  @Test
  void a_file_that_is_none_is_told() {
    assertThatThrownBy(() -> read("\uFEFF \r\n".getBytes(StandardCharsets.UTF_8)))
        .hasMessageContaining("is empty");
    assertThatThrownBy(() -> read(new byte[4097])).hasMessageContaining("4096");
    assertThatThrownBy(() -> SharedSecret.read("file:none", home, Map.of()))
        .hasMessageContaining("cannot be read");
  }

  private SharedSecret read(byte[] bytes) throws IOException {
    Files.write(home.resolve("secret.txt"), bytes);
    return SharedSecret.read("file:secret.txt", home, Map.of());
  }
}
