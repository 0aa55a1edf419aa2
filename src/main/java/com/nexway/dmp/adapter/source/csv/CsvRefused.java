package com.nexway.dmp.adapter.source.csv;

/** A file that is not read at all, with the reason as a sentence. It stays where it is. */
public final class CsvRefused extends Exception {
  public CsvRefused(String message) {
    super(message);
  }
}
