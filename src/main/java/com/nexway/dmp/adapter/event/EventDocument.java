package com.nexway.dmp.adapter.event;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.nexway.dmp.adapter.event.Property.Need;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The Event document: every property with its type, its need and its values.
 *
 * <p>It is read from {@code event.schema.json}, the one place where the document is written down.
 */
public final class EventDocument {
  private static final String SCHEMA = "event.schema.json";
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
  private static final EventDocument DOCUMENT = new EventDocument(schema());

  private final JsonNode schema;
  private final Property root;
  private final Map<String, Property> byPath = new LinkedHashMap<>();
  private final Map<String, String> about = new HashMap<>();

  private EventDocument(JsonNode schema) {
    this.schema = schema;
    this.root = property(schema, "", "", Need.MANDATORY);
    root.members().values().forEach(this::index);
    for (Map.Entry<String, JsonNode> action : schema.at("/properties/action/about").properties()) {
      about.put(action.getKey(), action.getValue().asText());
    }
  }

  /** The document of the DMP's event API. */
  public static EventDocument document() {
    return DOCUMENT;
  }

  /** The event itself. */
  public Property root() {
    return root;
  }

  /** The property at a path as the document prints it: {@code order.items[].product.name}. */
  public Optional<Property> find(String path) {
    return Optional.ofNullable(byPath.get(path));
  }

  /** The paths of all 107 properties as the document prints them, in its order. */
  public Collection<String> paths() {
    return Collections.unmodifiableSet(byPath.keySet());
  }

  /** The object that an action is about, and needs; empty where it needs nothing but the user. */
  public Optional<String> about(String action) {
    return Optional.ofNullable(about.get(action));
  }

  static JsonNode schema() {
    try (InputStream in = EventDocument.class.getResourceAsStream(SCHEMA)) {
      return JSON.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + SCHEMA + ", which is part of the program", e);
    }
  }

  private void index(Property property) {
    byPath.put(property.path(), property);
    property.members().values().forEach(this::index);
    if (property.item() != null) {
      property.item().members().values().forEach(this::index);
    }
  }

  private Property property(JsonNode described, String path, String name, Need need) {
    JsonNode node = resolved(described);
    Kind kind = kind(node);
    String printed = kind == Kind.ARRAY ? path + "[]" : path;
    return new Property(
        printed,
        name,
        kind,
        need,
        described.path("description").asText(node.path("description").asText()),
        texts(node.path("enum")),
        range(node),
        members(node, printed),
        kind == Kind.ARRAY ? property(node.path("items"), printed, name, need) : null);
  }

  private Map<String, Property> members(JsonNode node, String path) {
    List<String> required = texts(node.path("required"));
    List<String> expected = texts(node.path("expected"));
    Map<String, Property> members = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> member : node.path("properties").properties()) {
      String name = member.getKey();
      Need need = Need.OPTIONAL;
      if (required.contains(name)) {
        need = Need.MANDATORY;
      } else if (expected.contains(name)) {
        need = Need.EXPECTED;
      }
      String memberPath = path.isEmpty() ? name : path + "." + name;
      members.put(name, property(member.getValue(), memberPath, name, need));
    }
    return Collections.unmodifiableMap(members);
  }

  private JsonNode resolved(JsonNode node) {
    JsonNode reference = node.path("$ref");
    return reference.isMissingNode() ? node : schema.at(reference.asText().substring(1));
  }

  private static Kind kind(JsonNode node) {
    String format = node.path("format").asText();
    return switch (node.path("type").asText()) {
      case "object" -> Kind.OBJECT;
      case "array" -> Kind.ARRAY;
      case "integer" -> format.equals("int64") ? Kind.INT64 : Kind.INTEGER;
      case "number" -> Kind.FLOAT;
      case "string" -> format.equals("date") ? Kind.DATE : Kind.STRING;
      default -> throw new IllegalStateException(SCHEMA + " has a property without a type");
    };
  }

  private static @Nullable Range range(JsonNode node) {
    return node.has("minimum")
        ? new Range(node.get("minimum").decimalValue(), node.get("maximum").decimalValue())
        : null;
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(text -> texts.add(text.asText()));
    return List.copyOf(texts);
  }
}
