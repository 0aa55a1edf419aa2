package com.nexway.dmp.adapter.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nexway.dmp.adapter.text.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
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

  private static final String UNKNOWN = "record";

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

  private Event(
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
   * An event of a record, a dead letter or a file: all of them are made here.
   *
   * @param key what identifies the record, such as {@link #key(String, String)} makes it; the same
   *     order seen by two sources has one key
   * @param customer whose events are kept in order; null for the e-mail address in small letters,
   *     or the key where there is none
   * @param version how new the record is (microseconds or a number that rises), null if unknown
   * @param whole the event, its properties in the document's order; not changed afterwards. Its
   *     {@code _meta.dataAcquisitionTime} in seconds is kept apart, and 0 means unknown. It may be
   *     invalid: its bytes are made when they are first asked for, after validation
   */
  public static Event of(
      String key, @Nullable String customer, @Nullable Long version, ObjectNode whole) {
    String email = whole.path("user").path("email").asText("").toLowerCase(Locale.ROOT);
    String line = customer != null ? customer : email.isEmpty() ? key : email;
    JsonNode acquired = whole.path(META).path(ACQUIRED);
    if (!acquired.canConvertToExactIntegral() || !acquired.canConvertToLong()) {
      return new Event(key, line, version, null, whole);
    }
    ObjectNode json = whole.objectNode();
    for (Map.Entry<String, JsonNode> member : whole.properties()) {
      if (!member.getKey().equals(META)) {
        json.set(member.getKey(), member.getValue());
      } else if (member.getValue().size() > 1) {
        json.set(META, ((ObjectNode) member.getValue()).deepCopy().without(ACQUIRED));
      }
    }
    long seconds = acquired.longValue();
    return new Event(key, line, version, seconds == 0 ? null : seconds, json);
  }

  /**
   * What identifies a record among all of its shop.
   *
   * @param action the event's; empty where it is not known yet
   * @param id what the mapping's {@code key:} gives
   */
  public static String key(String action, String id) {
    return (action.isEmpty() ? UNKNOWN : kind(action)) + ":" + id;
  }

  /** What the keys of an action's events begin with: an order and its cancelling are one. */
  public static String kind(String action) {
    return action.equals("cancel order") ? "order" : action;
  }

  /** The same key once the action is known. */
  public static String keyOf(String action, String key) {
    return key.startsWith(UNKNOWN + ":") ? key(action, key.substring(UNKNOWN.length() + 1)) : key;
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
    return EventJson.text(whole());
  }

  /** The event with its {@code _meta.dataAcquisitionTime} where it has one; read only. */
  public ObjectNode whole() {
    if (acquired == null) {
      return json;
    }
    ObjectNode meta = json.objectNode().put(ACQUIRED, acquired);
    if (json.get(META) instanceof ObjectNode given) {
      meta.setAll(given);
    }
    return json.objectNode().<ObjectNode>setAll(json).set(META, meta);
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
