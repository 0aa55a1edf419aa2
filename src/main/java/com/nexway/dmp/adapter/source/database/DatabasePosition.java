package com.nexway.dmp.adapter.source.database;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nexway.dmp.adapter.record.Checkpoint;
import com.nexway.dmp.adapter.source.NightlyLook;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far a database was read, as its checkpoint says.
 *
 * @param cursor behind which record; null before the first
 * @param firstRun whether the first run goes on
 * @param ran when the last run began that ended well; null before the first
 * @param look how it fares with looking back; null for whoever never does
 */
record DatabasePosition(
    @Nullable Cursor cursor, boolean firstRun, @Nullable Instant ran, @Nullable NightlyLook look) {
  private static final JsonMapper JSON = new JsonMapper();

  static final DatabasePosition UNREAD = new DatabasePosition(null, true, null, null);

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
          ran.isEmpty() ? null : Instant.parse(ran),
          NightlyLook.read(node));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a checkpoint that we did not write: " + position, e);
    }
  }

  /**
   * The same for what makes events of the records now.
   *
   * @param shape its hash
   */
  DatabasePosition inShape(int shape, DatabaseSettings source, Instant now) {
    Instant since = source.start() instanceof Start.Now ? now : null;
    NightlyLook known =
        look == null ? NightlyLook.first(now, source.zone(), shape, since) : look.in(shape, now);
    return with(known);
  }

  boolean isUnread() {
    return cursor == null && firstRun && ran == null;
  }

  DatabasePosition at(@Nullable Cursor further) {
    return new DatabasePosition(further, firstRun, ran, look);
  }

  /** A run came to its end. */
  DatabasePosition ended(@Nullable Cursor further, Instant began) {
    return new DatabasePosition(further, false, began, look);
  }

  DatabasePosition with(NightlyLook other) {
    return new DatabasePosition(cursor, firstRun, ran, other);
  }

  /** The look that a run begins; empty where it looks back not, as none does in the first. */
  Optional<NightlyLook> look(Instant now, ZoneId zone) {
    return Optional.ofNullable(look)
        .filter(each -> !firstRun && each.isDue(now, zone))
        .map(each -> each.begin(now, zone));
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
    if (look != null) {
      look.write(node);
    }
    return new Checkpoint(source, "", node.toString());
  }
}
