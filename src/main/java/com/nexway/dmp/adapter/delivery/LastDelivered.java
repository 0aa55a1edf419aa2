package com.nexway.dmp.adapter.delivery;

import com.nexway.dmp.adapter.outbox.Entry;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The last delivered event: asked again, it tells whether the service answers at all. */
final class LastDelivered {
  private static final long LONGEST = Duration.ofMinutes(10).toMillis();

  private @Nullable Entry entry;
  private long since;
  private boolean forgotten;

  void keep(Entry delivered, long now) {
    entry = delivered;
    since = now;
    forgotten = false;
  }

  /** The event, where it may be asked again. */
  Optional<Entry> at(long now) {
    if (now - since >= LONGEST) {
      entry = null;
    }
    return forgotten ? Optional.empty() : Optional.ofNullable(entry);
  }

  /** The service took it a second time: it is not asked of it again until something is taken. */
  void forgotten() {
    forgotten = true;
  }

  /** It is nobody's any more. */
  void forget(Entry delivered) {
    if (entry != null && entry.id() == delivered.id()) {
      entry = null;
    }
  }
}
