package com.nexway.dmp.adapter.sandbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Why a body is answered 400: every reason, with the JSON pointer it is about. */
final class Reasons {
  private static final int MOST = 100;

  private final ObjectNode json = JsonNodeFactory.instance.objectNode();
  private final ArrayNode list = json.putArray("reasons");

  void add(String pointer, String reason) {
    if (list.size() < MOST) {
      list.addObject().put("pointer", pointer).put("reason", reason);
    }
  }

  boolean none() {
    return list.isEmpty();
  }

  /** {@code {"reasons":[{"pointer":"/user/email","reason":"…"}]}}. */
  String json() {
    return json.toString();
  }
}
