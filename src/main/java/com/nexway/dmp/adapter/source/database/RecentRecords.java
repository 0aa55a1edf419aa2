package com.nexway.dmp.adapter.source.database;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What was handed over of the stretch that each run reads again, so that a record that did not
 * change is not handed over again. It is forgotten when the adapter stops, which does no harm: the
 * outbox knows an unchanged record, too.
 */
final class RecentRecords {
  private static final int MOST = 50_000;
  private static final long PRIME = 0x100000001b3L;

  /** What ends a value, and stands for none: not letters. */
  private static final int END = 0x110000;

  private static final int NOTHING = 0x110001;

  private Map<Object, Long> before = new HashMap<>();
  private Map<Object, Long> now = new HashMap<>();

  /** Whether the rows of a record are as they were in the last run or this. */
  boolean knows(Object id, List<Map<String, Object>> rows) {
    long hash = hash(rows);
    Long known = now.containsKey(id) ? now.get(id) : before.get(id);
    if (known == null || known != hash) {
      return false;
    }
    remember(id, hash);
    return true;
  }

  /** Rows were stored. */
  void stored(Object id, List<Map<String, Object>> rows) {
    remember(id, hash(rows));
  }

  private void remember(Object id, long hash) {
    if (now.size() < MOST || now.containsKey(id)) {
      now.put(id, hash);
    }
  }

  /** A run begins: what the last one did not see again is forgotten. */
  void nextRun() {
    before = now;
    now = new HashMap<>();
  }

  /** FNV-1a: two texts that differ in two letters (1P, 21) must not be the same to it. */
  private static long hash(List<Map<String, Object>> rows) {
    long hash = 0xcbf29ce484222325L;
    for (Map<String, Object> row : rows) {
      for (Object value : row.values()) {
        String text = value == null ? "" : value.toString();
        for (int i = 0; i < text.length(); i++) {
          hash = (hash ^ text.charAt(i)) * PRIME;
        }
        hash = (hash ^ (value == null ? NOTHING : END)) * PRIME;
      }
    }
    return hash;
  }
}
