package com.nexway.dmp.adapter.mapping.conversion;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import java.time.temporal.Temporal;
import org.jspecify.annotations.Nullable;

/** To seconds since 1970-01-01 UTC. */
record TimeConversion(Notation notation) implements Conversion {
  @Override
  public @Nullable JsonNode convert(Object value, Doubts doubts) throws Misfit {
    Temporal time = Temporals.read(value, notation);
    return time == null
        ? null
        : LongNode.valueOf(Temporals.moment(time, notation, doubts).getEpochSecond());
  }
}
