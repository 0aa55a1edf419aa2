package com.nexway.dmp.adapter.testing;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;

/**
 * What a long test measured: stated, not judged. It is one printed line and one file, {@code
 * target/figures/NAME.json}, which holds a value and a unit for each figure.
 */
public final class Figures {
  private static final Path FOLDER = Path.of("target", "figures");
  private static final MathContext DIGITS = new MathContext(4);
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private record Figure(BigDecimal value, String unit) {
    @Override
    public String toString() {
      return value.toPlainString() + (unit.isEmpty() ? "" : " " + unit);
    }
  }

  private final String name;
  private final Map<String, Figure> figures = new LinkedHashMap<>();

  private Figures(String name) {
    this.name = name;
  }

  /** The figures of one test; {@code name} is the file's, too. */
  public static Figures of(String name) {
    return new Figures(name);
  }

  /** A count. */
  public Figures put(String figure, long count) {
    return put(figure, count, "");
  }

  /** A whole number with its unit, such as ms or MB. */
  public Figures put(String figure, long value, String unit) {
    figures.put(figure, new Figure(BigDecimal.valueOf(value), unit));
    return this;
  }

  /** A measured value with its unit, to four digits. */
  public Figures put(String figure, double value, String unit) {
    BigDecimal rounded = BigDecimal.valueOf(value).round(DIGITS);
    BigDecimal shown = rounded.scale() < 0 ? rounded.setScale(0) : rounded;
    figures.put(figure, new Figure(shown, unit));
    return this;
  }

  /** Prints the line and writes the file, replacing an earlier one. */
  public void write() {
    ObjectNode json = JSON.createObjectNode();
    figures.forEach(
        (figure, value) ->
            json.putObject(figure).put("value", value.value).put("unit", value.unit));
    try {
      Files.createDirectories(FOLDER);
      JSON.writeValue(FOLDER.resolve(name + ".json").toFile(), json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    System.out.println(this);
  }

  @Override
  public String toString() {
    StringJoiner line = new StringJoiner(", ", name + ": ", "");
    figures.forEach((figure, value) -> line.add(figure + " " + value));
    return line.toString();
  }
}
