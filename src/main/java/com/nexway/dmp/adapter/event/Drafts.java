package com.nexway.dmp.adapter.event;

import com.nexway.dmp.adapter.record.Batch;
import java.util.List;

/**
 * A batch on its way to the outbox: one draft for each of its records, in their order.
 *
 * @param batch the batch as its source handed it over
 * @param drafts what became of each record
 */
public record Drafts(Batch batch, List<Draft> drafts) {}
