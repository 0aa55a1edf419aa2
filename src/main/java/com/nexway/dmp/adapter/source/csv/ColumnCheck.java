package com.nexway.dmp.adapter.source.csv;

import java.util.List;

/** What a mapping needs of a file. */
@FunctionalInterface
public interface ColumnCheck {
  /** No mapping is known: every file will do. */
  ColumnCheck NONE = (mapping, columns) -> List.of();

  /**
   * What a mapping misses among the columns of a file.
   *
   * @param mapping the mapping's name
   * @param columns the file's columns
   * @return one sentence for each column that is missing
   */
  List<String> missing(String mapping, List<String> columns);
}
