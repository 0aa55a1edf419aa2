package com.nexway.dmp.adapter.source;

import com.nexway.dmp.adapter.record.Checkpoint;
import java.util.Optional;

/** How far each source was read, as the outbox knows it. */
@FunctionalInterface
public interface Checkpoints {
  /** No source was ever read. */
  Checkpoints NONE = (source, key) -> Optional.empty();

  /**
   * How far a source was read.
   *
   * @param source the source's name
   * @param key what is read: the content hash of a file, or empty for a database
   * @return empty where it never was
   */
  Optional<Checkpoint> find(String source, String key);
}
