package com.nexway.dmp.adapter.camel;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nexway.dmp.adapter.event.ExactJson;
import com.nexway.dmp.adapter.outbox.OutboxUnavailable;
import com.nexway.dmp.adapter.source.webhook.WebhookDoor;
import com.nexway.dmp.adapter.source.webhook.WebhookReply;
import com.nexway.dmp.adapter.source.webhook.WebhookUnreadable;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The steps of routes/webhook.yaml that are ours; bean {@code webhook}. */
public final class WebhookSteps {
  private static final Logger LOG = LoggerFactory.getLogger(WebhookSteps.class);

  /** Deepest nesting of a notification. */
  private static final int DEPTH = 64;

  private static final String REPLY = "reply";
  private static final String RETRY_SECONDS = "30";

  private final WebhookDoor door;

  WebhookSteps(WebhookDoor door) {
    this.door = door;
  }

  /** Reads the notifications' JSON. */
  public static ObjectMapper json() {
    ObjectMapper mapper = ExactJson.builder().build();
    mapper
        .getFactory()
        .setStreamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEPTH).build());
    return mapper;
  }

  /** Takes the notification in or sets the reply that turns it away; strips every header. */
  public void knock(String source, Exchange exchange) {
    Message message = exchange.getMessage();
    byte[] body = message.getBody(byte[].class);
    String type = message.getHeader(Exchange.CONTENT_TYPE, "", String.class);
    try {
      door.stop(
              source,
              type,
              name -> name.isEmpty() ? null : message.getHeader(name, String.class),
              body == null ? new byte[0] : body)
          .ifPresent(reply -> exchange.setVariable(REPLY, reply));
    } finally {
      message.removeHeaders("*"); // whatever happens: what is left here is sent back
    }
    message.setBody(body == null ? new byte[0] : body);
  }

  /** Makes the JSON in the body a batch. */
  public void batch(String source, Exchange exchange) throws WebhookUnreadable {
    Message message = exchange.getMessage();
    message.setBody(door.batch(source, message.getBody()));
  }

  /** The batch is on disk. */
  public void taken(String source, Exchange exchange) {
    exchange.setVariable(REPLY, door.taken(source));
  }

  /** The body is not what this address takes. */
  public void unreadable(String source, Exchange exchange) {
    Exception caught = caught(exchange);
    String why = String.valueOf(caught == null ? null : caught.getMessage());
    for (Throwable cause = caught; cause != null; cause = cause.getCause()) {
      if (cause instanceof JacksonException broken) {
        why = "the body is not JSON" + at(broken.getLocation());
      } else if (cause instanceof NumberFormatException) {
        why = "the body has a number that is too long";
      }
    }
    exchange.setVariable(REPLY, door.unreadable(why));
  }

  /** We cannot keep it now. */
  public void later(String source, Exchange exchange) {
    Exception caught = caught(exchange);
    if (!(caught instanceof OutboxUnavailable)) {
      LOG.error("{}: a notification could not be taken in", source, caught);
    }
    String why = String.valueOf(caught == null ? null : caught.getMessage());
    exchange.setVariable(REPLY, door.later(source, why));
  }

  /** Answers, with nothing of what was sent. */
  public void answer(Exchange exchange) {
    WebhookReply reply = exchange.getVariable(REPLY, WebhookReply.class);
    Message message = exchange.getMessage();
    message.removeHeaders("*");
    message.setHeader(Exchange.HTTP_RESPONSE_CODE, reply.status());
    message.setHeader(Exchange.CONTENT_TYPE, "application/json");
    if (reply.status() == 503) {
      message.setHeader("Retry-After", RETRY_SECONDS);
    }
    message.setBody(reply.json());
  }

  private static @Nullable Exception caught(Exchange exchange) {
    return exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
  }

  private static String at(@Nullable JsonLocation place) {
    return place == null
        ? ""
        : ": look at line " + place.getLineNr() + ", column " + place.getColumnNr();
  }
}
