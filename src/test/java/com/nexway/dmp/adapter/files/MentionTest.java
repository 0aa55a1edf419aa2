package com.nexway.dmp.adapter.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MentionTest {
  private static final Predicate<String> ANN =
      Pattern.compile("(?<!\\w)ann@x\\.com(?!\\.\\w)").asPredicate();

  @TempDir Path folder;

  @Test
  void a_word_is_found_wherever_a_piece_of_the_file_ends() throws IOException {
    for (int before = (1 << 20) - 12; before <= (1 << 20) + 2; before += 7) {
      assertThat(isIn("x ".repeat(before / 2) + " ".repeat(before % 2) + "ann@x.com y")).isTrue();
      assertThat(isIn("x ".repeat(before / 2) + " ".repeat(before % 2) + "joann@x.com y"))
          .isFalse();
      assertThat(isIn("x ".repeat(before / 2) + " ".repeat(before % 2) + "ann@x.com.au y"))
          .isFalse();
    }
  }

  @Test
  void two_bytes_for_a_letter_are_read_too() throws IOException {
    Path file = folder.resolve("file");
    Files.write(file, "\uFEFFto ann@x.com".getBytes(StandardCharsets.UTF_16LE));
    assertThat(Mention.isIn(file, ANN)).isTrue();
    Files.write(file, "to ann@x.com".getBytes(StandardCharsets.UTF_16BE));
    assertThat(Mention.isIn(file, ANN)).isTrue();
    Files.write(file, new byte[0]);
    assertThat(Mention.isIn(file, ANN)).isFalse();
  }

  private boolean isIn(String text) throws IOException {
    return Mention.isIn(Files.writeString(folder.resolve("file"), text), ANN);
  }
}
