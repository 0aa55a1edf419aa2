package com.nexway.dmp.adapter.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nexway.dmp.adapter.text.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One Event of the DMP: its JSON, and what the outbox must know of it.
 *
 * <p>{@code _meta.dataAcquisitionTime} is kept apart: it is stamped once, at intake, so that a
 * record that goes from A to B and back to A renders three different bodies (the DMP drops a body
 * that it has processed before), while the fingerprint without it tells whether the record has
 * changed.
 */
public final class Event {
  /** Room for {@code "_meta":{"dataAcquisitionTime":…}}. */
  private static final int STAMPED = 48;

  static final String META = "_meta";
  static final String ACQUIRED = "dataAcquisitionTime";
  private static final byte[] META_OPENS = "{\"_meta\":{".getBytes(StandardCharsets.UTF_8);
  private static final String STAMP = "{\"_meta\":{\"dataAcquisitionTime\":";

  private final String key;
  private final String customer;
  private final @Nullable Long version;
  private final @Nullable Long acquired;
  private final ObjectNode json;
  private volatile byte @Nullable [] unstamped;

  /**
   * @param key what identifies the record, such as {@code order:1001}; the same order seen by two
   *     sources has one key
   * @param customer whose events are kept in order; the e-mail address in lower case by default
   * @param version how new the record is (microseconds or a number that rises), null if unknown
   * @param acquired {@code _meta.dataAcquisitionTime} in seconds where the mapping gives one
   * @param json the event without {@code _meta.dataAcquisitionTime}, its properties in the
   *     document's order; not changed afterwards. It may be invalid: its bytes are made when they
   *     are first asked for, after validation
   */
  public Event(
      String key,
      String customer,
      @Nullable Long version,
      @Nullable Long acquired,
      ObjectNode json) {
    this.key = key;
    this.customer = customer;
    this.version = version;
    this.acquired = acquired;
    this.json = json;
  }

  /**
   * An event from complete JSON, such as a dead letter that a person has mended: {@code
   * _meta.dataAcquisitionTime} is taken out of it; 0 means unknown.
   */
  public static Event complete(
      String key, String customer, @Nullable Long version, ObjectNode complete) {
    JsonNode acquired = complete.path(META).path(ACQUIRED);
    if (!acquired.canConvertToExactIntegral() || !acquired.canConvertToLong()) {
      return new Event(key, customer, version, null, complete);
    }
    ObjectNode json = complete.objectNode();
    for (Map.Entry<String, JsonNode> member : complete.properties()) {
      boolean meta = member.getKey().equals(META);
      json.set(
          member.getKey(),
          meta ? ((ObjectNode) member.getValue()).deepCopy().without(ACQUIRED) : member.getValue());
    }
    long seconds = acquired.longValue();
    return new Event(key, customer, version, seconds == 0 ? null : seconds, json);
  }

  public String key() {
    return key;
  }

  public String customer() {
    return customer;
  }

  public @Nullable Long version() {
    return version;
  }

  public @Nullable Long acquired() {
    return acquired;
  }

  /** The {@code action}; empty where the event has none, which validation refuses. */
  public String action() {
    return json.path("action").asText("");
  }

  /** The event without {@code _meta.dataAcquisitionTime}; read only. */
  public ObjectNode json() {
    return json;
  }

  /**
   * The event as JSON text for people, valid or not: for dead letters and previews. What nests
   * deeper than any event is left out as null.
   */
  public String text() {
    if (acquired == null) {
      return EventJson.text(json);
    }
    ObjectNode meta = json.objectNode().put(ACQUIRED, acquired);
    if (json.get(META) instanceof ObjectNode given) {
      meta.setAll(given);
    }
    return EventJson.text(json.objectNode().<ObjectNode>setAll(json).set(META, meta));
  }

  /**
   * SHA-256 of the body without {@code _meta.dataAcquisitionTime}: equal means unchanged. For
   * events that validation has passed.
   */
  public byte[] fingerprint() {
    return Sha256.of(unstamped());
  }

  /**
   * The exact bytes to send, in UTF-8: {@code _meta} first, opened by the stamp. For events that
   * validation has passed.
   *
   * @param stamp {@code _meta.dataAcquisitionTime}, in seconds since 1970-01-01 UTC
   */
  public byte[] body(long stamp) {
    byte[] event = unstamped();
    boolean hasMeta = Arrays.mismatch(event, META_OPENS) >= META_OPENS.length;
    int from = hasMeta ? META_OPENS.length : 1;
    String between = hasMeta ? "," : event.length > 2 ? "}," : "}";
    byte[] head = (STAMP + stamp + between).getBytes(StandardCharsets.UTF_8);
    byte[] body = Arrays.copyOf(head, head.length + event.length - from);
    System.arraycopy(event, from, body, head.length, event.length - from);
    return body;
  }

  /** How many bytes {@link #body} has, about: the stamp's length differs. */
  int size() {
    return unstamped().length + STAMPED;
  }

  private byte[] unstamped() {
    byte[] bytes = unstamped;
    if (bytes == null) {
      bytes = EventJson.bytes(json);
      unstamped = bytes;
    }
    return bytes;
  }
}
