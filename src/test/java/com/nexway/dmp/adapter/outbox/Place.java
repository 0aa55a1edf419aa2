package com.nexway.dmp.adapter.outbox;

import com.nexway.dmp.adapter.testing.Postgres;
import com.nexway.dmp.adapter.testing.Scratch;
import java.util.function.Supplier;

/** Where a test's outbox stands: the same tests hold in a file and on a server. */
enum Place {
  SQLITE(() -> "jdbc:sqlite:" + Scratch.folder("outbox").resolve("outbox.db")),
  POSTGRES(Postgres::freshSchema);

  private final Supplier<String> fresh;

  Place(Supplier<String> fresh) {
    this.fresh = fresh;
  }

  String freshUrl() {
    return fresh.get();
  }
}
