package com.nexway.dmp.adapter.event;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** The rules of the document, and a few of ours, that the types of single properties cannot say. */
final class Rules {
  private static final String NO_PACKSHOT =
      "must hold a picture of the product (URL, height, width), because the action is cart";

  private Rules() {}

  /** Finds what breaks a rule; properties of a wrong type are left to {@link Check}. */
  static void check(JsonNode event, Findings found) {
    String action = event.path("action").asText();
    about(event, action, found);
    if (action.equals("cart")) {
      packshots(event.path("cart").path("items"), found);
    }
    JsonNode user = event.path("user");
    found.enter("user");
    email(user.get("email"), found);
    streets(user.path("addresses"), found);
    companySize(user, found);
    found.leave();
  }

  private static void about(JsonNode event, String action, Findings found) {
    String about = EventDocument.document().about(action).orElse(null);
    if (about == null) {
      return;
    }
    JsonNode object = event.get(about);
    found.enter(about);
    if (object == null) {
      found.error(null, Wording.OURS + "must be there, because the action is " + action);
    } else if (object.isArray() && object.isEmpty()) {
      found.error(object, Wording.OURS + "must hold at least one, because the action is " + action);
    }
    found.leave();
  }

  private static void packshots(JsonNode items, Findings found) {
    found.enter("cart");
    found.enter("items");
    for (int i = 0; items.isArray() && i < items.size(); i++) {
      JsonNode product = items.get(i).path("product");
      JsonNode packshots = product.get("packshots");
      found.enter(i);
      found.enter("product");
      found.enter("packshots");
      if (product.isObject() && packshots == null) {
        found.error(null, NO_PACKSHOT);
      } else if (packshots != null && packshots.isArray() && packshots.isEmpty()) {
        found.error(packshots, Wording.OURS + NO_PACKSHOT);
      }
      found.leave();
      found.leave();
      found.leave();
    }
    found.leave();
    found.leave();
  }

  private static void email(@Nullable JsonNode email, Findings found) {
    String refusal =
        email != null && email.isTextual() ? EmailPattern.refusal(email.textValue()) : null;
    if (refusal != null) {
      found.enter("email");
      found.error(email, "is no address that the DMP takes: " + refusal);
      found.leave();
    }
  }

  private static void streets(JsonNode addresses, Findings found) {
    for (int i = 0; addresses.isArray() && i < addresses.size(); i++) {
      JsonNode street = addresses.get(i).path("street");
      if (street.isTextual() && street.textValue().indexOf('\r') >= 0) {
        found.enter("addresses");
        found.enter(i);
        found.enter("street");
        found.error(
            street,
            Wording.OURS + "lines end with LF (\\n) alone: write \\n in place of \\r\\n and \\r");
        found.leave();
        found.leave();
        found.leave();
      }
    }
  }

  private static void companySize(JsonNode user, Findings found) {
    JsonNode range = user.path("companySizeFreeRange");
    if (!range.isObject()) {
      return;
    }
    JsonNode lower = range.get("lowerBoundInclusive");
    JsonNode upper = range.get("upperBoundInclusive");
    found.enter("companySizeFreeRange");
    if (user.has("companySizeRange")) {
      found.error(range, "cannot stand beside companySizeRange: leave one of the two out");
    }
    if (lower == null && upper == null) {
      found.error(range, "must have lowerBoundInclusive, upperBoundInclusive or both");
    } else if (isAbove(lower, upper)) {
      found.enter("lowerBoundInclusive");
      found.error(lower, "must not be above upperBoundInclusive, which is " + Shown.value(upper));
      found.leave();
    }
    found.leave();
  }

  private static boolean isAbove(@Nullable JsonNode lower, @Nullable JsonNode upper) {
    return lower != null
        && upper != null
        && isLong(lower)
        && isLong(upper)
        && lower.longValue() > upper.longValue();
  }

  private static boolean isLong(JsonNode value) {
    return value.canConvertToLong() && value.canConvertToExactIntegral();
  }
}
