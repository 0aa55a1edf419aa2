package com.nexway.dmp.adapter.storage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/**
 * Splits a list of keys for {@code IN ({keys})} into portions of few sizes, the last one filled up
 * by repeating its last key: so that a handful of prepared statements serve every length.
 */
final class InList {
  static final String MARK = "{keys}";
  private static final int SMALL = 16;
  private static final int LARGE = 256;

  private InList() {}

  static List<List<Object>> portions(Collection<?> keys) {
    List<List<Object>> portions = new ArrayList<>();
    List<Object> rest = new ArrayList<>(keys);
    int size = rest.size() == 1 ? 1 : rest.size() <= SMALL ? SMALL : LARGE;
    for (int from = 0; from < rest.size(); from += size) {
      List<Object> portion =
          new ArrayList<>(rest.subList(from, Math.min(rest.size(), from + size)));
      Object last = portion.get(portion.size() - 1);
      portion.addAll(Collections.nCopies(size - portion.size(), last));
      portions.add(portion);
    }
    return portions;
  }

  static String expand(String sql, int size) {
    return sql.replace(MARK, String.join(",", Collections.nCopies(size, "?")));
  }
}
