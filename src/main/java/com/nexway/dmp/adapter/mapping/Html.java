package com.nexway.dmp.adapter.mapping;

import com.nexway.dmp.adapter.mapping.conversion.HtmlText;

/** What is done with the HTML in a text: {@code html:} in a mapping. */
enum Html {
  /** It stays. */
  KEPT,
  /** {@code &amp;} becomes an {@code &}. */
  RESOLVED,
  /** Tags are dropped as well. */
  DROPPED;

  /** As a mapping says; what is wrong is told. */
  static Html of(Options options, Reading reading) {
    String word = options.text("html");
    switch (word == null ? "false" : word) {
      case "false":
        return KEPT;
      case "true":
        return RESOLVED;
      case "text":
        return DROPPED;
      default:
        reading.add(
            options
                .fields()
                .problemAt(
                    "html",
                    "html: is true for text with &amp; and its like, text to drop tags such as <b>"
                        + " as well, or false, and this is '"
                        + word
                        + "'"));
        return KEPT;
    }
  }

  String plain(String text) {
    return switch (this) {
      case KEPT -> text;
      case RESOLVED -> HtmlText.resolved(text);
      case DROPPED -> HtmlText.resolved(HtmlText.withoutTags(text));
    };
  }
}
