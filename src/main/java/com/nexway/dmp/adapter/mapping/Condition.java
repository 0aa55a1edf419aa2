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
  /**
   * Whether all hold; what cannot be told, since an expression fails, is an error of the record.
   */
  boolean holds(Scope scope, Pass pass) {
    int problems = pass.problems().size();
    return unmet(scope, pass) == null && pass.problems().size() == problems;
  }

  /**
   * Why the condition does not hold.
   *
   * @return null where it does, and where that cannot be told, which is an error of the record
   */
  @Nullable String unmet(Scope scope, Pass pass) {
    for (Test test : tests) {
      try {
        String found = text(test.source().read(scope));
        if (!test.accepts(found)) {
          return test.reason() != null ? test.reason() : test.words(found);
        }
      } catch (Misfit misfit) {
        pass.reading(test.source().columns(), null);
        pass.took();
        pass.error("when: " + misfit.why());
        return null;
      }
    }
    return null;
  }

  /** Whether a column whose name begins so decides it. */
  boolean reads(String beginning) {
    return tests.stream()
        .map(test -> test.source().columns())
        .anyMatch(columns -> columns != null && columns.startsWith(beginning));
  }

  /** The text of a value, empty where there is none; of a list or an object what it is. */
  private static String text(@Nullable Object value) throws Misfit {
    if (value == null) {
      return "";
    }
    if (value instanceof Collection<?> list) {
      return list.isEmpty() ? "" : Texts.describe(list);
    }
    if (value instanceof Map<?, ?> map) {
      return map.isEmpty() ? "" : Texts.describe(map);
    }
    return Texts.trimmed(Texts.of(value));
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
    boolean accepts(String value) {
      return words.contains(value.toLowerCase(Locale.ROOT)) == among;
    }

    String words(String value) {
      String found = value.isEmpty() ? "empty" : "'" + Texts.describe(value) + "'";
      String list = String.join(", ", words);
      if (source instanceof Expression && among && words.equals(List.of("true"))) {
        return "the expression of when: is " + found + ", not true";
      }
      if (words.equals(List.of(""))) {
        return source.columns() + " is " + (among ? found : "empty");
      }
      return source.columns() + " is " + found + (among ? ", none of: " : ", one of: ") + list;
    }
  }
}
