package com.nexway.dmp.adapter.http;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The head of a request.
 *
 * @param method as it was sent, such as {@code POST}
 * @param path decoded, without query and without a slash at its end
 * @param headers by their names in small letters; one that came twice has its values joined by
 *     commas
 * @param length the body's length in bytes as it was announced; 0 where there is none, {@link
 *     #CHUNKED} where its end shows itself
 * @param keepsAlive whether the sender would send another request on this connection
 */
public record RequestHead(
    String method, String path, Map<String, String> headers, long length, boolean keepsAlive) {
  /** The body comes in chunks. */
  public static final long CHUNKED = -1;

  /** A header by its name, whatever its case; null where there is none. */
  public @Nullable String header(String name) {
    return headers.get(name.toLowerCase(Locale.ROOT));
  }

  /** A header by its name, whatever its case; empty where there is none. */
  public String text(String name) {
    return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
  }

  public boolean hasBody() {
    return length != 0;
  }

  /** Whether the sender waits for our word before it sends the body. */
  boolean awaitsWord() {
    return !text("Expect").isEmpty();
  }
}
