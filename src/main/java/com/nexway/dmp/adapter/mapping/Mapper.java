package com.nexway.dmp.adapter.mapping;

import com.nexway.dmp.adapter.event.Draft;
import com.nexway.dmp.adapter.event.Drafts;
import com.nexway.dmp.adapter.record.Batch;
import com.nexway.dmp.adapter.record.SourceRecord;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns records into events by the merchant's mappings. It is pure: the same record, the same
 * event.
 */
public final class Mapper {
  private final Mappings mappings;
  private final SuppressedAddresses suppressed;

  /**
   * @param mappings the mappings of this home
   * @param suppressed the addresses that are not sent
   */
  public Mapper(Mappings mappings, SuppressedAddresses suppressed) {
    this.mappings = mappings;
    this.suppressed = suppressed;
  }

  /**
   * Maps each record of a batch; whatever a record holds, it becomes a draft and no exception.
   *
   * @param batch the records
   * @param mapping the name of the mapping
   * @throws IllegalArgumentException where there is no mapping of that name that is right
   */
  public Drafts map(Batch batch, String mapping) {
    Mapping rules =
        mappings
            .find(mapping)
            .orElseThrow(() -> new IllegalArgumentException("there is no mapping " + mapping));
    List<Draft> drafts = new ArrayList<>(batch.records().size());
    for (SourceRecord record : batch.records()) {
      drafts.add(draft(record, rules));
    }
    return new Drafts(batch, drafts);
  }

  /** Maps one record. */
  public Draft draft(SourceRecord record, Mapping mapping) {
    return new Drafting(record, mapping, suppressed, null).draft();
  }
}
