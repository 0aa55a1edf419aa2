package com.nexway.dmp.adapter.http;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An answer.
 *
 * @param status the HTTP status
 * @param words what is so, for people; empty where the body says more than that
 * @param body its content
 * @param headers Content-Type and what else is said; length and connection are added
 */
public record HttpReply(int status, String words, String body, Map<String, String> headers) {
  /** How long a sender is asked to wait, in seconds, where we cannot take what it sends now. */
  private static final String RETRY_SECONDS = "30";

  public HttpReply {
    headers = Map.copyOf(headers);
    headers.forEach(
        (name, value) -> {
          if ((name + value).chars().anyMatch(c -> c < ' ' || c > '~')) {
            throw new IllegalArgumentException("a header has more than plain letters: " + name);
          }
        });
  }

  /** {@code {"message":"…"}}; a 503 asks the sender to come again. */
  public static HttpReply json(int status, String words) {
    String body = "{\"message\":\"" + words.replace("\\", "\\\\").replace("\"", "\\\"") + "\"}\n";
    HttpReply reply =
        new HttpReply(status, words, body, Map.of("Content-Type", "application/json"));
    return status == 503 ? reply.with("Retry-After", RETRY_SECONDS) : reply;
  }

  /** The same with one more header. */
  public HttpReply with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new HttpReply(status, words, body, more);
  }

  /**
   * As it is written.
   *
   * @param keeps whether the connection stays open for another request
   * @param bodyless whether its body is left out, as a HEAD request wants it
   */
  byte[] bytes(boolean keeps, boolean bodyless) {
    byte[] content = body.getBytes(StandardCharsets.UTF_8);
    StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " " + phrase() + "\r\n");
    headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    head.append("Content-Length: ").append(content.length).append("\r\n");
    head.append(keeps ? "" : "Connection: close\r\n").append("\r\n");
    byte[] first = head.toString().getBytes(StandardCharsets.US_ASCII);
    if (bodyless) {
      return first;
    }
    byte[] whole = new byte[first.length + content.length];
    System.arraycopy(first, 0, whole, 0, first.length);
    System.arraycopy(content, 0, whole, first.length, content.length);
    return whole;
  }

  private String phrase() {
    return switch (status) {
      case 200 -> "OK";
      case 400 -> "Bad Request";
      case 401 -> "Unauthorized";
      case 404 -> "Not Found";
      case 405 -> "Method Not Allowed";
      case 408 -> "Request Timeout";
      case 413 -> "Content Too Large";
      case 415 -> "Unsupported Media Type";
      case 417 -> "Expectation Failed";
      case 431 -> "Request Header Fields Too Large";
      case 500 -> "Internal Server Error";
      case 503 -> "Service Unavailable";
      case 505 -> "HTTP Version Not Supported";
      default -> "Answer";
    };
  }
}
