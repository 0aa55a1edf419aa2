package com.nexway.dmp.adapter.source.csv;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The records of a file, one after another. */
interface CsvRows extends Closeable {
  /** The next record; null behind the last. */
  @Nullable CsvRow next() throws IOException;
}
