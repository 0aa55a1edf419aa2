package com.nexway.dmp.adapter.mapping.conversion;

import static java.nio.charset.StandardCharsets.UTF_16BE;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Values of a source as text. */
public final class Texts {
  private static final int LONGEST = 200;

  private Texts() {}

  /**
   * A single value as text: digits of a number in full, a date or time as ISO 8601.
   *
   * @throws Misfit for lists, objects, binary data and numbers too long to write out
   */
  public static String of(Object value) throws Misfit {
    if (value instanceof String text) {
      return text;
    }
    if (value instanceof Number number) {
      return of(number);
    }
    if (value instanceof LocalDateTime time) {
      return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time);
    }
    if (value instanceof Boolean
        || value instanceof TemporalAccessor
        || value instanceof UUID
        || value instanceof Character) {
      return value.toString();
    }
    if (value instanceof Collection<?> || value instanceof Map<?, ?>) {
      throw new Misfit(
          "this holds " + describe(value) + ", not one value; name a part of it, as in a.b or a.0");
    }
    throw new Misfit("this holds data that is not text; select it as text in the source");
  }

  private static String of(Number number) throws Misfit {
    if (number instanceof Long || number instanceof Integer || number instanceof Short) {
      return number.toString();
    }
    BigDecimal exact = Decimals.of(number, null);
    BigDecimal plain = exact.stripTrailingZeros();
    // 1001.00 from a DECIMAL column is the id 1001; 2.50 keeps its digits.
    return plain.scale() <= 0 ? plain.toPlainString() : exact.toPlainString();
  }

  /** What a value is, for a message; never longer than a line. */
  public static String describe(Object value) {
    if (value instanceof Collection<?> list) {
      return "a list of " + list.size();
    }
    if (value instanceof Map<?, ?> map) {
      return "an object with " + map.size() + (map.size() == 1 ? " entry" : " entries");
    }
    if (value instanceof BigDecimal decimal && decimal.unscaledValue().bitLength() > 1_000
        || value instanceof BigInteger integer && integer.bitLength() > 1_000) {
      return "a number of more than 300 digits";
    }
    if (value instanceof byte[] bytes) {
      return bytes.length + " bytes";
    }
    // Of a number toString, never toPlainString: 1E+1000000 must not be written out.
    return value.getClass().getName().startsWith("java.")
        ? cut(wellFormed(value.toString()))
        : "something that is not text";
  }

  private static String cut(String text) {
    if (text.length() <= LONGEST) {
      return text;
    }
    int end = LONGEST - 1;
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
  }

  /** The text with each half of a surrogate pair that stands alone replaced by U+FFFD. */
  public static String wellFormed(String text) {
    int length = text.length();
    for (int i = 0; i < length; i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        return new String(text.getBytes(UTF_16BE), UTF_16BE);
      }
    }
    return text;
  }

  /** The text without white space, no-break spaces and what nobody sees at its edges. */
  public static String trimmed(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && isBlank(text.charAt(start))) {
      start++;
    }
    while (end > start && isBlank(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  private static boolean isBlank(char c) {
    return c <= ' '
        || (c >= 0x7f
            && (Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.getType(c) == Character.FORMAT));
  }
}
