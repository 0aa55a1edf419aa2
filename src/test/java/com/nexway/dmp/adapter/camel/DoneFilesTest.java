package com.nexway.dmp.adapter.camel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DoneFilesTest {
  private static final Instant NOW = Instant.parse("2026-03-31T00:00:00Z");

  @TempDir Path drop;

  @Test
  void files_that_were_read_and_records_that_were_refused_go_when_they_were_kept_long_enough()
      throws IOException {
    Path read = file("orders/.done/20260228-235959999-a.csv", "2026-03-30T00:00:00Z");
    Path refused = file("orders/.errors/a.errors.csv", "2026-02-28T00:00:00Z");
    Path kept = file("orders/.done/20260302-000000000-b.csv", "2020-01-01T00:00:00Z");
    Path mended = file("orders/.errors/b.errors.csv", "2026-03-02T00:00:00Z");
    Path waits = file("orders/c.csv", "2020-01-01T00:00:00Z");

    new DoneFiles(drop, Duration.ofDays(30), Clock.fixed(NOW, ZoneOffset.UTC)).forget();

    assertThat(read).doesNotExist();
    assertThat(refused).doesNotExist();
    assertThat(kept).exists();
    assertThat(mended).exists();
    assertThat(waits).exists();
  }

  private Path file(String name, String date) throws IOException {
    Path file = drop.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "id\n1\n");
    return Files.setLastModifiedTime(file, FileTime.from(Instant.parse(date)));
  }
}
