package com.nexway.dmp.adapter.mapping.conversion;

import java.util.Currency;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Currencies as shops write them: {@code EUR}, {@code €}, {@code Euro}. */
final class Currencies {
  private static final int LONGEST = 60;

  /** Signs that one currency alone has, or that nobody means another by. */
  private static final String SIGNS =
      "€ EUR, EUROS EUR, £ GBP, ZŁ PLN, ZL PLN, KČ CZK, KC CZK, FT HUF, LEI RON, ЛВ BGN, ЛВ. BGN,"
          + " ₽ RUB, ₺ TRY, ₴ UAH, ₹ INR, ₪ ILS, ₩ KRW, ₫ VND, ฿ THB, ₱ PHP, ₦ NGN, ₸ KZT, ₾ GEL,"
          + " R$ BRL, US$ USD, CA$ CAD, C$ CAD, A$ AUD, AU$ AUD, NZ$ NZD, HK$ HKD, S$ SGD, MX$ MXN,"
          + " SFR CHF, SFR. CHF, DKR DKK, NKR NOK, SKR SEK, CN¥ CNY, JP¥ JPY";

  /** Signs and words of several currencies. */
  private static final Set<String> SHARED =
      Set.of("$", "¥", "KR", "KR.", "FR", "FR.", "DOLLAR", "DOLLARS", "KRONE", "KRONA", "PESO");

  /** A sign, a unit, a sign, a number and a unit, each of which but the number may lack. */
  private static final Pattern MONEY =
      Pattern.compile(
          "([-+]?)([^0-9+-]*?)([-+]?)([.,]?[0-9](?:.*[0-9])?[.,]?)([^0-9.,+-][^0-9]*)?");

  private static final Map<String, Currency> KNOWN = known();

  private Currencies() {}

  /** The currency that a code, sign or name stands for; null where that cannot be told. */
  static @Nullable Currency of(String written) {
    Currency currency = KNOWN.get(written);
    if (currency != null || written.length() > LONGEST) {
      return currency;
    }
    String upper = Texts.trimmed(written).toUpperCase(Locale.ROOT);
    currency = KNOWN.get(upper);
    String code = currency == null ? Named.CODES.get(upper) : null;
    return code == null ? currency : Currency.getInstance(code);
  }

  /** Whether it is the sign or word of several currencies. */
  static boolean isShared(String written) {
    return SHARED.contains(Texts.trimmed(written).toUpperCase(Locale.ROOT));
  }

  /** An amount without the currency that stands before or behind it; else the text as it is. */
  static String without(String text) {
    if (text.length() > LONGEST
        || isDigit(text.charAt(0)) && isDigit(text.charAt(text.length() - 1))) {
      return text;
    }
    Matcher money = MONEY.matcher(text.replace('\u2212', '-'));
    if (!money.matches() || !money.group(1).isEmpty() && !money.group(3).isEmpty()) {
      return text;
    }
    String before = Texts.trimmed(money.group(2));
    String behind = money.group(5) == null ? "" : Texts.trimmed(money.group(5));
    String unit = before + behind;
    boolean one = before.isEmpty() || behind.isEmpty();
    return one && (unit.isEmpty() || isShared(unit) || of(unit) != null)
        ? money.group(1) + money.group(3) + money.group(4)
        : text;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static Map<String, Currency> known() {
    Map<String, Currency> known = new HashMap<>();
    for (Currency currency : Currency.getAvailableCurrencies()) {
      known.put(currency.getCurrencyCode(), currency);
    }
    for (String sign : SIGNS.split(", ")) {
      String[] pair = sign.split(" ");
      known.put(pair[0], Currency.getInstance(pair[1]));
    }
    return known;
  }

  /** Currencies by name, loaded when the first name comes. */
  private static final class Named {
    private static final Map<String, String> CODES =
        Names.of(
            Currency.getAvailableCurrencies().stream().map(Currency::getCurrencyCode).toList(),
            (code, locale) -> Currency.getInstance(code).getDisplayName(locale));
  }
}
