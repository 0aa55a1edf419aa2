package com.nexway.dmp.adapter.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
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
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build();
  private static final String META_OPENS = "{\"_meta\":{";

  private final String key;
  private final String customer;
  private final @Nullable Long version;
  private final @Nullable Long acquired;
  private final ObjectNode json;
  private final byte[] unstamped;

  /**
   * @param key what identifies the record, such as {@code order:1001}; the same order seen by two
   *     sources has one key
   * @param customer whose events are kept in order; the e-mail address in lower case by default
   * @param version how new the record is (microseconds or a number that rises), null if unknown
   * @param acquired {@code _meta.dataAcquisitionTime} in seconds where the mapping gives one
   * @param json the event without {@code _meta.dataAcquisitionTime}, its properties in the
   *     document's order; not changed afterwards
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
    this.unstamped = bytes(json);
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

  /** SHA-256 of the body without {@code _meta.dataAcquisitionTime}: equal means unchanged. */
  public byte[] fingerprint() {
    try {
      return MessageDigest.getInstance("SHA-256").digest(unstamped);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /**
   * The exact bytes to send, in UTF-8.
   *
   * @param stamp {@code _meta.dataAcquisitionTime}, in seconds since 1970-01-01 UTC
   */
  public byte[] body(long stamp) {
    String text = new String(unstamped, StandardCharsets.UTF_8);
    String member = "\"dataAcquisitionTime\":" + stamp;
    String stamped;
    if (text.startsWith(META_OPENS)) {
      stamped = META_OPENS + member + "," + text.substring(META_OPENS.length());
    } else {
      stamped = META_OPENS + member + (text.equals("{}") ? "}}" : "}," + text.substring(1));
    }
    return stamped.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] bytes(ObjectNode json) {
    try {
      return JSON.writeValueAsBytes(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a JSON tree can always be written", e);
    }
  }
}
