package com.nexway.dmp.adapter.mapping;

import com.nexway.dmp.adapter.event.Kind;
import com.nexway.dmp.adapter.event.Property;
import com.nexway.dmp.adapter.mapping.Calculation.Operation;
import com.nexway.dmp.adapter.mapping.Calculation.Step;
import com.nexway.dmp.adapter.mapping.conversion.Notation;
import com.nexway.dmp.adapter.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what is calculated with an amount: {@code minor-units}, {@code divided-by}, and so on. */
final class CalculationReader {
  private static final int MOST_DECIMALS = 12;

  /** What 5.5 %, which is 0.055, needs. */
  private static final int RATIO_DECIMALS = 3;

  private final Property target;
  private final Reading reading;
  private final Options options;

  /** Whether a calculation around this one is in minor units. */
  private final boolean minorAround;

  CalculationReader(Property target, Reading reading, Options options) {
    this(target, reading, options, false);
  }

  private CalculationReader(
      Property target, Reading reading, Options options, boolean minorAround) {
    this.target = target;
    this.reading = reading;
    this.options = options;
    this.minorAround = minorAround;
  }

  /** To how many decimals a result is rounded; null where nothing is said, or it is wrong. */
  @Nullable Integer round() {
    String text = options.text("round");
    if (text == null) {
      return null;
    }
    if (!text.matches("\\d{1,2}") || Integer.parseInt(text) > MOST_DECIMALS) {
      reading.add(
          options
              .fields()
              .problemAt(
                  "round",
                  "round: is a number of decimals from 0 to 12, and this is '" + text + "'"));
      return null;
    }
    int decimals = Integer.parseInt(text);
    if (target.isRatio() && decimals < RATIO_DECIMALS) {
      reading.add(
          options
              .fields()
              .problemAt(
                  "round", "round: " + text + " makes 5.5 % into another rate; write round: 4"));
    }
    return decimals;
  }

  /** The calculation; null where nothing is calculated. */
  @Nullable Calculation read(Notation notation, @Nullable Integer round) {
    Source minorUnits = minorUnits(notation);
    List<Step> steps = new ArrayList<>();
    for (String key : options.fields().entries().keySet()) {
      for (Operation operation : Operation.values()) {
        if (operation.key().equals(key)) {
          Source operand = operand(key, notation);
          if (operand != null) {
            steps.add(new Step(operation, operand));
          }
        }
      }
    }
    boolean calculates = minorUnits != null || !steps.isEmpty();
    if (calculates && target.kind() != Kind.FLOAT) {
      reading.problem(
          options.fields(),
          "only amounts and ratios are calculated with, and "
              + target.path()
              + " is "
              + LeafReader.what(target));
      return null;
    }
    boolean rounds = round != null && target.kind() == Kind.FLOAT;
    return calculates || rounds
        ? new Calculation(notation.decimal(), minorUnits, List.copyOf(steps), round)
        : null;
  }

  private @Nullable Source minorUnits(Notation notation) {
    if (!options.has("minor-units")) {
      return null;
    }
    Source currency = operand("minor-units", notation);
    String wrong =
        target.isRatio()
            ? "minor-units: is for amounts; a ratio is the same in cents, so leave it out"
            : minorAround
                ? "minor-units: stands beside the first number already, and holds for the whole"
                    + " calculation; leave it out here"
                : null;
    if (wrong != null) {
      reading.add(options.fields().problemAt("minor-units", wrong));
    }
    return currency;
  }

  private @Nullable Source operand(String key, Notation notation) {
    YamlNode node = options.take(key);
    if (node instanceof YamlNode.Scalar scalar && !scalar.isNull()) {
      if (ValueReader.isConstant(scalar.text())) {
        return new FixedText(scalar.text());
      }
      Source source = new ValueReader(reading).text(scalar);
      refuseText(source, scalar, reading);
      return source;
    }
    if (node instanceof YamlNode.Fields fields) {
      return calculated(key, new Options(fields, reading), notation);
    }
    reading.add(
        options
            .fields()
            .problemAt(
                key,
                key
                    + ": needs a number, a ${column}, or a calculation"
                    + " { column: total, minus: \"${tax}\" }"));
    return null;
  }

  private @Nullable Source calculated(String key, Options inner, Notation notation) {
    CalculationReader calculations =
        new CalculationReader(target, reading, inner, minorAround || options.has("minor-units"));
    Integer round = calculations.round();
    int decimals = round == null ? MOST_DECIMALS : round;
    Source source = new ValueReader(reading).of(inner, decimals);
    Calculation calculation = calculations.read(notation, round);
    inner.rejectOthers(key + ":", Operation.KEYS);
    return source == null || calculation == null
        ? source
        : new Calculated(source, calculation.roundedTo(decimals));
  }

  /** Tells a text such as {@code ${a}-${b}} where a number is meant. */
  static void refuseText(@Nullable Source source, YamlNode node, Reading reading) {
    String meant = source instanceof ComposedText template ? template.calculation() : null;
    if (meant != null) {
      reading.problem(node, "a text is not calculated; write " + meant);
    }
  }
}
