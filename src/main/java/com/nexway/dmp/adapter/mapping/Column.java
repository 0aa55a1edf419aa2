package com.nexway.dmp.adapter.mapping;

import com.nexway.dmp.adapter.yaml.FileProblem;
import com.nexway.dmp.adapter.yaml.YamlNode;

/**
 * A column or path that a mapping reads.
 *
 * @param path as the mapping writes it; below an array in JSON with the array's path, such as
 *     {@code lines[].sku}
 * @param place where it stands in the mapping
 */
public record Column(String path, YamlNode.Place place) {
  /** Something that is wrong with it, at its place. */
  FileProblem problem(String message) {
    return new FileProblem(place.file(), place.line(), place.column(), message);
  }

  /** Whether it is one of the rows of a record, such as {@code rows.0}. */
  boolean isOfRow() {
    return path.startsWith(Reference.ROWS);
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
