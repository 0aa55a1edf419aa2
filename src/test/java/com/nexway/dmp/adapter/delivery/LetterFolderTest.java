package com.nexway.dmp.adapter.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexway.dmp.adapter.outbox.Person;
import com.nexway.dmp.adapter.testing.SettableClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LetterFolderTest {
  @TempDir Path home;
  private final SettableClock clock = new SettableClock();
  private Path root;
  private LetterFolder folder;

  @BeforeEach
  void make() throws IOException {
    root = home.resolve("dead-letters");
    folder = new LetterFolder(root, Duration.ofDays(90), clock);
    write("orders/1.json", "{\"email\": \"Jane@Example.com\"}", 10);
    write("orders/2.json", "{\"email\": \"john@example.com\"}", 100);
    write("resend/.sent/3.json", "{\"email\": \"jane@example.com\"}", 100);
    write("resend/refused/4.txt", "/user/email", 100);
    write("orders/5.json", "{\"email\": \"maryjane@example.com\"}", 10);
  }

  @Test
  void files_that_are_older_than_they_may_be_are_deleted() throws IOException {
    assertThat(folder.forget()).isEqualTo(3);

    assertThat(root.resolve("orders/1.json")).exists();
    assertThat(root.resolve("resend/.sent/3.json")).doesNotExist();
  }

  @Test
  void every_file_that_mentions_a_person_is_erased() throws IOException {
    assertThat(folder.erase(new Person("jane@example.com"))).isEqualTo(2);

    assertThat(root.resolve("orders/1.json")).doesNotExist();
    assertThat(root.resolve("resend/.sent/3.json")).doesNotExist();
    assertThat(root.resolve("orders/2.json")).exists();
    assertThat(root.resolve("orders/5.json")).exists();
  }

  @Test
  void a_letter_that_notepad_saved_is_looked_into_too() throws IOException {
    Path wide = root.resolve("resend/letter.json");
    Files.write(
        wide, "\uFEFF{\"email\": \"jane@example.com\"}".getBytes(StandardCharsets.UTF_16LE));

    assertThat(folder.erase(new Person("Jane@Example.com"))).isEqualTo(3);

    assertThat(wide).doesNotExist();
  }

  @Test
  void a_name_that_leads_out_of_the_folder_is_left_alone() throws IOException {
    Path outside = Files.writeString(home.resolve("keep.txt"), "keep");

    assertThat(folder.delete(List.of("../keep.txt", "", "orders/1.json", "orders/9.json")))
        .isEqualTo(1);

    assertThat(outside).exists();
  }

  private void write(String name, String text, int daysOld) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    Files.setLastModifiedTime(file, FileTime.from(clock.instant().minus(Duration.ofDays(daysOld))));
  }
}
