package com.nexway.dmp.adapter.client;

import com.nexway.dmp.adapter.settings.DmpSettings;
import java.io.EOFException;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.jspecify.annotations.Nullable;

/** The library's failures as Java's own, in words that stand in a sentence. */
final class Words {
  private static final String HEAD_TOO_LONG =
      "the head of its answer is longer than " + AnswerSize.LONGEST_HEAD / 1024 + " KB";

  private final DmpSettings dmp;

  Words(DmpSettings dmp) {
    this.dmp = dmp;
  }

  SocketTimeoutException noAnswer() {
    return new SocketTimeoutException("no answer within " + seconds(dmp.timeout()) + " s");
  }

  SocketTimeoutException noConnection() {
    return new SocketTimeoutException(
        "no connection within " + seconds(dmp.connectTimeout()) + " s");
  }

  static IOException headTooLong() {
    return new IOException(HEAD_TOO_LONG);
  }

  /**
   * @param failure null where the connection ended without a word
   * @param connected whether the connection stood
   */
  Throwable plain(@Nullable Exception failure, boolean connected) {
    if (failure == null || failure instanceof ConnectionClosedException) {
      return new EOFException("the connection ended without an answer");
    }
    if (failure instanceof MessageConstraintException) {
      return new IOException(HEAD_TOO_LONG, failure);
    }
    if (failure instanceof HttpException) {
      return new IOException("what it answers is not HTTP: " + failure.getMessage(), failure);
    }
    return connected ? failure : unconnected(failure);
  }

  private Exception unconnected(Exception failure) {
    if (failure instanceof SocketTimeoutException) {
      return noConnection();
    }
    if (failure instanceof ConnectException) {
      return dmp.proxy().isPresent()
          ? new ConnectException("to the proxy: " + failure.getMessage())
          : failure;
    }
    if (failure instanceof UnknownHostException) {
      return dmp.proxy().isPresent()
          ? new UnknownHostException("the proxy " + failure.getMessage())
          : failure;
    }
    return failure;
  }

  /** Why a request was held back. */
  static String of(@Nullable Exception failure) {
    String text = failure == null ? null : failure.getMessage();
    return text == null ? "the connection was closed before the request was written" : text;
  }

  private static String seconds(Duration time) {
    return BigDecimal.valueOf(time.toMillis(), 3).stripTrailingZeros().toPlainString();
  }
}
