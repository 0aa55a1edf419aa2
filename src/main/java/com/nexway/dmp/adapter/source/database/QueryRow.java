package com.nexway.dmp.adapter.source.database;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One row.
 *
 * @param time of its record, and {@code id}: in the database's words, as a cursor holds them
 * @param values its columns, as records hold them
 * @param bytes what its texts take, about
 * @param largest the column that takes most
 * @param most what that takes
 */
record QueryRow(
    String time, String id, Map<String, Object> values, long bytes, String largest, int most) {

  /** From a row's cells in the order of the query's columns. */
  static QueryRow of(
      Map<String, Object> cells, List<QueryColumn> columns, QueryColumn time, QueryColumn id)
      throws SQLException {
    Map<String, Object> values = new LinkedHashMap<>();
    String timeText = "";
    String idText = "";
    long bytes = 0;
    int most = -1;
    String largest = "";
    int at = 0;
    for (Object cell : cells.values()) {
      QueryColumn column = columns.get(at++);
      String text = CellValues.text(cell);
      values.put(column.name(), CellValues.value(column, text));
      int length = text == null ? 0 : text.length();
      bytes += length;
      if (length > most) {
        most = length;
        largest = column.name();
      }
      timeText = column.equals(time) && text != null ? text : timeText;
      idText = column.equals(id) && text != null ? text : idText;
    }
    return new QueryRow(timeText, idText, values, bytes, largest, most);
  }
}
