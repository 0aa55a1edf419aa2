package com.nexway.dmp.adapter.sandbox;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What the document asks of a body, beyond the shape of each value. */
final class DocumentRules {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  /** What each action is about; "send data" is about the user alone. */
  private static final Map<String, String> ABOUT =
      Map.of(
          "order", "order",
          "cancel order", "order",
          "cart", "cart",
          "register licences", "registrations",
          "use product", "usage");

  private DocumentRules() {}

  /** Reads a body as JSON in UTF-8; missing, with a reason, where it is none. */
  static JsonNode read(byte[] body, Reasons reasons) {
    try {
      return JSON.readTree(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString());
    } catch (CharacterCodingException e) {
      reasons.add("", "is not UTF-8");
    } catch (JsonProcessingException e) {
      reasons.add("", "is not JSON: " + e.getOriginalMessage());
    }
    return MissingNode.getInstance();
  }

  static void check(JsonNode event, Reasons reasons) {
    Document.EVENT.check(event, "", reasons);
    String action = event.path("action").asText();
    String about = ABOUT.get(action);
    if (about != null && !event.has(about)) {
      reasons.add("/" + about, "is mandatory for the action '" + action + "'");
    }
    if (action.equals("register licences")
        && event.path("registrations").isArray()
        && event.path("registrations").isEmpty()) {
      reasons.add("/registrations", "must not be empty for the action '" + action + "'");
    }
    if (action.equals("cart")) {
      packshots(event.path("cart").path("items"), reasons);
    }
    companySize(event.path("user"), reasons);
  }

  /** "packshots of the product, optional unless the event action =='cart'". */
  private static void packshots(JsonNode items, Reasons reasons) {
    for (int i = 0; i < items.size(); i++) {
      JsonNode product = items.path(i).path("product");
      if (product.isObject() && product.path("packshots").isEmpty()) {
        reasons.add(
            "/cart/items/" + i + "/product/packshots", "is mandatory for the action 'cart'");
      }
    }
  }

  private static void companySize(JsonNode user, Reasons reasons) {
    JsonNode range = user.path("companySizeFreeRange");
    if (!range.isObject()) {
      return;
    }
    String at = "/user/companySizeFreeRange";
    if (user.has("companySizeRange")) {
      reasons.add(at, "cannot be set together with companySizeRange");
    }
    JsonNode lower = range.path("lowerBoundInclusive");
    JsonNode upper = range.path("upperBoundInclusive");
    if (lower.isMissingNode() && upper.isMissingNode()) {
      reasons.add(at, "must have lowerBoundInclusive or upperBoundInclusive");
    } else if (lower.isNumber()
        && upper.isNumber()
        && lower.decimalValue().compareTo(upper.decimalValue()) > 0) {
      reasons.add(at, "lowerBoundInclusive must be less than or equal to upperBoundInclusive");
    }
  }
}
