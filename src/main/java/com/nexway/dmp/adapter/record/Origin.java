package com.nexway.dmp.adapter.record;

/**
 * Where a record came from, in words that a person can follow back.
 *
 * @param source the source's name, as its file in routes/sources/ gives it
 * @param place the place in that source, such as {@code customers.csv line 17}
 */
public record Origin(String source, String place) {
  @Override
  public String toString() {
    return source + ", " + place;
  }
}
