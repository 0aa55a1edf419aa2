package com.nexway.dmp.adapter.mapping;

import com.nexway.dmp.adapter.mapping.conversion.Misfit;
import com.nexway.dmp.adapter.mapping.conversion.Texts;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * On what a record, or a part of the event, depends: {@code when:}.
 *
 * @param tests all of them must hold
 */
record Condition(List<Test> tests) {
  boolean holds(Scope scope) {
    for (Test test : tests) {
      if (!test.holds(scope)) {
        return false;
      }
    }
    return true;
  }

  /** Why the condition does not hold; null where it does. */
  @Nullable String unmet(Scope scope) {
    for (Test test : tests) {
      if (!test.holds(scope)) {
        return test.reason() != null ? test.reason() : test.words(text(test.source(), scope));
      }
    }
    return null;
  }

  /** The text of a value, empty where there is none; of a list or an object what it is. */
  private static String text(Source source, Scope scope) {
    try {
      Object value = source.read(scope);
      if (value == null) {
        return "";
      }
      if (value instanceof Collection<?> list) {
        return list.isEmpty() ? "" : Texts.describe(list);
      }
      return value instanceof Map<?, ?> map && map.isEmpty() ? "" : Texts.trimmed(Texts.of(value));
    } catch (Misfit misfit) {
      return misfit.why();
    }
  }

  /**
   * One comparison.
   *
   * @param source what is compared
   * @param words the words it is compared with, in lower case
   * @param among whether it must be among them, or must not
   * @param reason why a record is left out, in the merchant's words; null for ours
   */
  record Test(Source source, List<String> words, boolean among, @Nullable String reason) {
    boolean holds(Scope scope) {
      return words.contains(text(source, scope).toLowerCase(Locale.ROOT)) == among;
    }

    String words(String value) {
      String found = value.isEmpty() ? "empty" : "'" + Texts.describe(value) + "'";
      String list = String.join(", ", words);
      if (words.equals(List.of(""))) {
        return source.columns() + " is " + (among ? found : "empty");
      }
      return source.columns() + " is " + found + (among ? ", none of: " : ", one of: ") + list;
    }
  }
}
