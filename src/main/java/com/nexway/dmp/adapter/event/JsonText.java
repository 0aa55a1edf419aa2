package com.nexway.dmp.adapter.event;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The values of a JSON text, one after the other: of a list at the top, its elements. Numbers stay
 * exact, and names that stand twice in one object are noted.
 */
final class JsonText {
  private static final JsonFactory FACTORY = new JsonFactory();
  private static final JsonNodeFactory NODES = new JsonNodeFactory(true);

  private final JsonParser parser;
  private final int offset;
  private int listed = -1;
  private int begin;
  private List<String> twice = new ArrayList<>();

  /** Reads what stands from an offset on. */
  JsonText(byte[] utf8, int offset) throws IOException {
    this.offset = offset;
    this.begin = offset;
    this.parser =
        FACTORY.createParser(new ByteArrayInputStream(utf8, offset, utf8.length - offset));
  }

  /**
   * A value and its place.
   *
   * @param begin the byte that it begins at
   * @param end the byte behind it
   * @param pointer of an element of a list at the top, its JSON pointer; empty elsewhere
   * @param twice JSON pointers, from the top, of names that stand twice in one object
   */
  record Value(JsonNode json, int begin, int end, String pointer, List<String> twice) {}

  /**
   * The next value; null at the end.
   *
   * @throws JsonProcessingException where the text is no JSON, or larger than any event
   */
  @Nullable Value next() throws IOException {
    JsonToken token = parser.nextToken();
    while (token == (listed < 0 ? JsonToken.START_ARRAY : JsonToken.END_ARRAY)) {
      listed = listed < 0 ? 0 : -1;
      token = parser.nextToken();
    }
    if (token == null) {
      return null;
    }
    begin = offset + (int) parser.currentTokenLocation().getByteOffset();
    twice = new ArrayList<>();
    String pointer = listed < 0 ? "" : "/" + listed++;
    JsonNode json = value(token);
    int end = offset + (int) parser.currentLocation().getByteOffset();
    return new Value(json, begin, end, pointer, List.copyOf(twice));
  }

  /** The byte that the last value begins at, whether it could be read or not. */
  int begin() {
    return begin;
  }

  /** The byte at which the text is no JSON. */
  int place(JsonProcessingException e) {
    JsonLocation location = e.getLocation() == null ? parser.currentLocation() : e.getLocation();
    return offset + (int) location.getByteOffset();
  }

  /** Whether the reading stands inside a list at the top. */
  boolean inList() {
    return listed >= 0;
  }

  private JsonNode value(JsonToken token) throws IOException {
    return switch (token) {
      case START_OBJECT -> object();
      case START_ARRAY -> array();
      case VALUE_STRING -> NODES.textNode(parser.getText());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number();
      case VALUE_TRUE, VALUE_FALSE -> NODES.booleanNode(token == JsonToken.VALUE_TRUE);
      default -> NODES.nullNode();
    };
  }

  private ObjectNode object() throws IOException {
    ObjectNode object = NODES.objectNode();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      if (object.has(name) && twice.size() < Findings.MOST) {
        twice.add(parser.getParsingContext().pathAsPointer().toString());
      }
      object.set(name, value(parser.nextToken()));
    }
    return object;
  }

  private ArrayNode array() throws IOException {
    ArrayNode array = NODES.arrayNode();
    JsonToken token = parser.nextToken();
    while (token != JsonToken.END_ARRAY) {
      array.add(value(token));
      token = parser.nextToken();
    }
    return array;
  }

  private JsonNode number() throws IOException {
    try {
      return switch (parser.getNumberType()) {
        case INT -> NODES.numberNode(parser.getIntValue());
        case LONG -> NODES.numberNode(parser.getLongValue());
        case BIG_INTEGER -> NODES.numberNode(parser.getBigIntegerValue());
        default -> NODES.numberNode(parser.getDecimalValue());
      };
    } catch (ArithmeticException | NumberFormatException e) {
      throw new JsonParseException(parser, "an exponent that no number can have", e);
    }
  }
}
