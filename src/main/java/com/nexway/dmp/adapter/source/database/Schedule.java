package com.nexway.dmp.adapter.source.database;

import com.nexway.dmp.adapter.value.Forms;
import com.nexway.dmp.adapter.value.Key;
import com.nexway.dmp.adapter.value.Values;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;
import org.quartz.CronExpression;

/** When a database is read. */
public sealed interface Schedule {
  /**
   * Whether a run fell due between {@code last}, when the last one began, and {@code now}.
   *
   * @param last null where there was none; then none was missed
   */
  default boolean missed(@Nullable Instant last, Instant now) {
    return last != null && !next(last).isAfter(now);
  }

  /**
   * When the run behind one that began at {@code last} is due.
   *
   * @param last when a run began
   */
  Instant next(Instant last);

  /** At a fixed interval, and once at start. */
  record Every(Duration interval) implements Schedule {
    @Override
    public Instant next(Instant last) {
      return last.plus(interval);
    }
  }

  /** At the times of a calendar, on the clock of a zone. */
  record Cron(String expression, ZoneId zone) implements Schedule {
    @Override
    public Instant next(Instant last) {
      Date next = parse(expression, zone).getNextValidTimeAfter(Date.from(last));
      return next == null ? Instant.MAX : next.toInstant();
    }
  }

  /** The interval. */
  Key<Duration> EVERY =
      Key.of("every", Forms.time("100ms", "31d"), "60s", "The time between two runs.");

  /** The calendar. */
  Key<String> CRON =
      Key.unset(
          "cron",
          Forms.word("six fields: second minute hour day-of-month month day-of-week"),
          "Instead of every, times of day as Quartz writes them, such as 0 30 3 * * ? for 03:30"
              + " each day.");

  /** Reads {@code cron} with {@code zone}, or else {@code every}. */
  static Schedule read(Values values, ZoneId zone) {
    Duration every = values.get(EVERY);
    return values
        .<Schedule>make(
            CRON,
            text -> {
              parse(text, zone);
              return new Cron(text, zone);
            })
        .orElse(new Every(every));
  }

  private static CronExpression parse(String text, ZoneId zone) {
    try {
      CronExpression expression = new CronExpression(text);
      expression.setTimeZone(TimeZone.getTimeZone(zone));
      return expression;
    } catch (ParseException e) {
      throw new IllegalArgumentException(
          ("is six fields (second minute hour day-of-month month day-of-week), such as"
                  + " '0 30 3 * * ?' for 03:30 each day, not '%s': %s")
              .formatted(text, e.getMessage()),
          e);
    }
  }
}
