package com.nexway.dmp.adapter.client;

import java.io.IOException;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import org.apache.hc.core5.http.EndpointDetails;

/**
 * Finds what a server sends beyond its answers, such as the body of a 204. The library would take
 * it for the beginning of the next answer: so such a connection is given up before another event
 * goes out on it. Bytes are counted, for the library does not show what lies in its buffers.
 */
final class Surplus {
  private final Map<EndpointDetails, Count> connections =
      Collections.synchronizedMap(new WeakHashMap<>());

  /** The bytes of one connection, which one request at a time uses. */
  static final class Count {
    private static final long NOTHING = -1;

    private long answered = NOTHING;
    private long before;
    private volatile boolean reused;

    /** Whether the present request is not the connection's first. */
    boolean isReused() {
      return reused;
    }

    /** More than the connection's answers has come. */
    private void refuse() throws IOException {
      throw new IOException("the connection brought bytes that are no part of an answer");
    }

    private void begin(long received) throws IOException {
      reused = answered != NOTHING;
      if (received != (reused ? answered : 0)) {
        refuse();
      }
      before = received;
    }

    /**
     * Is called when an answer has ended.
     *
     * @throws IOException if more has come than the answer: the connection must be given up
     */
    void end(long received, AnswerSize size) throws IOException {
      if (!size.isAll(received - before)) {
        refuse();
      }
      answered = received;
    }
  }

  /**
   * Is called before anything of a request is written.
   *
   * @throws IOException if something has come since the last answer ended: the connection must be
   *     given up
   */
  Count before(EndpointDetails connection) throws IOException {
    Count count = connections.computeIfAbsent(connection, unknown -> new Count());
    count.begin(connection.getReceivedBytesCount());
    return count;
  }
}
