package com.nexway.dmp.adapter.client;

import java.util.Iterator;
import org.apache.hc.core5.http.FormattedHeader;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpResponse;

/** How many bytes an answer takes on the wire, interim answers (1xx) before it included. */
final class AnswerSize {
  /** The longest head that is read: 64 KB. Usual gateways send less than 1 KB. */
  static final int LONGEST_HEAD = 64 * 1024;

  private static final int LINE_END = 2;
  private static final int STATUS = 3;
  private static final int LAST_CHUNK = "0\r\n\r\n".length();

  private long heads;
  private long lastHead;
  private long body;
  private boolean chunked;

  /** Adds one head. */
  void head(HttpResponse response) {
    lastHead = statusLine(response) + LINE_END;
    for (Iterator<Header> all = response.headerIterator(); all.hasNext(); ) {
      lastHead += line(all.next()) + LINE_END;
    }
    heads += lastHead;
    chunked = response.containsHeader(HttpHeaders.TRANSFER_ENCODING);
  }

  /** Adds a part of the body. */
  void body(int bytes) {
    body += bytes;
  }

  /** Whether the last head is longer than may be. */
  boolean isHeadTooLong() {
    return lastHead > LONGEST_HEAD;
  }

  /**
   * Whether so many bytes are the answer and nothing else. An answer that is written unusually (no
   * space before a missing reason, several chunks) cannot be told from one with a surplus: no.
   */
  boolean isAll(long bytes) {
    return bytes == heads + (chunked ? oneChunk() : body);
  }

  private long oneChunk() {
    return body == 0
        ? LAST_CHUNK
        : Long.toHexString(body).length() + LINE_END + body + LINE_END + LAST_CHUNK;
  }

  // The space before the reason is there also where there is no reason (RFC 9112, 4).
  private static long statusLine(HttpResponse response) {
    String reason = response.getReasonPhrase();
    int phrase = reason == null ? 0 : reason.length();
    return response.getVersion().format().length() + 1L + STATUS + 1 + phrase + LINE_END;
  }

  private static int line(Header header) {
    return header instanceof FormattedHeader raw
        ? raw.getBuffer().length()
        : header.getName().length() + 2 + header.getValue().length();
  }
}
