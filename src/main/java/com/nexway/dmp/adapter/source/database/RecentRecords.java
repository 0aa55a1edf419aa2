package com.nexway.dmp.adapter.source.database;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What was handed over of the stretch that each run reads again, so that a record that did not
 * change is not handed over again. It is forgotten when the adapter stops, which does no harm: the
 * outbox knows an unchanged record, too.
 */
final class RecentRecords {
  /** The last ones of a run: they are what the next one reads again. */
  private static final int MOST = 50_000;

  private Map<Object, Long> before = new LastOnes();
  private Map<Object, Long> now = new LastOnes();

  /**
   * Whether a record is as it was in the last run or this.
   *
   * @param hash of all its values
   */
  boolean knows(Object id, long hash) {
    Long known = now.containsKey(id) ? now.get(id) : before.get(id);
    if (known == null || known != hash) {
      return false;
    }
    stored(id, hash);
    return true;
  }

  /** A record was stored. */
  void stored(Object id, long hash) {
    now.put(id, hash);
  }

  /** A run begins: what the last one did not see again is forgotten. */
  void nextRun() {
    before = now;
    now = new LastOnes();
  }

  private static final class LastOnes extends LinkedHashMap<Object, Long> {
    private static final long serialVersionUID = 1;

    @Override
    protected boolean removeEldestEntry(Map.Entry<Object, Long> eldest) {
      return size() > MOST;
    }
  }
}
