package com.nexway.dmp.adapter.source.database;

import com.nexway.dmp.adapter.source.Parameters;
import java.time.Duration;

/**
 * The most that is asked of a shop's database at once.
 *
 * @param pageRows rows of one query
 * @param groupRows rows that are one record
 * @param fetchRows rows that the driver fetches in one go
 * @param queryTimeout how long one query may take
 */
public record DatabaseLimits(int pageRows, int groupRows, int fetchRows, Duration queryTimeout) {

  static DatabaseLimits read(Parameters values) {
    return new DatabaseLimits(
        values.whole("page-rows", 1, 1_000),
        values.whole("max-group", 1, 100_000),
        values.whole("fetch-rows", 1, 100_000),
        values.duration("query-timeout", Duration.ofSeconds(1), Duration.ofHours(1)));
  }
}
