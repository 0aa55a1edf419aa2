package com.nexway.dmp.adapter.event;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NumericNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Map;

/** Writes an event as the bytes that are sent: UTF-8, {@code _meta} first, plain digits. */
final class EventJson {
  /** As far as a 64-bit float reaches: a number that would need more digits keeps its exponent. */
  private static final int MOST_ZEROS = 400;

  /** Deeper than any event: what stands below is not an event's, and is not written. */
  private static final int DEEPEST = 50;

  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8).build();

  private EventJson() {}

  /** The bytes of an event that validation has passed; an empty {@code _meta} is left out. */
  static byte[] bytes(ObjectNode json) {
    try (ByteArrayBuilder bytes = new ByteArrayBuilder(1024);
        JsonGenerator out = FACTORY.createGenerator(bytes)) {
      event(json, out);
      out.flush();
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("an event that is not valid Unicode has no bytes to send", e);
    }
  }

  /** The text of any event, valid or not, for people to read and mend. */
  static String text(ObjectNode json) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = FACTORY.createGenerator(text)) {
      event(json, out.useDefaultPrettyPrinter());
    } catch (IOException e) {
      throw new UncheckedIOException("text can always be written to memory", e);
    }
    return text.toString();
  }

  private static void event(ObjectNode json, JsonGenerator out) throws IOException {
    out.writeStartObject();
    JsonNode meta = json.path(Event.META);
    if (!meta.isMissingNode() && !(meta.isObject() && meta.isEmpty())) {
      member(Event.META, meta, out, 1);
    }
    for (Map.Entry<String, JsonNode> member : json.properties()) {
      if (!member.getKey().equals(Event.META)) {
        member(member.getKey(), member.getValue(), out, 1);
      }
    }
    out.writeEndObject();
  }

  private static void member(String name, JsonNode value, JsonGenerator out, int depth)
      throws IOException {
    out.writeFieldName(name);
    value(value, out, depth);
  }

  private static void value(JsonNode value, JsonGenerator out, int depth) throws IOException {
    if (depth > DEEPEST) {
      out.writeNull();
      return;
    }
    switch (value.getNodeType()) {
      case OBJECT -> {
        out.writeStartObject();
        for (Map.Entry<String, JsonNode> member : value.properties()) {
          member(member.getKey(), member.getValue(), out, depth + 1);
        }
        out.writeEndObject();
      }
      case ARRAY -> {
        out.writeStartArray();
        for (JsonNode element : value) {
          value(element, out, depth + 1);
        }
        out.writeEndArray();
      }
      case STRING -> out.writeString(value.textValue());
      case NUMBER -> number((NumericNode) value, out);
      case BOOLEAN -> out.writeBoolean(value.booleanValue());
      default -> out.writeNull();
    }
  }

  private static void number(NumericNode value, JsonGenerator out) throws IOException {
    if (value.isInt() || value.isLong()) {
      out.writeNumber(value.longValue());
    } else if (value.isNaN()) {
      out.writeNull();
    } else {
      out.writeNumber(plain(value.decimalValue()));
    }
  }

  /** Up to a scale of 6, toString writes no exponent either, and is quicker. */
  private static String plain(BigDecimal number) {
    boolean readable = number.scale() >= 0 && number.scale() <= 6;
    boolean needsExponent = Math.abs((long) number.scale()) > MOST_ZEROS;
    return readable || needsExponent ? number.toString() : number.toPlainString();
  }
}
