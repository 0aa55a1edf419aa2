package com.nexway.dmp.adapter.mapping.conversion;

import com.fasterxml.jackson.databind.JsonNode;
import com.nexway.dmp.adapter.event.Property;
import org.jspecify.annotations.Nullable;

/** Turns a value of a source into the JSON of one property. */
@FunctionalInterface
public interface Conversion {
  /**
   * @param value text that is not empty, a number, a boolean or a {@code java.time} value
   * @param doubts takes warnings
   * @return the JSON; null where the value stands for nothing, such as {@code 0000-00-00}
   * @throws Misfit where the value cannot become what the property needs
   */
  @Nullable JsonNode convert(Object value, Doubts doubts) throws Misfit;

  /** The conversion that a property's documented type asks for; a mapping's version is one too. */
  static Conversion to(Property target, Notation notation) {
    return switch (target.kind()) {
      case STRING -> text(target);
      case INT64 ->
          target.name().equals("version")
              ? new VersionConversion(notation)
              : new TimeConversion(notation);
      case INTEGER -> new WholeConversion(notation);
      case FLOAT -> new DecimalConversion(notation, target.isRatio());
      case DATE -> new DateConversion(notation, target.name().equals("CCExpirationDate"));
      case OBJECT, ARRAY ->
          throw new IllegalArgumentException(target.path() + " is made of parts, not of one value");
    };
  }

  private static Conversion text(Property target) {
    if (!target.values().isEmpty()) {
      return new WordConversion(target.values());
    }
    return switch (target.name()) {
      case "country" -> new CountryConversion();
      case "currency", "preferredCurrency" -> new CurrencyConversion();
      default -> new TextConversion(target.name().equals("street"));
    };
  }
}
