package com.nexway.dmp.adapter.sandbox;

import static com.nexway.dmp.adapter.sandbox.Shape.value;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;

/** The types of the document's values. */
final class DocumentTypes {
  private static final BigDecimal MILLISECONDS = BigDecimal.valueOf(100_000_000_000L);
  private static final int DIGITS_OF_INT64 = 19;

  static final Shape TEXT = value("a string of valid Unicode", DocumentTypes::unicode);
  static final Shape EMAIL =
      value(
          "an e-mail address of the document's pattern",
          v -> v.isTextual() && Email.fits(v.asText()));
  static final Shape DATE =
      value("a date that exists, as yyyy-mm-dd", v -> v.isTextual() && date(v.asText()));
  static final Shape INTEGER = value("a whole number", DocumentTypes::integral);
  static final Shape FLOAT = value("a number that a 64-bit float can hold", DocumentTypes::finite);

  /** "must be the tax ratio, for instance 0.2": read for discountRate as well. */
  static final Shape RATIO =
      value(
          "a ratio from 0 to 1 (0.2 is 20 %)",
          v ->
              v.isNumber()
                  && v.decimalValue().signum() >= 0
                  && v.decimalValue().compareTo(BigDecimal.ONE) <= 0);

  /** "elapsed seconds since Jan, 1st 1970 UTC"; what is larger can only be milliseconds. */
  static final Shape SECONDS =
      value(
          "whole seconds since 1970-01-01 UTC (not milliseconds)",
          v -> integral(v) && v.decimalValue().compareTo(MILLISECONDS) < 0);

  /** "may contain unix EOL characters (ascii 0x0A)": no others. */
  static final Shape STREET =
      value("a string whose lines end in LF", v -> unicode(v) && v.asText().indexOf('\r') < 0);

  private DocumentTypes() {}

  /** Whether the text can be written in UTF-8: a half of a surrogate pair cannot. */
  private static boolean unicode(JsonNode value) {
    return value.isTextual() && StandardCharsets.UTF_8.newEncoder().canEncode(value.asText());
  }

  private static boolean finite(JsonNode value) {
    return value.isNumber() && Double.isFinite(value.decimalValue().doubleValue());
  }

  /** Whether the value is one of int64, however it is written: the document's example has 1e+09. */
  private static boolean integral(JsonNode value) {
    if (!value.isNumber()) {
      return false;
    }
    BigDecimal number = value.decimalValue().stripTrailingZeros();
    return number.scale() <= 0
        && (long) number.precision() - number.scale() <= DIGITS_OF_INT64
        && number.toBigInteger().bitLength() < Long.SIZE;
  }

  private static boolean date(String text) {
    if (text.length() != "yyyy-mm-dd".length() || text.charAt(0) == '+' || text.charAt(0) == '-') {
      return false;
    }
    try {
      LocalDate.parse(text);
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }
}
