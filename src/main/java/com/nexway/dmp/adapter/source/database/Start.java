package com.nexway.dmp.adapter.source.database;

import com.nexway.dmp.adapter.source.Parameters;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Where the first run of a source begins. */
public sealed interface Start {
  /** With the oldest record. */
  record Beginning() implements Start {}

  /** With what changes from now on. */
  record Now() implements Start {}

  /**
   * With what changed from a moment on.
   *
   * @param time on the clock of the time column
   */
  record At(LocalDateTime time) implements Start {
    @Override
    public Object noEarlier(Object since) {
      if (since instanceof LocalDateTime local) {
        return local.isBefore(time) ? time : local;
      }
      if (since instanceof OffsetDateTime offset) {
        OffsetDateTime first = time.atOffset(ZoneOffset.UTC);
        return offset.isBefore(first) ? first : offset;
      }
      if (since instanceof LocalDate date) {
        return date.isBefore(time.toLocalDate()) ? time.toLocalDate() : date;
      }
      return since;
    }
  }

  /** A time to read from, or the start itself where the time lies before it. */
  default Object noEarlier(Object since) {
    return since;
  }

  /** Reads {@code start}: beginning, now, a date, or a date and time. */
  static Start read(Parameters values) {
    Start start = values.value("start", Start::of);
    return start == null ? new Beginning() : start;
  }

  private static Start of(String text) {
    return switch (text) {
      case "beginning" -> new Beginning();
      case "now" -> new Now();
      default -> new At(time(text));
    };
  }

  private static LocalDateTime time(String text) {
    try {
      if (text.matches("\\d{4}-\\d\\d-\\d\\d")) {
        return LocalDate.parse(text).atStartOfDay();
      }
      if (text.matches(".*T.*(Z|[+-]\\d\\d:\\d\\d)")) {
        return OffsetDateTime.parse(text).atZoneSameInstant(ZoneOffset.UTC).toLocalDateTime();
      }
      return LocalDateTime.parse(text);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "is beginning, now, or a time such as 2026-01-01 or 2026-01-01T00:00Z, not '"
              + text
              + "'",
          e);
    }
  }
}
