package com.nexway.dmp.adapter.outbox;

import com.nexway.dmp.adapter.record.Lane;
import org.jspecify.annotations.Nullable;

/**
 * The last entry of a key, as far as a newer event must know it.
 *
 * @param untouched whether it waits and was never claimed: nobody can have seen its body
 * @param resent whether a person sends a dead letter again with it; such a one is not replaced
 * @param earlier the fingerprint of the state that it follows
 * @param previous the entry of that state; 0 where it is the first
 */
record LastEntry(
    long id, Lane lane, boolean untouched, boolean resent, @Nullable Hash earlier, long previous) {}
