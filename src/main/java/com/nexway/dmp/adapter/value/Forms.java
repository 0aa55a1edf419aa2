package com.nexway.dmp.adapter.value;

import java.math.BigInteger;
import java.time.Duration;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The grammar of values: times, sizes, numbers, choices, lists, for config/adapter.yaml, for the
 * environment and for sources alike.
 */
public final class Forms {
  private static final Pattern MEASURE = Pattern.compile("(\\d{1,12})\\s*([a-zA-Z]{1,3})");
  private static final Map<String, Duration> TIMES =
      Map.of(
          "ms", Duration.ofMillis(1),
          "s", Duration.ofSeconds(1),
          "m", Duration.ofMinutes(1),
          "h", Duration.ofHours(1),
          "d", Duration.ofDays(1));
  private static final Map<String, Long> SIZES =
      Map.of("b", 1L, "kb", 1L << 10, "mb", 1L << 20, "gb", 1L << 30);

  private Forms() {}

  /** A whole number. */
  public static Form<Integer> whole(int least, int most) {
    return Form.text(
        "a whole number from %d to %d".formatted(least, most), text -> whole(text, least, most));
  }

  /** A whole number, or the word {@code unlimited}. */
  public static Form<OptionalInt> rate(int most) {
    return Form.text(
        "a whole number from 1 to %d, or unlimited".formatted(most),
        text ->
            text.equals("unlimited")
                ? Optional.of(OptionalInt.empty())
                : whole(text, 1, most).map(OptionalInt::of));
  }

  /** A time such as {@code 30s}; both limits are written the same way. */
  public static Form<Duration> time(String least, String most) {
    Duration from = duration(least).orElseThrow();
    Duration to = duration(most).orElseThrow();
    return Form.text(
            "a time from %s to %s".formatted(least, most),
            text -> duration(text).filter(t -> t.compareTo(from) >= 0 && t.compareTo(to) <= 0))
        .suchAs("500ms, 30s, 5m, 2h or 1d");
  }

  /**
   * A size in bytes such as {@code 1MB}, 1 KB being 1,024 bytes; both limits are written the same
   * way.
   */
  public static Form<Long> size(String least, String most) {
    long from = bytes(least).orElseThrow();
    long to = bytes(most).orElseThrow();
    return Form.text(
            "a size from %s to %s".formatted(least, most),
            text -> bytes(text).filter(size -> size >= from && size <= to))
        .suchAs("64KB, 1MB or 2GB");
  }

  /** One of the constants of an enum, written as {@link #word} says. */
  public static <E extends Enum<E>> Form<E> choice(Class<E> type) {
    List<E> all = List.of(type.getEnumConstants());
    List<String> words = all.stream().map(Forms::word).toList();
    return Form.<E>text(
            "one of " + String.join(", ", words),
            text -> Optional.of(words.indexOf(text)).filter(at -> at >= 0).map(all::get))
        .near(words);
  }

  /** How a constant is written in a file: {@code WHOLE_FILE} as {@code whole-file}. */
  public static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** A time zone of the IANA list. */
  public static Form<ZoneId> zone() {
    List<String> ids = ZoneId.getAvailableZoneIds().stream().sorted().toList();
    return Form.text("a time zone", text -> Optional.of(text).filter(ids::contains).map(ZoneId::of))
        .suchAs("UTC or Europe/Paris")
        .near(ids);
  }

  /** Whatever text, to the letter. */
  public static Form<String> anything(String rule) {
    return new Form<>(rule, "", Form.Shape.TEXT, List.of(), texts -> Optional.of(texts.get(0)));
  }

  /** Text of one line that keeps a rule of its own. */
  public static Form<String> word(String rule, Predicate<String> keeps) {
    return Form.text(rule, text -> Optional.of(text).filter(keeps));
  }

  /** Whatever text, without the blanks at its ends. */
  public static Form<String> word(String rule) {
    return word(rule, text -> true);
  }

  /** Text of one line, 1 to {@code longest} characters. */
  public static Form<String> words(int longest) {
    return word(
        "text of one line, at most " + longest + " characters",
        text ->
            !text.isEmpty()
                && text.length() <= longest
                && text.chars().noneMatch(Character::isISOControl));
  }

  /** A secret, kept as it is written, spaces too. */
  static Form<Secret> secret() {
    return new Form<>(
        "text of one line, at most 1000 characters",
        "",
        Form.Shape.TEXT,
        List.of(),
        texts ->
            Optional.of(texts.get(0))
                .filter(text -> text.length() <= 1000)
                .filter(text -> text.chars().noneMatch(Character::isISOControl))
                .map(Secret::new));
  }

  /** At most so many texts, each of which keeps the rule. */
  public static Form<List<String>> list(String rule, int most, Predicate<String> keeps) {
    return new Form<>(
        "a list of at most %d, each %s".formatted(most, rule),
        "",
        Form.Shape.LIST,
        List.of(),
        texts ->
            texts.size() <= most && texts.stream().allMatch(keeps)
                ? Optional.of(List.copyOf(texts))
                : Optional.empty());
  }

  /** Names and values, such as the properties of a JDBC driver. */
  public static Form<Map<String, String>> map(int most) {
    return new Form<>(
        "a map of at most %d names and values".formatted(most),
        "",
        Form.Shape.MAP,
        List.of(),
        texts -> {
          Map<String, String> entries = new LinkedHashMap<>();
          for (String text : texts) {
            int equals = text.indexOf('=');
            if (equals < 1) {
              return Optional.empty();
            }
            entries.put(text.substring(0, equals).strip(), text.substring(equals + 1).strip());
          }
          return entries.size() <= most ? Optional.of(Map.copyOf(entries)) : Optional.empty();
        });
  }

  static Optional<Duration> duration(String text) {
    Matcher matcher = MEASURE.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    Optional<Duration> unit =
        Optional.ofNullable(TIMES.get(matcher.group(2).toLowerCase(Locale.ROOT)));
    return unit.map(one -> one.multipliedBy(Long.parseLong(matcher.group(1))));
  }

  static Optional<Long> bytes(String text) {
    Matcher matcher = MEASURE.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    Long unit = SIZES.get(matcher.group(2).toLowerCase(Locale.ROOT).replace("ib", "b"));
    if (unit == null) {
      return Optional.empty();
    }
    BigInteger size = BigInteger.valueOf(unit).multiply(new BigInteger(matcher.group(1)));
    return size.bitLength() < 63 ? Optional.of(size.longValue()) : Optional.empty();
  }

  private static Optional<Integer> whole(String text, int least, int most) {
    if (!text.matches("-?\\d{1,9}")) {
      return Optional.empty();
    }
    int number = Integer.parseInt(text);
    return number >= least && number <= most ? Optional.of(number) : Optional.empty();
  }
}
