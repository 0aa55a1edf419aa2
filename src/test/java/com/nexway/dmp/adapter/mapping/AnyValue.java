package com.nexway.dmp.adapter.mapping;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Whatever a source may hold, and more. */
final class AnyValue {
  private static final String[] TEXTS = {
    "",
    " ",
    "1",
    "-0",
    "1,5",
    "1.234,56",
    "20%",
    "0000-00-00",
    "2026-03-29 02:30:00",
    "31/12/2026",
    "05/27",
    "EUR",
    "fr",
    "ann@example.com",
    "6.63424E+12",
    "true",
    "cancel",
    "1E+1000000",
    "\ud800",
    "&amp;",
    "a;b;;c",
    "\u0000",
    "never",
    "x",
    "NaN",
    "Infinity",
    "😄",
    "e\u0301",
    "ß",
    "2026-03-01T10:00:00Z",
    "1772359200123",
    "\u202e",
    "deleted@site.invalid",
    "%",
    "+",
    "5e-324"
  };

  private static final Object[] OTHERS = {
    new BigDecimal("1E+1000000"),
    new BigDecimal("1E-1000000"),
    BigInteger.valueOf(7).pow(5000),
    new BigDecimal("19.90"),
    BigDecimal.ZERO,
    Double.NaN,
    Float.POSITIVE_INFINITY,
    0.1,
    true,
    false,
    Instant.MAX,
    Instant.MIN,
    Instant.EPOCH,
    LocalDate.MIN,
    LocalDate.of(2026, 3, 1),
    LocalDateTime.MAX,
    LocalDateTime.of(2026, 10, 25, 2, 30),
    OffsetDateTime.MIN,
    ZonedDateTime.of(2026, 3, 1, 1, 1, 1, 1, ZoneId.of("Europe/Paris")),
    LocalTime.NOON,
    new byte[] {1},
    'c',
    new Object(),
    Long.MAX_VALUE,
    Long.MIN_VALUE,
    0L,
    1L,
    (short) 3,
    7
  };

  private final Random random;

  AnyValue(Random random) {
    this.random = random;
  }

  @Nullable Object next() {
    return next(0);
  }

  private @Nullable Object next(int depth) {
    return switch (random.nextInt(depth > 3 ? 8 : 12)) {
      case 0 -> null;
      case 1, 2, 3 -> TEXTS[random.nextInt(TEXTS.length)];
      case 4, 5 -> OTHERS[random.nextInt(OTHERS.length)];
      case 6 -> text();
      case 7 ->
          new BigDecimal(new BigInteger(random.nextInt(400) + 1, random), random.nextInt(80) - 40);
      case 8, 9 -> {
        List<@Nullable Object> list = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
          list.add(next(depth + 1));
        }
        yield list;
      }
      default -> map(depth + 1, "a", "b", "c", "d", "", "0", "a.b");
    };
  }

  /** A map of some of these names. */
  Map<String, Object> map(int depth, String... names) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (String name : names) {
      if (random.nextInt(3) > 0) {
        map.put(name, next(depth));
      }
    }
    return map;
  }

  /** A text of any characters, halves of pairs among them. */
  String text() {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(30); i > 0; i--) {
      switch (random.nextInt(4)) {
        case 0 -> text.append((char) random.nextInt(65_536));
        case 1 -> text.appendCodePoint(random.nextInt(0x110000));
        default -> text.append((char) (' ' + random.nextInt(95)));
      }
    }
    return text.toString();
  }
}
