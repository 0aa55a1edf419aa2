package com.nexway.dmp.adapter.delivery;

import com.nexway.dmp.adapter.files.Obstacle;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Why no answer came. */
final class Failures {
  private static final int LONGEST = 300;
  private static final int DEEPEST = 10;

  private Failures() {}

  /**
   * Whether the two ends could not agree on a secure connection. One that broke off on the way is
   * not meant: that is the network's fault.
   */
  static boolean isTlsRefused(Throwable failure) {
    boolean refused = false;
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
      if (cause instanceof SocketException
          || cause instanceof EOFException
          || cause instanceof SocketTimeoutException) {
        return false;
      }
      refused |= cause instanceof SSLException;
      cause = cause.getCause();
    }
    return refused;
  }

  /** The failure in a few words; the exception's own where it is not one of the usual ones. */
  static String inWords(@Nullable Throwable failure) {
    if (failure == null) {
      return "the connection ended without an answer";
    }
    if (failure instanceof UnknownHostException) {
      return "its name is not known (" + message(failure) + ")";
    }
    if (failure instanceof SocketTimeoutException) {
      return "it took too long (" + message(failure) + ")";
    }
    if (failure instanceof ConnectException || failure instanceof NoRouteToHostException) {
      return "no connection (" + message(failure) + ")";
    }
    if (failure instanceof IOException own && message(own).contains("Too many open files")) {
      return Obstacle.words(own);
    }
    if (message(failure).matches("Broken pipe|Connection reset.*")) {
      return "it cut the connection (" + message(failure) + ")";
    }
    return message(failure);
  }

  /** What lies deepest, in its own words. */
  static String root(Throwable failure) {
    Throwable root = failure;
    for (int depth = 0; root.getCause() != null && depth < DEEPEST; depth++) {
      root = root.getCause();
    }
    return message(root);
  }

  private static String message(Throwable failure) {
    String text = failure.getMessage();
    if (text == null || text.isBlank()) {
      return failure.getClass().getSimpleName();
    }
    return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
  }
}
