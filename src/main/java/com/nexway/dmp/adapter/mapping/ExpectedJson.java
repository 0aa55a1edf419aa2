package com.nexway.dmp.adapter.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.nexway.dmp.adapter.event.Property;
import com.nexway.dmp.adapter.yaml.Nearest;
import com.nexway.dmp.adapter.yaml.YamlNode;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The event of an example as JSON, each value of the type that the document gives it. */
final class ExpectedJson {
  private final Reading reading;

  ExpectedJson(Reading reading) {
    this.reading = reading;
  }

  /** The JSON; null where it is wrong, which is told. */
  @Nullable JsonNode of(Property target, YamlNode node) {
    return switch (target.kind()) {
      case OBJECT -> object(target, node);
      case ARRAY -> array(target, node);
      case STRING, DATE -> text(target, node);
      case INT64, INTEGER, FLOAT -> number(target, node);
    };
  }

  private @Nullable JsonNode object(Property target, YamlNode node) {
    if (!(node instanceof YamlNode.Fields fields)) {
      return wrong(target, node, "is made of properties");
    }
    ObjectNode object = new ObjectNode(JsonNodeFactory.instance);
    for (Map.Entry<String, YamlNode> entry : fields.entries().entrySet()) {
      Property member = target.members().get(entry.getKey());
      if (member == null) {
        reading.add(
            fields.problemAt(
                entry.getKey(),
                "the example: "
                    + LeafReader.name(target)
                    + " has no property '"
                    + entry.getKey()
                    + "'"
                    + Nearest.hint(entry.getKey(), target.members().keySet())));
        continue;
      }
      JsonNode value = of(member, entry.getValue());
      if (value != null) {
        object.set(entry.getKey(), value);
      }
    }
    return object;
  }

  private @Nullable JsonNode array(Property target, YamlNode node) {
    if (!(node instanceof YamlNode.Items items) || target.item() == null) {
      return wrong(target, node, "is a list");
    }
    ArrayNode array = new ArrayNode(JsonNodeFactory.instance);
    for (YamlNode item : items.items()) {
      JsonNode element = of(target.item(), item);
      if (element != null) {
        array.add(element);
      }
    }
    return array;
  }

  private @Nullable JsonNode text(Property target, YamlNode node) {
    return node instanceof YamlNode.Scalar scalar
        ? TextNode.valueOf(scalar.text())
        : wrong(target, node, "is a text");
  }

  private @Nullable JsonNode number(Property target, YamlNode node) {
    Object value = node instanceof YamlNode.Scalar ? YamlValue.of(node) : null;
    if (value instanceof Long whole) {
      return DecimalNode.valueOf(BigDecimal.valueOf(whole));
    }
    return value instanceof BigDecimal decimal
        ? DecimalNode.valueOf(decimal)
        : wrong(target, node, "is a number, written without quotes");
  }

  private @Nullable JsonNode wrong(Property target, YamlNode node, String what) {
    reading.problem(node, "the example: " + LeafReader.name(target) + " " + what);
    return null;
  }
}
