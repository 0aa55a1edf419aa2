package com.nexway.dmp.adapter.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the header {@code Retry-After}: seconds, or an HTTP date (RFC 9110, 10.2.3). */
final class RetryAfter {
  /** So that "0" and a date in the past do not make a busy loop. */
  private static final Duration SHORTEST = Duration.ofSeconds(1);

  private static final int LONGEST_NUMBER = 9;

  /** The three forms of an HTTP date (RFC 9110, 5.6.7), without day of the week and zone. */
  private static final List<DateTimeFormatter> DATES =
      Stream.of("d MMM uuuu HH:mm:ss", "d-MMM-uu HH:mm:ss", "MMM d HH:mm:ss uuuu")
          .map(form -> DateTimeFormatter.ofPattern(form, Locale.ENGLISH))
          .toList();

  private static final Pattern DAY_OF_WEEK = Pattern.compile("^\\p{Alpha}+,?\\s+");
  private static final Pattern ZONE = Pattern.compile("\\s+(GMT|UTC|[+-]0000)$");

  /** Several headers of the name stand one behind the other. */
  private static final Pattern NUMBERS = Pattern.compile("(\\d+)(\\s*,.*)?");

  private final Duration cap;

  RetryAfter(Duration cap) {
    this.cap = cap;
  }

  /**
   * @return how long to wait from {@code now}, from a second up to the cap; empty where the header
   *     is absent or says neither of the two
   */
  Optional<Duration> read(@Nullable String header, Instant now) {
    if (header == null) {
      return Optional.empty();
    }
    String text = header.trim();
    Matcher seconds = NUMBERS.matcher(text);
    if (seconds.matches()) {
      return Optional.of(
          seconds.group(1).length() > LONGEST_NUMBER
              ? cap
              : between(Duration.ofSeconds(Integer.parseInt(seconds.group(1)))));
    }
    return date(text).map(date -> between(Duration.between(now, date)));
  }

  private static Optional<Instant> date(String text) {
    String plain =
        ZONE.matcher(DAY_OF_WEEK.matcher(text).replaceFirst(""))
            .replaceFirst("")
            .replaceAll("\\s+", " ");
    for (DateTimeFormatter form : DATES) {
      try {
        return Optional.of(LocalDateTime.parse(plain, form).toInstant(ZoneOffset.UTC));
      } catch (DateTimeParseException e) {
        // Perhaps it is another form.
      }
    }
    return Optional.empty();
  }

  private Duration between(Duration wait) {
    if (wait.compareTo(cap) > 0) {
      return cap;
    }
    return wait.compareTo(SHORTEST) < 0 ? SHORTEST : wait;
  }
}
