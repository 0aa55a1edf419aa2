package com.nexway.dmp.adapter.camel;

import com.nexway.dmp.adapter.delivery.Pace;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HeaderElements;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.Method;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.io.HttpResponseInformationCallback;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.message.MessageSupport;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.apache.hc.core5.io.CloseMode;
import org.jspecify.annotations.Nullable;

/**
 * Writes requests and reads their answers, at the last moment before the socket: the connection
 * stands, so that what the pace is told here is what the DMP sees.
 */
final class PacedRequests extends HttpRequestExecutor {
  private final Pace pace;
  private final BooleanSupplier maySend;
  private final int answerLimit;
  private final Duration timeout;

  /**
   * @param maySend whether the lease is still held
   * @param answerLimit most bytes of an answer that are read; a longer one costs the connection
   * @param timeout how long one answer may take, from its request to its last byte
   */
  PacedRequests(Pace pace, BooleanSupplier maySend, int answerLimit, Duration timeout) {
    this.pace = pace;
    this.maySend = maySend;
    this.answerLimit = answerLimit;
    this.timeout = timeout;
  }

  @Override
  public ClassicHttpResponse execute(
      ClassicHttpRequest request,
      HttpClientConnection connection,
      @Nullable HttpResponseInformationCallback callback,
      HttpContext context)
      throws IOException, HttpException {
    if (Method.CONNECT.isSame(request.getMethod())) {
      // To the proxy, not to the DMP.
      return super.execute(request, connection, callback, context);
    }
    Pace.Start start = pace.start();
    try {
      HttpCoreContext core = HttpCoreContext.cast(context);
      core.setSSLSession(connection.getSSLSession());
      core.setEndpointDetails(connection.getEndpointDetails());
      write(request, connection, start);
      return read(request, connection);
    } catch (IOException | HttpException | RuntimeException e) {
      connection.close(CloseMode.IMMEDIATE);
      throw e;
    } finally {
      start.answered();
    }
  }

  private void write(ClassicHttpRequest request, HttpClientConnection connection, Pace.Start start)
      throws IOException, HttpException {
    for (long wait = start.tryBegin(); wait > 0; wait = start.tryBegin()) {
      LockSupport.parkNanos(this, wait);
      if (Thread.currentThread().isInterrupted()) {
        throw new InterruptedIOException("stopped before the request began");
      }
    }
    if (!maySend.getAsBoolean()) {
      // This process stood still for long: another one sends by now.
      throw new IllegalStateException("the right to send is with another process");
    }
    connection.sendRequestHeader(request);
    if (request.getEntity() != null) {
      connection.sendRequestEntity(request);
    }
    connection.flush();
    start.written();
  }

  private ClassicHttpResponse read(ClassicHttpRequest request, HttpClientConnection connection)
      throws IOException, HttpException {
    long end = System.nanoTime() + timeout.toNanos();
    ClassicHttpResponse response = connection.receiveResponseHeader();
    while (response.getCode() < HttpStatus.SC_SUCCESS) {
      late(end);
      response = connection.receiveResponseHeader();
    }
    if (MessageSupport.canResponseHaveBody(request.getMethod(), response)) {
      connection.receiveResponseEntity(response);
      HttpEntity entity = response.getEntity();
      if (entity != null) {
        keep(response, entity, connection, end);
      }
    }
    return response;
  }

  /** Reads the body up to the limit. The status counts, even where the body breaks off. */
  private void keep(
      ClassicHttpResponse response, HttpEntity entity, HttpClientConnection connection, long end) {
    byte[] kept = new byte[answerLimit];
    int length = 0;
    boolean whole = false;
    try {
      InputStream in = entity.getContent();
      while (!whole && length < answerLimit) {
        late(end);
        int read = in.read(kept, length, answerLimit - length);
        whole = read < 0;
        length += Math.max(0, read);
      }
      whole = whole || in.read() < 0;
    } catch (IOException e) {
      whole = false;
    }
    if (!whole) {
      connection.close(CloseMode.IMMEDIATE);
      response.setHeader(HttpHeaders.CONNECTION, HeaderElements.CLOSE);
    }
    // Taken as it came: nothing was asked to be compressed.
    response.removeHeaders(HttpHeaders.CONTENT_ENCODING);
    response.setEntity(
        new ByteArrayEntity(kept, 0, length, ContentType.parseLenient(entity.getContentType())));
  }

  private static void late(long end) throws SocketTimeoutException {
    if (System.nanoTime() - end > 0) {
      throw new SocketTimeoutException("the answer did not end in time");
    }
  }
}
