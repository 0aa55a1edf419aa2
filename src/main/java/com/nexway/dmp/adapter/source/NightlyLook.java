package com.nexway.dmp.adapter.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * How far a source is with looking back: once a night it looks three days behind its cursor for
 * records that came there after it had passed, as a transaction that takes long leaves them. The
 * night begins at 03:00 on the clock of the source's zone; its first run looks, and a source that
 * is read more seldom looks with each run. It is kept with the checkpoint, so that a restart
 * neither repeats a look nor leaves it out; one that was cut off is made again.
 *
 * @param night which night was looked at last; the first run takes its own for looked at
 * @param done whether that look came to its end
 * @param missed how many records it found
 * @param behind how far behind the cursor the oldest of them lay
 * @param shape what makes events of records, as its hash: made anew, all events differ
 * @param since before which nothing is looked at: the shape was another, or nothing was read; null
 *     for no such time
 */
public record NightlyLook(
    LocalDate night,
    boolean done,
    int missed,
    Duration behind,
    int shape,
    @Nullable Instant since) {
  /** How far behind the cursor a look begins. */
  public static final Duration REACH = Duration.ofDays(3);

  private static final int BEGINS = 3;

  /** What a person writes, in minutes. */
  private static final long[] OVERLAPS = {
    1, 2, 5, 10, 15, 20, 30, 45, 60, 120, 180, 240, 360, 480, 720, 1_080, 1_440, 2_880, 4_320
  };

  /**
   * What a source has before its first run.
   *
   * @param since before which nothing is read; null where everything is
   */
  public static NightlyLook first(Instant now, ZoneId zone, int shape, @Nullable Instant since) {
    return new NightlyLook(night(now, zone), true, 0, Duration.ZERO, shape, since);
  }

  private static LocalDate night(Instant now, ZoneId zone) {
    return now.atZone(zone).toLocalDateTime().minusHours(BEGINS).toLocalDate();
  }

  /** As it is for a shape: what was made in another one is not looked at again. */
  public NightlyLook in(int current, Instant now) {
    return current == shape ? this : new NightlyLook(night, done, missed, behind, current, now);
  }

  /** Whether a run that begins now is to look. */
  public boolean isDue(Instant now, ZoneId zone) {
    return !done || night(now, zone).isAfter(night);
  }

  /** A look begins, or one that was cut off is made again. */
  public NightlyLook begin(Instant now, ZoneId zone) {
    LocalDate tonight = night(now, zone);
    return done
        ? new NightlyLook(tonight, false, 0, Duration.ZERO, shape, since)
        : new NightlyLook(tonight, false, missed, behind, shape, since);
  }

  /** It found a record that was missed, so far behind the cursor. */
  public NightlyLook found(Duration far) {
    Duration most = far.compareTo(behind) > 0 ? far : behind;
    return new NightlyLook(night, done, missed + 1, most, shape, since);
  }

  /** It came to its end. */
  public NightlyLook end() {
    return new NightlyLook(night, true, missed, behind, shape, since);
  }

  /** What the last look found, and what to write; empty where that is nothing. */
  public String words() {
    if (!done || missed == 0) {
      return "";
    }
    return ("%s behind the cursor, committed after later ones were read, or changed without a new"
            + " time; the nightly look found and sent %s. With overlap: %s the usual runs see such"
            + " records")
        .formatted(
            missed == 1 ? "1 record came" : "%,d records came".formatted(missed),
            missed == 1 ? "it" : "them",
            overlap());
  }

  private String overlap() {
    for (long minutes : OVERLAPS) {
      if (Duration.ofMinutes(minutes).compareTo(behind) >= 0) {
        return minutes % 1_440 == 0
            ? minutes / 1_440 + "d"
            : minutes % 60 == 0 ? minutes / 60 + "h" : minutes + "m";
      }
    }
    return REACH.toDays() + 1 + "d";
  }

  /** Writes it into the position of a checkpoint. */
  public void write(ObjectNode position) {
    position.put("night", night.toString()).put("looked", done).put("shape", shape);
    if (missed > 0) {
      position.put("missed", missed).put("behind", behind.toString());
    }
    if (since != null) {
      position.put("since", since.toString());
    }
  }

  /** What {@link #write} wrote; null where there is nothing. */
  public static @Nullable NightlyLook read(JsonNode position) {
    if (!position.has("night")) {
      return null;
    }
    String since = position.path("since").asText("");
    return new NightlyLook(
        LocalDate.parse(position.path("night").asText()),
        position.path("looked").asBoolean(),
        position.path("missed").asInt(),
        Duration.parse(position.path("behind").asText("PT0S")),
        position.path("shape").asInt(),
        since.isEmpty() ? null : Instant.parse(since));
  }
}
