package com.nexway.dmp.adapter.outbox;

import org.jspecify.annotations.Nullable;

/**
 * What was last accepted of one key.
 *
 * @param source whose record it was
 * @param fingerprint of its event
 * @param version the highest one seen
 * @param stamp the last {@code _meta.dataAcquisitionTime}, in seconds
 * @param entry the entry it became
 * @param seenAt when it was last noted that the source still holds it, in milliseconds
 */
record KeyState(
    String source, Hash fingerprint, @Nullable Long version, long stamp, long entry, long seenAt) {

  KeyState seen(@Nullable Long newer, long at) {
    return new KeyState(source, fingerprint, later(version, newer), stamp, entry, at);
  }

  /** Back to the state before an entry that was never sent; versions and stamps never fall. */
  KeyState back(Hash earlier, long previous, @Nullable Long newer, String by, long at) {
    return new KeyState(by, earlier, later(version, newer), stamp, previous, at);
  }

  static @Nullable Long later(@Nullable Long one, @Nullable Long other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return Math.max(one, other);
  }
}
