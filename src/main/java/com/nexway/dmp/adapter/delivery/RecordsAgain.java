package com.nexway.dmp.adapter.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.nexway.dmp.adapter.event.Draft;
import com.nexway.dmp.adapter.record.Origin;
import java.util.Optional;

/** Makes events of the records of dead letters once more, as their sources would today. */
@FunctionalInterface
public interface RecordsAgain {
  /**
   * Maps and checks a record.
   *
   * @param record as its letter shows it: the columns or the document in { }, several rows in [ ]
   * @return empty where its source has no mapping any more, or the record is none
   */
  Optional<Draft> map(Origin origin, JsonNode record);
}
