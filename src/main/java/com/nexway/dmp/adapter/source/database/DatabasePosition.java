package com.nexway.dmp.adapter.source.database;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nexway.dmp.adapter.record.Checkpoint;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far a database was read, as its checkpoint says.
 *
 * @param cursor behind which record; null before the first
 * @param firstRun whether the first run goes on
 * @param ran when the last run began that ended well; null before the first
 */
record DatabasePosition(@Nullable Cursor cursor, boolean firstRun, @Nullable Instant ran) {
  private static final JsonMapper JSON = new JsonMapper();

  static final DatabasePosition UNREAD = new DatabasePosition(null, true, null);

  static DatabasePosition of(Optional<Checkpoint> stored) {
    return stored.map(checkpoint -> parse(checkpoint.position())).orElse(UNREAD);
  }

  private static DatabasePosition parse(String position) {
    try {
      JsonNode node = JSON.readTree(position);
      String time = node.path("time").asText(null);
      String ran = node.path("ran").asText("");
      return new DatabasePosition(
          time == null ? null : new Cursor(time, node.path("id").asText(null)),
          node.path("firstRun").asBoolean(),
          ran.isEmpty() ? null : Instant.parse(ran));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a checkpoint that we did not write: " + position, e);
    }
  }

  Checkpoint checkpoint(String source) {
    ObjectNode node = JSON.createObjectNode();
    if (cursor != null) {
      node.put("time", cursor.time());
      if (cursor.id() != null) {
        node.put("id", cursor.id());
      }
    }
    node.put("firstRun", firstRun);
    if (ran != null) {
      node.put("ran", ran.toString());
    }
    return new Checkpoint(source, "", node.toString());
  }
}
