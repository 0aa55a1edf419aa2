package com.nexway.dmp.adapter.mapping;

import com.nexway.dmp.adapter.event.Kind;
import com.nexway.dmp.adapter.event.Property;
import com.nexway.dmp.adapter.mapping.conversion.Notation;
import com.nexway.dmp.adapter.mapping.conversion.TimeFormat;
import com.nexway.dmp.adapter.yaml.Nearest;
import com.nexway.dmp.adapter.yaml.YamlNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads how a value is written: {@code zone}, {@code decimal}, {@code format}, {@code percent},
 * {@code nearest}.
 */
final class NotationReader {
  private final Property target;
  private final Reading reading;
  private final Options options;

  NotationReader(Property target, Reading reading, Options options) {
    this.target = target;
    this.reading = reading;
    this.options = options;
  }

  /** The notation of one value, over that of the file. */
  Notation read() {
    Kind kind = target.kind();
    boolean time = kind == Kind.INT64 || kind == Kind.DATE;
    boolean number = kind == Kind.FLOAT || kind == Kind.INTEGER;
    ZoneId zone = only(time, "zone", "dates and times") ? zone() : null;
    TimeFormat format = only(time, "format", "dates and times") ? format() : null;
    Character decimal = only(number, "decimal", "numbers") ? decimal() : null;
    boolean percent =
        only(target.isRatio(), "percent", "ratios such as VATRate")
            && options.flag("percent", false);
    List<BigDecimal> rates =
        only(target.isRatio(), "nearest", "ratios such as VATRate") ? rates() : List.of();
    Notation file = reading.notation();
    return new Notation(
        zone == null ? file.zone() : zone,
        decimal == null ? file.decimal() : decimal,
        format,
        percent,
        rates);
  }

  /**
   * Whether a key means anything here; where it does not and is there all the same, that is told.
   */
  private boolean only(boolean applies, String key, String whom) {
    if (!applies) {
      options.reject(
          key,
          key
              + ": is for "
              + whom
              + ", and "
              + LeafReader.name(target)
              + " is "
              + LeafReader.what(target));
    }
    return applies;
  }

  /** The zone, such as {@code Europe/Paris}; null where none is given, or it is wrong. */
  @Nullable ZoneId zone() {
    String text = options.text("zone");
    if (text == null) {
      return null;
    }
    try {
      return ZoneId.of(text.strip());
    } catch (DateTimeException e) {
      wrong(
          "zone",
          "'"
              + text
              + "' is no zone"
              + Nearest.to(text, ZoneId.getAvailableZoneIds())
                  .map(near -> "; did you mean " + near + "?")
                  .orElse("; write for example Europe/Paris or UTC"));
      return null;
    }
  }

  /** The decimal mark; null where none is given, or it is wrong. */
  @Nullable Character decimal() {
    String text = options.text("decimal");
    if (text == null) {
      return null;
    }
    if (!text.equals(",") && !text.equals(".")) {
      wrong("decimal", "decimal: is \",\" or \".\", and this is '" + text + "'");
      return null;
    }
    return text.charAt(0);
  }

  /** The rates of {@code nearest:}; empty where none are given, or they are wrong. */
  private List<BigDecimal> rates() {
    List<BigDecimal> rates = new ArrayList<>();
    for (String text : options.texts("nearest")) {
      if (text.matches("0(\\.\\d{1,6})?|1")) {
        rates.add(new BigDecimal(text));
      } else {
        wrong("nearest", "nearest: lists ratios such as [0.2, 0.1, 0.055], not '" + text + "'");
      }
    }
    return List.copyOf(rates);
  }

  private @Nullable TimeFormat format() {
    String text = options.text("format");
    if (text == null) {
      return null;
    }
    try {
      TimeFormat format = TimeFormat.of(text);
      boolean expiry = target.name().equals("CCExpirationDate");
      if (!format.hasDay() && !expiry) {
        wrong(
            "format",
            "'" + text + "' has no day, which " + LeafReader.name(target) + " needs; write dd");
      } else if (format.hasShortYear() && target.name().equals("birthDate")) {
        wrong("format", "'" + text + "': two digits do not tell the century of a birth");
      }
      return format;
    } catch (IllegalArgumentException e) {
      wrong("format", String.valueOf(e.getMessage()));
      return null;
    }
  }

  private void wrong(String key, String message) {
    YamlNode node = options.take(key);
    reading.problem(node == null ? options.fields() : node, message);
  }
}
