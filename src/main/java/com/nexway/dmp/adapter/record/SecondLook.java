package com.nexway.dmp.adapter.record;

import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a source notes while it looks at records of the last days again, those that changed last
 * first: of the records of one key the first says how it stands now, and all others are history.
 * For one thread.
 */
public final class SecondLook {
  /** About 12 MB of keys. */
  private static final int MOST = 200_000;

  private final Set<Long> keys = new HashSet<>();
  private final Set<String> missed = new HashSet<>();
  private @Nullable Function<Set<String>, Checkpoint> moves;
  private boolean behind;

  /** From now on come records that the usual runs leave behind; those before are only noted. */
  public void goBehind() {
    behind = true;
  }

  /** Whether so many records were looked at that it is enough. */
  public boolean isFull() {
    return keys.size() >= MOST;
  }

  /**
   * Whether a record is to be taken: the first one of its key, where the usual runs do not come.
   */
  public boolean takes(String key) {
    return keys.add(hash(key)) && behind;
  }

  /** A record was new: the usual runs have missed it. */
  public void missed(Origin origin) {
    missed.add(origin.place());
  }

  /** The places of the records of a batch that were missed. */
  public Set<String> missed() {
    return Set.copyOf(missed);
  }

  /**
   * Another batch is handed over.
   *
   * @param checkpoint the one that is stored with it, by the places of the records that were missed
   */
  public void begin(Function<Set<String>, Checkpoint> checkpoint) {
    missed.clear();
    moves = checkpoint;
  }

  /** The checkpoint of the batch, when it is known which of its records were missed. */
  public Checkpoint checkpoint() {
    return Objects.requireNonNull(moves, "a batch has begun").apply(missed());
  }

  private static long hash(String key) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < key.length(); i++) {
      hash = (hash ^ key.charAt(i)) * 0x100000001b3L;
    }
    return hash;
  }
}
