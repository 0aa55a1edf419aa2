package com.nexway.dmp.adapter.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.nexway.dmp.adapter.yaml.Nearest;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What is wrong with a value, and what to write instead, in a shop owner's words. */
final class Wording {
  /** Begins the messages of rules that the document does not state. */
  static final String OURS = "our rule: ";

  static final String NO_UNICODE =
      "has half of a character, which no other program can read: write the text again as UTF-8";

  static final String TOO_LONG = OURS + "has more than 1,000 digits: shorten it";

  private static final BigDecimal MILLISECONDS_FROM = new BigDecimal("1e11");
  private static final BigDecimal MILLISECONDS_TO = new BigDecimal("1e14");
  private static final BigDecimal HUNDRED = new BigDecimal(100);
  private static final Map<String, String> PATH_BY_NAME = pathByName();

  private Wording() {}

  static String missing(Property property) {
    String meaning = property.meaning().isEmpty() ? "" : ": " + property.meaning();
    return property.mandatory()
        ? "is missing" + meaning + " (" + form(property) + ")"
        : "is missing, and the document may expect it" + meaning + " (" + form(property) + ")";
  }

  static String isNull(Property property) {
    return property.mandatory()
        ? "must not be null: write " + form(property)
        : "must not be null: leave the property out where there is no value";
  }

  static String unknown(Property parent, String name) {
    String shown = Shown.cut(name);
    String where = parent.path().isEmpty() ? "an event" : parent.path();
    Optional<String> sibling = Nearest.to(name, parent.members().keySet());
    Optional<String> near =
        sibling.isPresent()
            ? sibling
            : Nearest.to(name, PATH_BY_NAME.keySet()).map(PATH_BY_NAME::get);
    return OURS
        + "in the document, "
        + where
        + " has no property '"
        + shown
        + "'; "
        + near.map(word -> "did you mean " + word + "?").orElse("leave it out");
  }

  static String notObject(Property property) {
    return "must be an object with " + String.join(", ", property.members().keySet());
  }

  static String notList(Property property, JsonNode value) {
    return value.isObject() || value.isTextual() && property.item().kind() == Kind.STRING
        ? "must be a list, also where it holds one element: put [ ] around it"
        : "must be a list, in [ ]";
  }

  static String notText(Property property, JsonNode value) {
    if (value.isContainerNode()) {
      return "must be " + form(property);
    }
    String text = value.isNumber() ? Shown.value(value) : value.asText();
    return "must be text, in quotes: write \"" + text + "\"";
  }

  static String notListed(Property property, String text) {
    String list = String.join(", ", property.values());
    return Nearest.to(text, property.values())
        .map(near -> "is none of the document's values: did you mean " + near + "?")
        .orElse("is none of the document's values: write one of " + list);
  }

  static String notNumber(Property property, JsonNode value) {
    String must = "must be " + form(property);
    if (!value.isTextual()) {
      return must;
    }
    String text = value.textValue().strip();
    if (text.matches("-?\\d{1,30}([.,]\\d{1,30})?")) {
      return must + ", without quotes: write " + text.replace(',', '.');
    }
    return property.isTime() ? must + moment(text) : must;
  }

  private static String moment(String text) {
    try {
      return ": write " + Instant.parse(text).getEpochSecond();
    } catch (DateTimeException e) {
      return "";
    }
  }

  static String notWhole(Property property, BigDecimal number) {
    String must = "must be " + form(property);
    return number.precision() > 30 ? must : must + ", without a fraction";
  }

  static String outside(Property property, BigDecimal number) {
    if (property.isRatio()) {
      return (property.name().equals("discountRate") ? OURS : "") + ratio(property, number);
    }
    if (!property.isTime() || number.signum() < 0) {
      return "is more than a number of 64 bits can hold";
    }
    if (number.compareTo(MILLISECONDS_FROM) >= 0 && number.compareTo(MILLISECONDS_TO) < 0) {
      BigDecimal seconds = number.movePointLeft(3).setScale(0, RoundingMode.FLOOR);
      return OURS + "must be seconds, and this must be milliseconds: write " + seconds;
    }
    return OURS + "must be seconds since 1970-01-01 UTC, and this is not: it must be below 10^11";
  }

  private static String ratio(Property property, BigDecimal number) {
    String must = property.name() + " is a ratio from 0 to 1";
    if (number.signum() < 0 || number.compareTo(HUNDRED) > 0) {
      return must + ": 20 % is written 0.2";
    }
    String percent = Shown.number(number);
    BigDecimal ratio = number.movePointLeft(2).stripTrailingZeros();
    return must + ": " + percent + " is " + percent + " %: write " + Shown.number(ratio);
  }

  /** The form of a value: {@code text, in quotes}. */
  private static String form(Property property) {
    return switch (property.kind()) {
      case OBJECT -> "an object with " + String.join(", ", property.members().keySet());
      case ARRAY -> "a list, in [ ]";
      case STRING ->
          property.values().isEmpty()
              ? "text, in quotes"
              : "one of " + String.join(", ", property.values());
      case DATE -> "a date as \"1968-05-10\"";
      case INT64 -> "seconds since 1970-01-01 UTC as a whole number, such as 1700000000";
      case INTEGER -> "a whole number, such as 2";
      case FLOAT -> property.isRatio() ? "a ratio, such as 0.2" : "a number, such as 19.90";
    };
  }

  private static Map<String, String> pathByName() {
    Map<String, String> byName = new HashMap<>();
    for (String path : EventDocument.document().paths()) {
      byName.putIfAbsent(EventDocument.document().find(path).orElseThrow().name(), path);
    }
    return byName;
  }
}
