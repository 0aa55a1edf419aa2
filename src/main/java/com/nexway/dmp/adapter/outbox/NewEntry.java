package com.nexway.dmp.adapter.outbox;

import com.nexway.dmp.adapter.record.Lane;
import org.jspecify.annotations.Nullable;

/**
 * An entry to be stored.
 *
 * @param letter the dead letter that it sends again; null for a record of a source
 */
record NewEntry(
    long id,
    Incoming in,
    Lane lane,
    @Nullable Hash earlier,
    long previous,
    byte[] body,
    @Nullable Long letter) {

  LastEntry asLast() {
    return new LastEntry(id, lane, true, letter != null, earlier, previous);
  }
}
