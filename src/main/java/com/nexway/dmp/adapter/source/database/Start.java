package com.nexway.dmp.adapter.source.database;

import com.nexway.dmp.adapter.value.Forms;
import com.nexway.dmp.adapter.value.Key;
import com.nexway.dmp.adapter.value.Values;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/** Where the first run of a source begins. */
public sealed interface Start {
  /** With the oldest record. */
  record Beginning() implements Start {}

  /** With what changes from now on. */
  record Now() implements Start {}

  /** With what changed from a moment on. */
  record At(Instant moment) implements Start {}

  /** Where. */
  Key<String> START =
      Key.of(
          "start",
          Forms.word("one of beginning, now, or a time such as 2026-01-01 or 2026-01-01T00:00Z"),
          "beginning",
          "Where the first run begins. A time that names no zone is one of the source's zone.");

  /** Reads {@code start}: beginning, now, a date, or a date and time, by itself in the zone. */
  static Start read(Values values, ZoneId zone) {
    return values.make(START, text -> of(text, zone)).orElse(new Beginning());
  }

  private static Start of(String text, ZoneId zone) {
    return switch (text) {
      case "beginning" -> new Beginning();
      case "now" -> new Now();
      default -> new At(moment(text, zone));
    };
  }

  private static Instant moment(String text, ZoneId zone) {
    try {
      if (text.matches("\\d{4}-\\d\\d-\\d\\d")) {
        return LocalDate.parse(text).atStartOfDay(zone).toInstant();
      }
      if (text.matches(".*T.*(Z|[+-]\\d\\d:\\d\\d)")) {
        return OffsetDateTime.parse(text).toInstant();
      }
      return LocalDateTime.parse(text).atZone(zone).toInstant();
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "is beginning, now, or a time such as 2026-01-01 or 2026-01-01T00:00Z, not '"
              + text
              + "'",
          e);
    }
  }
}
