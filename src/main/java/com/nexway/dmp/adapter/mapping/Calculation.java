package com.nexway.dmp.adapter.mapping;

import com.nexway.dmp.adapter.mapping.conversion.Decimals;
import com.nexway.dmp.adapter.mapping.conversion.Misfit;
import com.nexway.dmp.adapter.mapping.conversion.Texts;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is calculated with an amount, exactly and in the order of the mapping.
 *
 * @param decimal the decimal mark of numbers in text; null where nothing was said
 * @param minorUnits the currency in whose smallest unit the amount is written, and all that is
 *     added to it or taken from it; null for none
 * @param steps from left to right
 * @param round to how many decimals the result is rounded, half up; null for as it is, and for 4
 *     where something is divided
 */
record Calculation(
    @Nullable Character decimal,
    @Nullable Source minorUnits,
    List<Step> steps,
    @Nullable Integer round) {
  private static final int QUOTIENT_DECIMALS = 4;

  /** What is done with the amount and another. */
  enum Operation {
    PLUS,
    MINUS,
    TIMES,
    DIVIDED_BY;

    static final List<String> KEYS = Stream.of(values()).map(Operation::key).toList();

    String key() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** One operation. */
  record Step(Operation operation, Source operand) {}

  /** The same, its result and its quotients with at most so many decimals. */
  Calculation roundedTo(int decimals) {
    return new Calculation(decimal, minorUnits, steps, decimals);
  }

  Object of(Object value, Scope scope) throws Misfit {
    BigDecimal amount = Decimals.amount(value, decimal);
    int digits = minorUnits == null ? 0 : minorDigits(minorUnits, scope);
    amount = amount.movePointLeft(digits);
    for (Step step : steps) {
      amount = step(amount, step, digits, scope);
    }
    return round == null ? amount : amount.setScale(round, RoundingMode.HALF_UP);
  }

  private BigDecimal step(BigDecimal amount, Step step, int digits, Scope scope) throws Misfit {
    Object read = step.operand().read(scope);
    Object operand = read instanceof String text ? Texts.trimmed(text) : read;
    boolean empty = operand == null || operand.equals("");
    if (step.operation() == Operation.PLUS || step.operation() == Operation.MINUS) {
      BigDecimal other = empty ? BigDecimal.ZERO : number(operand).movePointLeft(digits);
      return step.operation() == Operation.PLUS ? amount.add(other) : amount.subtract(other);
    }
    if (empty) {
      throw new Misfit(
          step.operation().key()
              + ": "
              + step.operand().columns()
              + " is empty; "
              + "where that is right, write otherwise: omit");
    }
    BigDecimal other = number(operand);
    if (step.operation() == Operation.TIMES) {
      return amount.multiply(other);
    }
    if (other.signum() == 0) {
      throw new Misfit(
          "divided-by: "
              + step.operand().columns()
              + " is 0; "
              + "where that is right, write otherwise: omit");
    }
    int decimals = round == null ? QUOTIENT_DECIMALS : round;
    return amount.divide(other, decimals, RoundingMode.HALF_UP);
  }

  private BigDecimal number(@Nullable Object operand) throws Misfit {
    return operand == null ? BigDecimal.ZERO : Decimals.amount(operand, decimal);
  }

  private static int minorDigits(Source source, Scope scope) throws Misfit {
    Object read = source.read(scope);
    return Decimals.minorDigits(read == null ? "" : Texts.trimmed(Texts.of(read)));
  }
}
