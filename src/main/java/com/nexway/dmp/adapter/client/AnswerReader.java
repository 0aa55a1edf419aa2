package com.nexway.dmp.adapter.client;

import com.nexway.dmp.adapter.delivery.Answer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.nio.AsyncResponseConsumer;
import org.apache.hc.core5.http.nio.CapacityChannel;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/**
 * Reads one answer, with bounds. Its status counts once the head is there, even where the body
 * breaks off or is longer than what is kept.
 */
final class AnswerReader implements AsyncResponseConsumer<Void> {
  private final Attempt attempt;
  private final int limit;
  private final AnswerSize size = new AnswerSize();
  private volatile @Nullable HttpResponse head;
  private @Nullable EntityDetails entity;
  private @Nullable ByteArrayOutputStream body;

  /**
   * @param limit most bytes of the body that are kept; a longer one costs the connection
   */
  AnswerReader(Attempt attempt, int limit) {
    this.attempt = attempt;
    this.limit = limit;
  }

  /** What has come so far; null where no head has. */
  @Nullable Answer answer() {
    HttpResponse came = head;
    if (came == null) {
      return null;
    }
    if (!attempt.isConnected()) {
      return new Answer.OfProxy(came.getCode());
    }
    return new Answer.Given(came.getCode(), headers(came), text());
  }

  // Nothing depends on a 204's headers, and nearly every answer is one.
  private static Map<String, String> headers(HttpResponse came) {
    if (came.getCode() == HttpStatus.SC_NO_CONTENT) {
      return Map.of();
    }
    Map<String, String> headers = new HashMap<>();
    for (Iterator<Header> all = came.headerIterator(); all.hasNext(); ) {
      Header header = all.next();
      String value = header.getValue() == null ? "" : header.getValue();
      headers.merge(header.getName().toLowerCase(Locale.ROOT), value, (a, b) -> a + ", " + b);
    }
    return headers;
  }

  private synchronized String text() {
    return body == null ? "" : body.toString(charset());
  }

  // A name of a charset that is none, such as '', is an exception of several kinds.
  private Charset charset() {
    try {
      ContentType type = entity == null ? null : ContentType.parseLenient(entity.getContentType());
      Charset named = type == null ? null : type.getCharset();
      return named == null ? StandardCharsets.UTF_8 : named;
    } catch (IllegalArgumentException e) {
      return StandardCharsets.UTF_8;
    }
  }

  @Override
  public void informationResponse(HttpResponse interim, HttpContext context) {
    size.head(interim);
  }

  @Override
  public void consumeResponse(
      HttpResponse response,
      @Nullable EntityDetails details,
      HttpContext context,
      FutureCallback<Void> result)
      throws IOException {
    if (!attempt.isConnected()) {
      head = response;
      throw new IOException("the proxy did not pass the request on");
    }
    size.head(response);
    if (size.isHeadTooLong()) {
      throw Words.headTooLong();
    }
    entity = details;
    head = response;
    if (details == null) {
      attempt.answered(size);
    }
  }

  @Override
  public synchronized void consume(ByteBuffer part) throws IOException {
    int bytes = part.remaining();
    size.body(bytes);
    ByteArrayOutputStream kept = body;
    if (kept == null) {
      kept = new ByteArrayOutputStream(Math.min(limit, Math.max(bytes, 32)));
      body = kept;
    }
    int room = Math.min(limit - kept.size(), bytes);
    byte[] taken = new byte[room];
    part.get(taken);
    kept.write(taken, 0, room);
    if (room < bytes) {
      throw new IOException("the answer is longer than what is read of it");
    }
  }

  @Override
  public void streamEnd(@Nullable List<? extends Header> trailers) throws IOException {
    attempt.answered(size);
  }

  @Override
  public void updateCapacity(CapacityChannel channel) throws IOException {
    channel.update(Integer.MAX_VALUE);
  }

  @Override
  public void failed(Exception cause) {
    attempt.end(cause);
  }

  /** The answer has ended and the connection is free, or given up. */
  @Override
  public void releaseResources() {
    attempt.end(null);
  }
}
