package com.nexway.dmp.adapter.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Addresses that are nobody's, or that the merchant does not want sent. */
public final class SuppressedAddresses {
  /** An anonymised order of WooCommerce, and the addresses that Amazon lends its buyers. */
  public static final List<String> ALWAYS =
      List.of("deleted@site.invalid", "*@marketplace.amazon.*");

  private final List<String> patterns = new ArrayList<>();

  /**
   * @param more the merchant's own, beside {@link #ALWAYS}; {@code *} stands for any letters
   */
  public SuppressedAddresses(List<String> more) {
    ALWAYS.forEach(patterns::add);
    more.forEach(pattern -> patterns.add(pattern.strip().toLowerCase(Locale.ROOT)));
  }

  /** The pattern that an address is held back by; null where it may be sent. */
  public @Nullable String of(String email) {
    String address = email.toLowerCase(Locale.ROOT);
    for (String pattern : patterns) {
      if (matches(pattern, address)) {
        return pattern;
      }
    }
    return null;
  }

  /** Greedy, with one step back at a time: never more than the product of both lengths. */
  private static boolean matches(String pattern, String text) {
    int p = 0;
    int t = 0;
    int star = -1;
    int from = 0;
    while (t < text.length()) {
      if (p < pattern.length() && pattern.charAt(p) == '*') {
        star = p++;
        from = t;
      } else if (p < pattern.length() && pattern.charAt(p) == text.charAt(t)) {
        p++;
        t++;
      } else if (star >= 0) {
        p = star + 1;
        t = ++from;
      } else {
        return false;
      }
    }
    while (p < pattern.length() && pattern.charAt(p) == '*') {
      p++;
    }
    return p == pattern.length();
  }
}
