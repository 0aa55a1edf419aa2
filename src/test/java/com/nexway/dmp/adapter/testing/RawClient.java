package com.nexway.dmp.adapter.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A client that writes what it likes, byte by byte, and reads what comes. */
public final class RawClient implements AutoCloseable {
  /** Longer than any answer takes on a busy machine. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Socket socket;

  private RawClient(Socket socket) {
    this.socket = socket;
  }

  /** Connects to a port of this machine. */
  public static RawClient to(int port) {
    try {
      Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
      socket.setSoTimeout((int) PATIENCE.toMillis());
      return new RawClient(socket);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Connects, sends, and reads until the other side closes. */
  public static String ask(int port, String text) {
    try (RawClient client = to(port)) {
      return client.send(text).rest();
    }
  }

  public RawClient send(String text) {
    return send(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  public RawClient send(byte[] bytes) {
    try {
      socket.getOutputStream().write(bytes);
      socket.getOutputStream().flush();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sends, unless the other side has closed. */
  public RawClient trySend(byte[] bytes) {
    try {
      socket.getOutputStream().write(bytes);
    } catch (IOException e) {
      // that is what it is there for
    }
    return this;
  }

  /** The next head and body, as Content-Length says. */
  public String answer() {
    try {
      InputStream in = socket.getInputStream();
      ByteArrayOutputStream read = new ByteArrayOutputStream();
      while (!read.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
        int next = in.read();
        if (next < 0) {
          return read.toString(StandardCharsets.ISO_8859_1);
        }
        read.write(next);
      }
      String head = read.toString(StandardCharsets.ISO_8859_1);
      if (head.contains("Content-Length: ")) {
        String length = head.split("Content-Length: ", 2)[1].split("\r\n", 2)[0];
        read.write(in.readNBytes(Integer.parseInt(length)));
      }
      return read.toString(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All that comes until the other side closes, in order or not. */
  public String rest() {
    ByteArrayOutputStream read = new ByteArrayOutputStream();
    try {
      socket.getInputStream().transferTo(read);
    } catch (SocketTimeoutException e) {
      throw new AssertionError("not closed; so far: " + read, e);
    } catch (IOException e) {
      // a reset is an end as well
    }
    return read.toString(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
