package com.nexway.dmp.adapter.mapping;

import com.nexway.dmp.adapter.record.Batch;
import com.nexway.dmp.adapter.yaml.FileProblem;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the first records of each source since the start, and tells in the log which paths of
 * its mapping none of them has.
 */
public final class FirstRecords {
  private static final Logger LOG = LoggerFactory.getLogger(FirstRecords.class);
  private static final int ENOUGH = 20;

  /** Lines in the log for one source. */
  private static final int MOST = 20;

  private final Mappings mappings;
  private final Map<String, Sightings> bySource = new ConcurrentHashMap<>();

  /** Looks at the records of all sources that map by one of these. */
  public FirstRecords(Mappings mappings) {
    this.mappings = mappings;
  }

  /** Looks at a batch until there were enough records, and tells then, once. */
  public void look(Batch batch, String mapping) {
    mappings
        .find(mapping)
        .map(rules -> bySource.computeIfAbsent(batch.source(), source -> new Sightings(rules)))
        .map(sightings -> told(sightings, batch))
        .ifPresent(
            remarks ->
                remarks.stream()
                    .limit(MOST)
                    .forEach(remark -> LOG.warn("{}: {}", batch.source(), remark)));
  }

  private static List<FileProblem> told(Sightings sightings, Batch batch) {
    synchronized (sightings) {
      if (sightings.records() >= ENOUGH) {
        return List.of();
      }
      batch.records().forEach(sightings::look);
      return sightings.records() >= ENOUGH ? sightings.remarks() : List.of();
    }
  }
}
