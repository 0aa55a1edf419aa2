package com.nexway.dmp.adapter.source.database;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far a database was read: the time and the id of the last record, in the types that the
 * database gave them, so that they go back into its query unharmed.
 *
 * @param id null where only a time is known
 */
record Cursor(Object time, @Nullable Object id) {

  /** An earlier time, as the time column counts; empty where it holds no time. */
  Optional<Object> minus(Duration overlap) {
    if (time instanceof LocalDateTime local) {
      return Optional.of(local.minus(overlap));
    }
    if (time instanceof OffsetDateTime offset) {
      return Optional.of(offset.minus(overlap));
    }
    if (time instanceof LocalDate date) {
      return Optional.of(date.minusDays(1));
    }
    if (time instanceof Long number) {
      boolean seconds = number < 100_000_000_000L;
      return Optional.of(number - (seconds ? overlap.toSeconds() : overlap.toMillis()));
    }
    return Optional.empty();
  }

  /**
   * Whether its time lies ahead of now, as far as that can be told: a time without a zone may be
   * that of the easternmost one.
   */
  boolean isAhead(Instant now) {
    OffsetDateTime soon = now.atOffset(ZoneOffset.UTC).plusHours(1);
    LocalDateTime easternmost = soon.plusHours(14).toLocalDateTime();
    if (time instanceof LocalDateTime local) {
      return local.isAfter(easternmost);
    }
    if (time instanceof LocalDate date) {
      return date.isAfter(easternmost.toLocalDate());
    }
    return time instanceof OffsetDateTime offset && offset.isAfter(soon);
  }

  /** Whether another one is further on. */
  boolean isBefore(Cursor other) {
    int order = compare(time, other.time);
    return order < 0 || (order == 0 && (id == null || compare(id, other.id) < 0));
  }

  @SuppressWarnings("unchecked") // equal classes whose values compare with each other
  private static int compare(Object one, @Nullable Object two) {
    if (two == null) {
      return 1;
    }
    if (one.getClass() != two.getClass() || !(one instanceof Comparable<?>)) {
      return one.equals(two) ? 0 : -1;
    }
    return ((Comparable<Object>) one).compareTo(two);
  }

  void write(ObjectNode into) {
    put(into, "time", time);
    if (id != null) {
      put(into, "id", id);
    }
  }

  static @Nullable Cursor read(JsonNode from) {
    Object time = value(from.path("time"));
    return time == null ? null : new Cursor(time, value(from.path("id")));
  }

  private static void put(ObjectNode into, String name, Object value) {
    into.putObject(name).put(kind(value), value.toString());
  }

  private static String kind(Object value) {
    if (value instanceof Long || value instanceof BigInteger) {
      return "whole";
    }
    if (value instanceof BigDecimal) {
      return "decimal";
    }
    if (value instanceof LocalDateTime) {
      return "local";
    }
    if (value instanceof OffsetDateTime) {
      return "offset";
    }
    return value instanceof LocalDate ? "date" : "text";
  }

  private static @Nullable Object value(JsonNode node) {
    if (!node.fieldNames().hasNext()) {
      return null;
    }
    String kind = node.fieldNames().next();
    String text = node.path(kind).asText();
    return switch (kind) {
      case "whole" -> whole(new BigInteger(text));
      case "decimal" -> new BigDecimal(text);
      case "local" -> LocalDateTime.parse(text);
      case "offset" -> OffsetDateTime.parse(text);
      case "date" -> LocalDate.parse(text);
      default -> text;
    };
  }

  private static Object whole(BigInteger number) {
    return number.bitLength() < 64 ? (Object) number.longValueExact() : number;
  }
}
