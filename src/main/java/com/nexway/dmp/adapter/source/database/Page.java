package com.nexway.dmp.adapter.source.database;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * The records of one answer: it ends with its rows, or where they take too much of the memory.
 *
 * @param groups in the order of the database; the last one may go on behind the page
 * @param rows how many were read
 * @param bytes what they take
 * @param cut whether more were there than the memory is for
 */
record Page(List<RowsOfOne> groups, int rows, long bytes, boolean cut) {

  /** Reads an answer row by row. */
  static Page read(Query query, Iterator<Map<String, Object>> answer) throws SQLException {
    DatabaseLimits limits = query.limits();
    List<RowsOfOne> groups = new ArrayList<>();
    Map<String, RowsOfOne> firstOf = new HashMap<>();
    RowsOfOne current = null;
    int rows = 0;
    long bytes = 0;
    while (answer.hasNext() && bytes <= limits.pageBytes()) {
      QueryRow row = query.row(answer.next());
      rows++;
      bytes += row.bytes();
      if (current != null && current.isOf(row.id())) {
        current.add(row);
      } else {
        current = new RowsOfOne(query.settings(), row);
        RowsOfOne first = firstOf.putIfAbsent(row.id(), current);
        if (first != null) {
          first.refuseTimes();
          current.refuseTimes();
        }
        groups.add(current);
      }
      if (row.most() >= limits.cellBytes()) {
        current.refuse(tooLarge(limits.cellBytes(), row.largest()), row.largest());
      } else if (bytes > limits.pageBytes() && groups.size() == 1) {
        current.refuse(tooLarge(limits.pageBytes(), row.largest()), row.largest());
      }
    }
    groups.forEach(RowsOfOne::sort);
    groups.forEach(group -> group.refuseDoubles(query));
    return new Page(groups, rows, bytes, bytes > limits.pageBytes());
  }

  private static String tooLarge(long most, String column) {
    return ("a row of this id takes more of the memory than there is for it (%,d bytes), most of it"
            + " in '%s'; leave that column out of the query or shorten it, as in LEFT(%2$s, 1000)")
        .formatted(most, column);
  }

  /** Those that are whole, where more rows follow. */
  List<RowsOfOne> whole() {
    return groups.size() > 1 ? groups.subList(0, groups.size() - 1) : groups;
  }
}
