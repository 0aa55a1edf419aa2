package com.nexway.dmp.adapter.event;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the document allows and no shop means, told as warnings: most often a value that a mapping
 * reads in another unit, or takes from another column.
 */
final class Plausibility {
  private static final int MOST_ITEMS = 1_000;
  private static final int LONGEST = 60;
  private static final BigDecimal MOST = new BigDecimal(1_000_000);

  /** Hungary's 27 % is the highest rate of a country (2026). */
  private static final BigDecimal HIGHEST_RATE = new BigDecimal("0.3");

  /** Two cents: gross and net are each rounded, and may be a line's divided by its quantity. */
  private static final BigDecimal ROUNDED = new BigDecimal("0.02");

  /** The same where a currency has no cents. */
  private static final BigDecimal ROUNDED_WHOLE = new BigDecimal(2);

  /** What a rate of four decimals leaves open. */
  private static final BigDecimal ROUNDED_RATE = new BigDecimal("0.0001");

  private static final Set<String> WITHOUT_CENTS =
      Set.of("JPY", "KRW", "VND", "CLP", "ISK", "PYG", "UGX", "XAF", "XOF", "XPF", "HUF", "TWD");

  /** Currencies of which a million is no large amount: less than some 3,000 EUR. */
  private static final Set<String> LIGHT =
      Set.of(
          "VND", "IDR", "KRW", "CLP", "COP", "PYG", "UGX", "IRR", "LAK", "KHR", "MMK", "UZS", "LBP",
          "TZS", "MNT", "NGN", "HUF", "XAF", "XOF", "ARS", "IQD", "RWF", "GNF", "MGA", "BIF",
          "SLL");

  private Plausibility() {}

  /** Looks at the items of an order and of a cart. */
  static void check(JsonNode event, Findings found) {
    items("order", event.get("order"), found);
    items("cart", event.get("cart"), found);
  }

  private static void items(String name, @Nullable JsonNode holder, Findings found) {
    JsonNode items = holder == null ? null : holder.get("items");
    if (items == null || !items.isArray()) {
      return;
    }
    String currency = holder.path("currency").asText();
    found.enter(name);
    found.enter("items");
    if (items.size() > MOST_ITEMS) {
      found.warning(
          items, "has %,d items, which no %s has; is it several?".formatted(items.size(), name));
    }
    for (int i = 0; i < items.size(); i++) {
      found.enter(i);
      item(items.get(i), currency, found);
      found.leave();
    }
    found.leave();
    found.leave();
  }

  private static void item(JsonNode item, String currency, Findings found) {
    BigDecimal quantity = number(item, "quantity");
    if (quantity != null && quantity.compareTo(BigDecimal.ONE) < 0) {
      doubt("quantity", item, "is below 1: is it returned, or another column's?", found);
    }
    JsonNode pricing = item.path("pricing");
    found.enter("pricing");
    BigDecimal net = price("unitPriceExcludingVAT", pricing, currency, found);
    BigDecimal gross = price("unitPriceIncludingVAT", pricing, currency, found);
    BigDecimal rate = number(pricing, "VATRate");
    if (rate != null && rate.compareTo(HIGHEST_RATE) > 0) {
      doubt("VATRate", pricing, "is a rate that no country has: 20 % is written 0.2", found);
      rate = null; // told once
    }
    if (net != null && gross != null && net.signum() >= 0 && gross.signum() >= 0) {
      together(net, gross, rate, pricing, currency, found);
    }
    found.leave();
  }

  private static @Nullable BigDecimal price(
      String name, JsonNode pricing, String currency, Findings found) {
    BigDecimal price = number(pricing, name);
    if (price == null) {
      return null;
    }
    if (price.signum() < 0) {
      doubt(name, pricing, "is negative: what is taken off stands in discountConstant", found);
    } else if (price.compareTo(MOST) > 0 && !LIGHT.contains(currency)) {
      doubt(name, pricing, "is above a million: if it is in cents, write minor-units", found);
    }
    return price;
  }

  private static void together(
      BigDecimal net,
      BigDecimal gross,
      @Nullable BigDecimal rate,
      JsonNode pricing,
      String currency,
      Findings found) {
    if (gross.compareTo(net) < 0) {
      doubt(
          "unitPriceIncludingVAT",
          pricing,
          "is below the price without VAT, " + Shown.number(net),
          found);
    } else if (rate != null) {
      BigDecimal expected = net.add(net.multiply(rate));
      BigDecimal rounded =
          (WITHOUT_CENTS.contains(currency) ? ROUNDED_WHOLE : ROUNDED)
              .add(net.multiply(ROUNDED_RATE));
      if (gross.subtract(expected).abs().compareTo(rounded) > 0) {
        doubt(
            "unitPriceIncludingVAT",
            pricing,
            "is not the price without VAT and its rate: %s and %s of it make %s"
                .formatted(Shown.number(net), Shown.number(rate), Shown.number(expected)),
            found);
      }
    }
  }

  private static void doubt(String name, JsonNode parent, String message, Findings found) {
    found.enter(name);
    found.warning(parent.get(name), message);
    found.leave();
  }

  /** A number that is one and short enough to calculate with, unlike 1E+1000000000; else null. */
  private static @Nullable BigDecimal number(JsonNode parent, String name) {
    JsonNode value = parent.get(name);
    if (value == null || !Range.isNumber(value)) {
      return null;
    }
    BigDecimal number = value.decimalValue();
    return Range.isTooLong(number) || Math.abs((long) number.scale()) > LONGEST ? null : number;
  }
}
