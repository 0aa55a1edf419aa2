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

  private static long hash(List<Map<String, Object>> rows) {
    long hash = 1125899906842597L;
    for (Map<String, Object> row : rows) {
      for (Object value : row.values()) {
        String text = String.valueOf(value);
        for (int i = 0; i < text.length(); i++) {
          hash = 31 * hash + text.charAt(i);
        }
        hash = 31 * hash + 7;
      }
    }
    return hash;
  }
}
