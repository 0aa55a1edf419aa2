package com.nexway.dmp.adapter.delivery;

import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.nexway.dmp.adapter.event.ExactJson;

/** JSON as dead letters keep it: exact decimals, readable, LF. */
final class LetterJson {
  static final JsonMapper MAPPER =
      ExactJson.builder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build();

  private static final DefaultIndenter LINES = new DefaultIndenter("  ", "\n");
  static final DefaultPrettyPrinter READABLE =
      new DefaultPrettyPrinter().withObjectIndenter(LINES).withArrayIndenter(LINES);

  private LetterJson() {}
}
