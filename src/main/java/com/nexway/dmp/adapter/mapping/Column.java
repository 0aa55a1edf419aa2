package com.nexway.dmp.adapter.mapping;

import com.nexway.dmp.adapter.yaml.FileProblem;
import com.nexway.dmp.adapter.yaml.YamlNode;

/**
 * A column or path that a mapping reads.
 *
 * @param path as the mapping writes it; below an array in JSON with the array's path, such as
 *     {@code lines[].sku}; {@code rows[]} for each row of a record
 * @param place where it stands in the mapping
 * @param optional whether the mapping says what is taken where there is no such column
 */
public record Column(String path, YamlNode.Place place, boolean optional) {
  /** Something that is wrong with it, at its place. */
  public FileProblem problem(String message) {
    return new FileProblem(place.file(), place.line(), place.column(), message);
  }

  private static final String ALL_ROWS = Each.ROWS + "[]";

  /** All rows of a record. */
  static Column rows(YamlNode.Place place) {
    return new Column(ALL_ROWS, place, false);
  }

  /** Whether it is the rows of a record, or one of them, such as {@code rows.0}. */
  boolean isOfRows() {
    return path.equals(ALL_ROWS) || path.startsWith(Reference.ROWS);
  }

  /** The column of a table that it needs: the part before the first point or bracket. */
  String first() {
    int end = path.length();
    for (int i = 0; i < path.length(); i++) {
      if (path.charAt(i) == '.' || path.charAt(i) == '[') {
        end = i;
        break;
      }
    }
    return path.substring(0, end);
  }
}
