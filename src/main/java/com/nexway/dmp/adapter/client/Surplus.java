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
  /** What had come on each connection when its last answer ended. */
  private final Map<EndpointDetails, Long> read = Collections.synchronizedMap(new WeakHashMap<>());

  /**
   * Is called before anything of a request is written.
   *
   * @return what has come on the connection so far, in bytes
   * @throws IOException if something has come since the last answer ended
   */
  long before(EndpointDetails connection) throws IOException {
    long received = connection.getReceivedBytesCount();
    Long last = read.get(connection);
    if (last != null && last != received) {
      throw new IOException("the connection brought bytes that nobody had asked for");
    }
    return received;
  }

  /**
   * Is called when an answer has ended.
   *
   * @param before what {@link #before} said
   * @param size the answer's size
   * @throws IOException if more has come than the answer
   */
  void after(EndpointDetails connection, long before, AnswerSize size) throws IOException {
    long received = connection.getReceivedBytesCount();
    if (!size.isAll(received - before)) {
      throw new IOException("the answer is followed by bytes that are no part of it");
    }
    read.put(connection, received);
  }
}
