package com.nexway.dmp.adapter.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the header {@code Retry-After}: seconds, or an HTTP date (RFC 9110, 10.2.3). */
final class RetryAfter {
  /** So that "0" and a date in the past do not make a busy loop. */
  private static final Duration SHORTEST = Duration.ofSeconds(1);

  private static final int LONGEST_NUMBER = 9;
  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ROOT);

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
    if (!text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return Optional.of(
          text.length() > LONGEST_NUMBER
              ? cap
              : between(Duration.ofSeconds(Integer.parseInt(text))));
    }
    try {
      Instant date = ZonedDateTime.parse(text, HTTP_DATE).toInstant();
      return Optional.of(between(Duration.between(now, date)));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private Duration between(Duration wait) {
    if (wait.compareTo(cap) > 0) {
      return cap;
    }
    return wait.compareTo(SHORTEST) < 0 ? SHORTEST : wait;
  }
}
