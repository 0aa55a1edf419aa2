package com.nexway.dmp.adapter.outbox;

import com.nexway.dmp.adapter.testing.Postgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;

/** Where a test's outbox stands: the same tests hold in a file and on a server. */
enum Place {
  SQLITE(() -> "jdbc:sqlite:" + folder().resolve("outbox.db")),
  POSTGRES(Postgres::freshSchema);

  private final Supplier<String> fresh;

  Place(Supplier<String> fresh) {
    this.fresh = fresh;
  }

  String freshUrl() {
    return fresh.get();
  }

  private static Path folder() {
    try {
      return Files.createTempDirectory("outbox");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
