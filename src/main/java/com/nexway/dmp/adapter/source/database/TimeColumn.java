package com.nexway.dmp.adapter.source.database;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The column that says when a record changed last. Its times are texts in the database's words,
 * whose order is known here: dates and times, and numbers that count seconds, milliseconds,
 * microseconds or nanoseconds since 1970, or just count.
 *
 * @param zone where times are meant that name no zone
 * @param utc what stands behind a moment of UTC
 */
record TimeColumn(ColumnKind kind, ZoneId zone, String utc) {
  private static final Pattern NUMBER = Pattern.compile("[+-]?[\\d.]+([eE][+-]?\\d+)?");
  private static final DateTimeFormatter WORDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

  /** Seconds are less until the year 5138, milliseconds are more since March 1973; and so on. */
  static final BigDecimal MILLISECONDS_FROM = new BigDecimal(100_000_000_000L);

  static final BigDecimal MICROSECONDS_FROM = MILLISECONDS_FROM.movePointRight(3);
  static final BigDecimal NANOSECONDS_FROM = MICROSECONDS_FROM.movePointRight(3);

  /** What is less, before 2001, just counts; so does what would be a time beyond the year 5138. */
  private static final BigDecimal SECONDS_FROM = new BigDecimal(1_000_000_000L);

  private static final BigDecimal NANOSECONDS_TO = NANOSECONDS_FROM.movePointRight(3);

  /** Whether a text can be a time of this column. */
  boolean isOne(String time) {
    return kind.isNumber()
        ? NUMBER.matcher(time).matches()
        : !kind.isCalendar() || SqlTime.clock(time) != null;
  }

  /** Whether an earlier time can be told. */
  boolean canOverlap() {
    return kind.isCalendar() || kind.isNumber();
  }

  /**
   * Where a run begins that reads an overlap behind a time again; the same where none can be told.
   * The hour that a zone's clock goes through twice is read as a whole, for its second half looks
   * like times that were read already.
   */
  String minus(String time, Duration overlap) {
    if (kind.isNumber()) {
      BigDecimal number = new BigDecimal(time);
      return number.subtract(count(overlap, digits(number))).toPlainString();
    }
    LocalDateTime clock = kind.isCalendar() ? SqlTime.clock(time) : null;
    if (clock == null) {
      return time;
    }
    LocalDateTime earlier = beforeHourThatComesTwice(clock, clock.minus(overlap));
    return earlier.equals(clock) ? time : words(earlier);
  }

  private LocalDateTime beforeHourThatComesTwice(LocalDateTime clock, LocalDateTime earlier) {
    if (kind != ColumnKind.LOCAL) {
      return earlier;
    }
    Instant latest = clock.atZone(zone).withLaterOffsetAtOverlap().toInstant();
    ZoneOffsetTransition change = zone.getRules().previousTransition(latest.plusNanos(1));
    boolean twice =
        change != null && change.isOverlap() && earlier.isBefore(change.getDateTimeBefore());
    return twice && change.getDateTimeAfter().isBefore(earlier)
        ? change.getDateTimeAfter()
        : earlier;
  }

  /** How many digits of a number are parts of a second. */
  private static int digits(BigDecimal number) {
    if (number.compareTo(MILLISECONDS_FROM) < 0) {
      return 0;
    }
    return number.compareTo(MICROSECONDS_FROM) < 0
        ? 3
        : number.compareTo(NANOSECONDS_FROM) < 0 ? 6 : 9;
  }

  private static BigDecimal count(Duration time, int digits) {
    return new BigDecimal(time.getSeconds())
        .add(BigDecimal.valueOf(time.getNano(), 9))
        .movePointRight(digits)
        .setScale(0, RoundingMode.DOWN);
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
   * How far a time lies ahead of now, in the zone that it is written in; zero where it does not, or
   * nobody can tell. Of a time that comes twice, the first is meant.
   */
  Duration ahead(String time, Instant now) {
    Instant moment = moment(time);
    return moment == null || !moment.isAfter(now) ? Duration.ZERO : Duration.between(now, moment);
  }

  /** The moment of a time; null where it just counts, or nobody can tell. */
  @Nullable Instant moment(String time) {
    if (kind.isNumber()) {
      BigDecimal number = new BigDecimal(time);
      if (number.compareTo(SECONDS_FROM) < 0 || number.compareTo(NANOSECONDS_TO) > 0) {
        return null;
      }
      BigDecimal seconds = number.movePointLeft(digits(number));
      BigDecimal part = seconds.remainder(BigDecimal.ONE).movePointRight(9);
      return Instant.ofEpochSecond(seconds.longValue(), part.longValue());
    }
    LocalDateTime clock = kind.isCalendar() ? SqlTime.clock(time) : null;
    ZoneId written = kind == ColumnKind.INSTANT ? ZoneOffset.UTC : zone;
    return clock == null ? null : clock.atZone(written).toInstant();
  }

  /** A time, but now where it lies ahead of now. */
  String atMost(String time, Instant now) {
    if (ahead(time, now).isZero()) {
      return time;
    }
    return kind.isNumber()
        ? count(Duration.between(Instant.EPOCH, now), digits(new BigDecimal(time))).toPlainString()
        : at(now);
  }
}
