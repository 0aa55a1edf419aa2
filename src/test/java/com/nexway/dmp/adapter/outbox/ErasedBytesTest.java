package com.nexway.dmp.adapter.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexway.dmp.adapter.storage.Location;
import com.nexway.dmp.adapter.testing.SettableClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is erased is gone from the bytes of the file, not only from its tables. */
final class ErasedBytesTest {
  @TempDir Path folder;

  @Test
  void nothing_of_a_person_is_left_in_the_files() throws IOException {
    Location file = Location.of("jdbc:sqlite:" + folder.resolve("outbox.db"));
    try (Outbox outbox = Outbox.open(file, OnOutbox.SETTINGS, new SettableClock())) {
      outbox.lease().keep();
      Shop shop = Shop.live();
      for (int i = 0; i < 300; i++) {
        shop.order("order:" + i, "c" + i + "@x.com", "x");
      }
      outbox.accept(
          shop.data("send data:ann@x.com", "ann@x.com", "secret of ann " + "long ".repeat(2_000))
              .order("order:ann", "ann@x.com", "secret of ann")
              .refused(null, "ann@x.com", "secret of ann")
              .batch());
      assertThat(traces("ann@x.com")).isNotEmpty();

      Erased erased = outbox.people().erase(new Person("ann@x.com"));

      assertThat(erased.events()).isEqualTo(2);
      assertThat(traces("ann@x.com")).isEmpty();
      assertThat(traces("secret of ann")).isEmpty();
      assertThat(traces("c7@x.com")).isNotEmpty();
    }
  }

  private List<Path> traces(String text) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> holds(file, text)).toList();
    }
  }

  private static boolean holds(Path file, String text) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text);
    } catch (IOException e) {
      return false;
    }
  }
}
