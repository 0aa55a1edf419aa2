package com.nexway.dmp.adapter.source.database;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * The column that says when a record changed last. Its times are texts in the database's words,
 * whose order is known here: dates and times, and numbers that count seconds or milliseconds since
 * 1970, or just count.
 *
 * @param zone where times are meant that name no zone
 * @param utc what stands behind a moment of UTC
 */
record TimeColumn(ColumnKind kind, ZoneId zone, String utc) {
  private static final DateTimeFormatter WORDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
  private static final BigDecimal MILLISECONDS_FROM = new BigDecimal(100_000_000_000L);

  /** Whether an earlier time can be told. */
  boolean canOverlap() {
    return kind.isCalendar() || kind.isNumber();
  }

  /** An earlier time; the same where none can be told. */
  String minus(String time, Duration overlap) {
    if (kind.isNumber()) {
      BigDecimal number = new BigDecimal(time);
      boolean seconds = number.compareTo(MILLISECONDS_FROM) < 0;
      long count = seconds ? overlap.toSeconds() : overlap.toMillis();
      return number.subtract(BigDecimal.valueOf(count)).toPlainString();
    }
    LocalDateTime clock = kind.isCalendar() ? SqlTime.clock(time) : null;
    return clock == null ? time : words(clock.minus(overlap));
  }

  /** A moment as the column would show it; a number as seconds since 1970. */
  String at(Instant moment) {
    if (kind.isNumber()) {
      return Long.toString(moment.getEpochSecond());
    }
    ZoneId shown = kind == ColumnKind.INSTANT ? ZoneOffset.UTC : zone;
    return words(LocalDateTime.ofInstant(moment, shown));
  }

  private String words(LocalDateTime clock) {
    if (kind == ColumnKind.DATE) {
      return clock.toLocalDate().toString();
    }
    String nanos = "%09d".formatted(clock.getNano()).replaceFirst("0{0,6}$", "");
    return WORDS.format(clock) + "." + nanos + (kind == ColumnKind.INSTANT ? utc : "");
  }

  /** Which of two times is further on; of texts, which only the database can order, the second. */
  int compare(String one, String two) {
    if (kind.isNumber()) {
      return new BigDecimal(one).compareTo(new BigDecimal(two));
    }
    LocalDateTime first = kind.isCalendar() ? SqlTime.clock(one) : null;
    LocalDateTime second = kind.isCalendar() ? SqlTime.clock(two) : null;
    return first == null || second == null ? -1 : first.compareTo(second);
  }

  /**
   * Whether a time lies ahead of now, as far as that can be told: a time without a zone may be that
   * of the easternmost one.
   */
  boolean isAhead(String time, Instant now) {
    LocalDateTime clock = kind.isCalendar() ? SqlTime.clock(time) : null;
    if (clock == null) {
      return false;
    }
    LocalDateTime soon = LocalDateTime.ofInstant(now, ZoneOffset.UTC).plusHours(1);
    return clock.isAfter(kind == ColumnKind.INSTANT ? soon : soon.plusHours(14));
  }
}
