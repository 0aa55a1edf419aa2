package com.nexway.dmp.adapter.mapping;

import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

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
      // As in an attribute: of an address of a page, ?a=1&copy=2 is none.
      case RESOLVED -> Parser.unescapeEntities(text, true);
      case DROPPED -> withoutTags(text);
    };
  }

  /** A line's or paragraph's end is a line's. */
  private static String withoutTags(String text) {
    Element body = Jsoup.parseBodyFragment(text).body();
    body.select("script, style").remove();
    for (Element block : body.select("*")) {
      if (block.isBlock()) {
        block.prependText("\n").appendText("\n");
      }
    }
    return body.wholeText()
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .collect(Collectors.joining("\n"));
  }
}
