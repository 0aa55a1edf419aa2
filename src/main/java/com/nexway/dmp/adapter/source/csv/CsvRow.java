package com.nexway.dmp.adapter.source.csv;

import com.nexway.dmp.adapter.record.Unreadable;
import java.util.Map;

/** One row of a file behind its header. */
sealed interface CsvRow {
  /** Its number behind the header, from 1. */
  long row();

  /** Its first line in the file, from 1. */
  long line();

  /** The group it belongs to, as far as that can be told; empty where it belongs to none. */
  String group();

  /** A row as columns by name. */
  record Read(long row, long line, String group, Map<String, Object> values) implements CsvRow {}

  /** A row that could not be read. */
  record Bad(long row, long line, String group, Unreadable unreadable) implements CsvRow {}
}
