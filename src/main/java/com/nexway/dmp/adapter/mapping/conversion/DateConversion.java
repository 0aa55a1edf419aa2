package com.nexway.dmp.adapter.mapping.conversion;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.Temporal;
import org.jspecify.annotations.Nullable;

/**
 * To a date as RFC 3339 writes it.
 *
 * @param expiry whether it is a card's expiry, which may be a month alone: 05/27 and 2027-05 are
 *     2027-05-01
 */
record DateConversion(Notation notation, boolean expiry) implements Conversion {
  @Override
  public @Nullable JsonNode convert(Object value, Doubts doubts) throws Misfit {
    if (expiry && value instanceof String text && notation.format() == null) {
      LocalDate month = month(text);
      if (month != null) {
        return TextNode.valueOf(month.toString());
      }
    }
    Temporal read = Temporals.read(value, notation);
    if (read == null) {
      return null;
    }
    LocalDate date = date(read);
    if (date.getYear() < 1 || date.getYear() > 9999) {
      throw new Misfit("'" + Texts.describe(value) + "' lies outside the years 1 to 9999");
    }
    return TextNode.valueOf(date.toString());
  }

  private LocalDate date(Temporal read) throws Misfit {
    if (read instanceof LocalDate date) {
      return date;
    }
    if (read instanceof LocalDateTime time) {
      return time.toLocalDate();
    }
    if (read instanceof OffsetDateTime time) {
      return time.toLocalDate();
    }
    ZoneId zone = notation.zone();
    if (zone == null) {
      throw new Misfit(
          "'"
              + read
              + "' is a moment, and its date depends on the zone; write zone: UTC or another");
    }
    return ((Instant) read).atZone(zone).toLocalDate();
  }

  /** Month and year in either order, the year with two digits or four; null where it is neither. */
  private static @Nullable LocalDate month(String text) {
    String[] parts = text.split("[-/. ]", -1);
    boolean zeroDay = parts.length == 3 && (parts[2].equals("00") || parts[2].equals("0"));
    if (parts.length != 2 && !zeroDay) {
      return null;
    }
    boolean yearFirst = parts[0].length() == 4;
    String year = parts[yearFirst ? 0 : 1];
    String month = parts[yearFirst ? 1 : 0];
    if (month.length() > 2 || year.length() != 4 && year.length() != 2 || zeroDay && !yearFirst) {
      return null;
    }
    try {
      int number = Integer.parseInt(year);
      return LocalDate.of(year.length() == 2 ? 2000 + number : number, Integer.parseInt(month), 1);
    } catch (NumberFormatException | DateTimeException e) {
      return null;
    }
  }
}
