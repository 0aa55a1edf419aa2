package com.nexway.dmp.adapter.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.nexway.dmp.adapter.yaml.Nearest;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What is wrong with a value, and what to write instead, in a shop owner's words. */
final class Wording {
  /** Begins the messages of rules that the document does not state. */
  static final String OURS = "our rule: ";

  static final String NO_UNICODE =
      "has half of a character, which no other program can read: write the text again as UTF-8";

  static final String TOO_LONG = OURS + "has more than 1,000 digits: shorten it";

  /** Seconds of the year 5138 on are read as milliseconds, and milliseconds up to that year. */
  private static final BigDecimal MILLISECONDS_TO = new BigDecimal("1e14");

  private static final BigDecimal PERCENT_FROM = new BigDecimal(2);
  private static final BigDecimal PERCENT_TO = new BigDecimal(100);
  private static final int SHORTEST_WORD = 3;
  private static final Pattern NUMERAL = Pattern.compile("-?\\d{1,30}([.,]\\d{1,30})?");
  private static final Map<String, String> PATH_BY_NAME = pathByName();

  private Wording() {}

  static String missing(Property property) {
    return (property.mandatory() ? "is missing" : "is missing, though it may be expected")
        + (property.meaning().isEmpty() ? "" : ": " + property.meaning())
        + " ("
        + form(property)
        + ")";
  }

  static String isNull(Property property) {
    return property.mandatory()
        ? "must not be null: write " + form(property)
        : "must not be null: leave the property out where there is no value";
  }

  static String unknown(Property parent, String name) {
    String in = parent.path().isEmpty() ? "" : parent.path() + ".";
    Optional<String> sibling = Nearest.to(name, parent.members().keySet()).map(near -> in + near);
    Optional<String> near =
        sibling.isPresent()
            ? sibling
            : Nearest.to(name, PATH_BY_NAME.keySet()).map(PATH_BY_NAME::get);
    return OURS
        + "the document has no property "
        + in
        + Shown.cut(name)
        + near.map(path -> "; did you mean " + path + "?").orElse(": leave it out");
  }

  static String notObject(Property property) {
    return "must be " + form(property);
  }

  static String notList(Property property, JsonNode value) {
    boolean isElement =
        value.isObject() || value.isTextual() && property.item().kind() == Kind.STRING;
    return isElement
        ? "must be a list, also where it holds one element: put [ ] around it"
        : "must be " + form(property);
  }

  static String notText(Property property, JsonNode value) {
    if (value.isContainerNode() || !property.values().isEmpty() || property.kind() == Kind.DATE) {
      return "must be " + form(property);
    }
    String text = value.isNumber() ? Shown.value(value) : value.asText();
    return "must be text: write it in quotes, \"" + text + "\"";
  }

  static String notListed(Property property, String text) {
    String list = "write one of " + String.join(", ", property.values());
    Optional<String> near =
        text.length() < SHORTEST_WORD && !property.values().contains(text.toUpperCase(Locale.ROOT))
            ? Optional.empty()
            : Nearest.to(text, property.values());
    return "is none of the document's values: "
        + near.map(word -> "did you mean " + word + "?").orElse(list);
  }

  static String notNumber(Property property, JsonNode value) {
    String must = "must be " + form(property);
    if (!value.isTextual()) {
      return must;
    }
    String text = value.textValue().strip();
    if (NUMERAL.matcher(text).matches()) {
      return must + ", without quotes" + suggested(property, text.replace(',', '.'));
    }
    return property.isTime() ? must + moment(text) : must;
  }

  /** A numeral as it should be written, where it would then be right. */
  private static String suggested(Property property, String numeral) {
    BigDecimal number = new BigDecimal(numeral);
    boolean isRight =
        (property.range() == null || property.range().holds(number))
            && (property.kind() == Kind.FLOAT || Range.isWhole(number));
    return isRight ? ": write " + number.toPlainString() : "";
  }

  private static String moment(String text) {
    try {
      return ": write " + Instant.parse(text).getEpochSecond();
    } catch (DateTimeException e) {
      return "";
    }
  }

  static String notWhole(Property property) {
    return "must be " + form(property) + ", without a fraction";
  }

  static String outside(Property property, BigDecimal number) {
    if (property.isRatio()) {
      return (property.name().equals("discountRate") ? OURS : "") + ratio(number);
    }
    if (!property.isTime() || number.signum() < 0) {
      return "is beyond what a number of 64 bits can hold";
    }
    if (number.compareTo(MILLISECONDS_TO) < 0) {
      BigDecimal seconds = number.movePointLeft(3).setScale(0, RoundingMode.FLOOR);
      return OURS + "must be seconds, and this looks like milliseconds: write " + seconds;
    }
    return OURS + "must be seconds since 1970-01-01 UTC, which this cannot be";
  }

  /** From 2 to 100 a percentage is meant; between 1 and 2 it may be a factor such as 1.2. */
  private static String ratio(BigDecimal number) {
    String must = "must be a ratio from 0 to 1";
    if (number.compareTo(PERCENT_FROM) < 0 || number.compareTo(PERCENT_TO) > 0) {
      return must + ": 20 % is written 0.2";
    }
    String percent = Shown.number(number);
    BigDecimal ratio = number.movePointLeft(2).stripTrailingZeros();
    return must + ": " + percent + " is " + percent + " %: write " + Shown.number(ratio);
  }

  /** The form of a value, such as {@code a whole number, such as 2}. */
  private static String form(Property property) {
    return switch (property.kind()) {
      case OBJECT -> "an object with " + members(property);
      case ARRAY -> "a list, in [ ]";
      case STRING ->
          property.values().isEmpty() ? "text" : "one of " + String.join(", ", property.values());
      case DATE -> "a date as text, such as 1968-05-10";
      case INT64 -> "seconds since 1970-01-01 UTC as a whole number, such as 1700000000";
      case INTEGER -> "a whole number, such as 2";
      case FLOAT -> property.isRatio() ? "a ratio, such as 0.2" : "a number, such as 19.90";
    };
  }

  private static String members(Property property) {
    List<String> mandatory =
        property.members().values().stream()
            .filter(Property::mandatory)
            .map(Property::name)
            .toList();
    return mandatory.isEmpty()
        ? String.join(", ", property.members().keySet())
        : "at least " + String.join(", ", mandatory);
  }

  private static Map<String, String> pathByName() {
    Map<String, String> byName = new HashMap<>();
    for (String path : EventDocument.document().paths()) {
      byName.putIfAbsent(EventDocument.document().find(path).orElseThrow().name(), path);
    }
    return byName;
  }
}
