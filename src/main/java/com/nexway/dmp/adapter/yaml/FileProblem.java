package com.nexway.dmp.adapter.yaml;

import com.nexway.dmp.adapter.text.OneLine;

/**
 * One thing that is wrong in a file that the merchant writes.
 *
 * @param file the file's path as the merchant knows it, such as {@code mappings/orders.yaml}
 * @param line from 1; 0 where no line is meant, as for a variable of the environment
 * @param column from 1
 * @param message the rule, the value got and the nearest right word, as a sentence
 */
public record FileProblem(String file, int line, int column, String message) {
  /** Most characters of a path that are shown. */
  private static final int LONGEST = 1_000;

  @Override
  public String toString() {
    String shown = OneLine.of(file, LONGEST);
    return line == 0 ? shown + ": " + message : shown + ":" + line + ":" + column + ": " + message;
  }
}
