package com.nexway.dmp.adapter.source.csv;

import com.nexway.dmp.adapter.source.Parameters;

/**
 * Which lines of a file are one record, such as the lines of one order.
 *
 * @param column the column whose value they share; empty where each line is a record of its own
 * @param order how the lines of one record stand in the file
 */
public record Grouping(String column, Order order) {
  /** How the lines of one record stand in the file. */
  public enum Order {
    /** One after another; a record that comes again further down is told. */
    TOGETHER,
    /** Anywhere: the file is sorted on disk first. */
    WHOLE_FILE
  }

  /** Whether several lines can be one record. */
  public boolean groups() {
    return !column.isEmpty();
  }

  /** Whether the file is sorted before it is read. */
  public boolean sorts() {
    return groups() && order == Order.WHOLE_FILE;
  }

  static Grouping read(Parameters values) {
    Order order = values.oneOf("group-order", Order.TOGETHER);
    return new Grouping(values.text("group").strip(), order);
  }
}
