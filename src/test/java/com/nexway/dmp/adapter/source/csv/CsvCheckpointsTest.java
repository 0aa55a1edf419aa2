package com.nexway.dmp.adapter.source.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nexway.dmp.adapter.record.Batch;
import com.nexway.dmp.adapter.record.Lane;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CsvCheckpointsTest {
  @TempDir Path folder;
  private CsvFiles files;

  @BeforeEach
  void start() {
    files = new CsvFiles(folder);
  }

  @Test
  void reading_behind_any_checkpoint_gives_exactly_the_rest() throws Exception {
    StringBuilder text = new StringBuilder("order,item\n");
    for (int order = 0; order < 40; order++) {
      text.append((order + ",x\n").repeat(1 + order % 3));
      text.append(order % 7 == 0 ? "broken\n" : "");
      text.append(order % 11 == 0 ? "\n,\n" : "");
    }
    Path file = files.write("o.csv", text.toString());
    for (String group : List.of("", "order")) {
      CsvSettings given = CsvFiles.inBatches(5, "group", group);
      List<Batch> all = files.batches(file, given);

      for (int i = 0; i < all.size() - 1; i++) {
        long row = Long.parseLong(all.get(i).checkpoint().position());

        List<Batch> rest = files.batches(file, row, given);

        assertThat(CsvFiles.places(rest))
            .isEqualTo(CsvFiles.places(all.subList(i + 1, all.size())));
        assertThat(CsvFiles.unreadable(rest))
            .isEqualTo(CsvFiles.unreadable(all.subList(i + 1, all.size())));
      }
    }
  }

  @Test
  void the_content_is_the_key_under_any_name() throws Exception {
    Path one = files.write("one.csv", "a\n1\n");
    Path two = files.write("two.csv", "a\n1\n");
    Path three = files.write("three.csv", "a\n2\n");

    assertThat(hash(one)).isEqualTo(hash(two)).isNotEqualTo(hash(three));
  }

  @Test
  void the_last_batch_says_that_the_file_ended() throws Exception {
    Path file = files.write("a.csv", "a\n1\n2\n");

    var batches = files.batches(file, CsvFiles.inBatches(2));

    assertThat(batches)
        .extracting(batch -> batch.checkpoint().position())
        .containsExactly("2", "end ");
  }

  @Test
  void when_reading_fails_what_was_read_before_is_handed_out_first() throws Exception {
    CsvHeader header = CsvHeader.of(',', CsvRow.read(1, 1, List.of("order", "item")));
    List<CsvRow> rows = new ArrayList<>();
    for (long row = 1; row <= 5; row++) {
      rows.add(CsvRow.read(row + 1, 1, List.of(row < 3 ? "A" : "B", "x")));
    }
    CsvBatches batches =
        new CsvBatches(
            new Failing(rows.iterator()),
            header,
            0,
            new CsvPlace("orders", "orders", "o.csv"),
            1_000,
            Lane.LIVE,
            new CsvPosition("orders", "hash", 0, false, ""));

    Batch partial = batches.next();

    assertThat(partial.records()).hasSize(1);
    assertThat(partial.checkpoint().position()).isEqualTo("2");
    assertThat(batches.hasNext()).isTrue();
    assertThatThrownBy(batches::next).hasMessageContaining("the disk is gone");
    assertThat(batches.hasNext()).isFalse();
    assertThatThrownBy(batches::next).isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void files_named_so_are_history() {
    CsvSettings settings = CsvFiles.settings("backfill-files", "full-*.csv");

    assertThat(settings.laneOf("Full-2026.CSV")).isEqualTo(Lane.BACKFILL);
    assertThat(settings.laneOf("today.csv")).isEqualTo(Lane.LIVE);
    assertThat(CsvFiles.settings("lane", "backfill").laneOf("x.csv")).isEqualTo(Lane.BACKFILL);
  }

  private static String hash(Path file) throws Exception {
    try (CsvReading reading = CsvReading.preview(CsvFiles.settings(), file)) {
      return reading.key();
    }
  }

  /** A disk that goes away behind some rows. */
  private record Failing(Iterator<CsvRow> rows) implements CsvRows {
    @Override
    public CsvRow next() throws IOException {
      if (!rows.hasNext()) {
        throw new IOException("the disk is gone");
      }
      return rows.next();
    }

    @Override
    public void close() {}
  }
}
