package com.nexway.dmp.adapter.source;

import com.nexway.dmp.adapter.value.Forms;
import com.nexway.dmp.adapter.value.Key;

/** What every source has, whatever it reads. */
public interface SourceSettings {
  /** What sources and shops may be called, in words. */
  String NAMES = "at most 40 small letters, digits, - and _, beginning with a letter";

  /** The shop, where it is not the source itself. */
  Key<String> SHOP =
      Key.of(
          "shop",
          Forms.word("a name of " + NAMES, SourceSettings::isName),
          "{{source}}",
          "The shop whose records it brings. Sources of one shop speak of the same records, and one"
              + " key in two shops is two records.");

  /** The mapping. */
  Key<String> MAPPING =
      Key.unset(
          "mapping",
          Forms.word("the name of a file in mappings/, without .yaml"),
          "The mapping of its records.");

  /** Its name: that of its file in routes/sources/, of its route, its folder and its address. */
  String name();

  /** The shop whose records it brings: sources that name the same one speak of the same records. */
  String shop();

  /** The mapping of its records: a file in mappings/, without {@code .yaml}. */
  String mapping();

  /** Whether a source or a shop may be called so. */
  static boolean isName(String text) {
    return text.matches("[a-z][a-z0-9_-]{0,39}");
  }

  /** What it does while nothing comes in, in words for health. */
  String waiting();
}
