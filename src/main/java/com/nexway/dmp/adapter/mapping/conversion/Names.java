package com.nexway.dmp.adapter.mapping.conversion;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

/** What people call the countries or currencies of a standard, in the languages of many shops. */
final class Names {
  private static final List<String> LANGUAGES = List.of("en", "fr", "de", "es", "it", "nl", "pt");

  private Names() {}

  /** The codes by name in capitals; a name that several of them have is left out. */
  static Map<String, String> of(
      Collection<String> codes, BiFunction<String, Locale, String> nameIn) {
    Map<String, String> names = new HashMap<>();
    Set<String> ambiguous = new HashSet<>();
    for (String language : LANGUAGES) {
      Locale locale = Locale.forLanguageTag(language);
      for (String code : codes) {
        String name = nameIn.apply(code, locale).toUpperCase(Locale.ROOT);
        String before = names.putIfAbsent(name, code);
        if (before != null && !before.equals(code)) {
          ambiguous.add(name);
        }
      }
    }
    names.keySet().removeAll(ambiguous);
    return names;
  }
}
