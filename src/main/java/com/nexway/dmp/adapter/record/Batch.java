package com.nexway.dmp.adapter.record;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The unit of intake: records of one source and the checkpoint after them, stored in one
 * transaction.
 *
 * @param source the source's name
 * @param shop whose records they are: a key means one record in one shop
 * @param lane how urgent its records are
 * @param records 0 to 1,000 records, ending on the border of a group
 * @param unreadable what stood between them and could not be read
 * @param checkpoint how far the source is read with this batch; null where the sender repeats by
 *     itself, as a webhook does
 * @param look what is noted of records that are looked at again; null for those of a usual run
 */
public record Batch(
    String source,
    String shop,
    Lane lane,
    List<SourceRecord> records,
    List<Unreadable> unreadable,
    @Nullable Checkpoint checkpoint,
    @Nullable SecondLook look) {

  /** A batch of a usual run. */
  public Batch(
      String source,
      String shop,
      Lane lane,
      List<SourceRecord> records,
      List<Unreadable> unreadable,
      @Nullable Checkpoint checkpoint) {
    this(source, shop, lane, records, unreadable, checkpoint, null);
  }

  /** A batch of a source that is a shop of its own. */
  public Batch(
      String source,
      Lane lane,
      List<SourceRecord> records,
      List<Unreadable> unreadable,
      @Nullable Checkpoint checkpoint) {
    this(source, source, lane, records, unreadable, checkpoint);
  }
}
