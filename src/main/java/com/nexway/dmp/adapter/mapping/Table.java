package com.nexway.dmp.adapter.mapping;

import com.nexway.dmp.adapter.mapping.conversion.Texts;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** What a source's own words mean: {@code values: {paid: order, cancelled: cancel order}}. */
final class Table {
  private static final int FEW = 8;

  private final String column;
  private final Map<String, Ending> exact;
  private final Map<String, Ending> ignoringCase = new HashMap<>();
  private final String keys;
  private final String advice;

  /**
   * @param column whose values they are, for messages
   * @param entries what each value gives
   * @param complete whether the mapping says what any other value gives
   */
  Table(String column, Map<String, Ending> entries, boolean complete) {
    this.column = column;
    this.advice = complete ? "" : "; add it under values:, or write otherwise:";
    this.exact = Map.copyOf(entries);
    StringJoiner list = new StringJoiner(", ");
    int listed = 0;
    for (Map.Entry<String, Ending> entry : entries.entrySet()) {
      ignoringCase.putIfAbsent(entry.getKey().toLowerCase(Locale.ROOT), entry.getValue());
      if (listed++ < FEW) {
        list.add(entry.getKey());
      }
    }
    this.keys = listed > FEW ? list + " …" : list.toString();
  }

  /** What a value means; capitals matter only where two keys differ in nothing else. */
  @Nullable Ending find(String value) {
    Ending ending = exact.get(value);
    return ending != null || value.length() > 200
        ? ending
        : ignoringCase.get(value.toLowerCase(Locale.ROOT));
  }

  /** What its values give. */
  Collection<Ending> endings() {
    return exact.values();
  }

  String missing(Object value) {
    return "'" + Texts.describe(value) + "' is none of the values listed (" + keys + ")" + advice;
  }

  String why(@Nullable Object value) {
    return column + " is " + (value == null ? "empty" : "'" + Texts.describe(value) + "'");
  }
}
