package com.nexway.dmp.adapter.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A server that keeps each request as it came and answers with bytes that a test wrote. */
public final class RawServer implements AutoCloseable {
  private final ServerSocket server;
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final List<Socket> open = new CopyOnWriteArrayList<>();
  private final AtomicInteger connections = new AtomicInteger();
  private final Answering answering;
  private volatile byte[] answer = {};
  private volatile boolean closes;

  /** Answers one request, byte for byte. */
  public interface Answering {
    /**
     * @param number of the request, from 1
     * @param to whatever is written is on the wire at once; closing it hangs up
     */
    void answer(int number, OutputStream to) throws IOException, InterruptedException;
  }

  public RawServer(ServerSocket server, String answer) {
    this(server, null, answer);
  }

  private RawServer(ServerSocket server, @Nullable Answering answering, String answer) {
    this.server = server;
    this.answering = answering == null ? (number, to) -> to.write(this.answer) : answering;
    answer(answer);
    Thread thread = new Thread(this::accept, "raw server");
    thread.setDaemon(true);
    thread.start();
  }

  /** On a free port of this machine, over plain TCP. */
  public static RawServer answering(String answer) throws IOException {
    return new RawServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), answer);
  }

  /** On a free port of this machine, over plain TCP; each request is answered as is said. */
  public static RawServer by(Answering answering) throws IOException {
    return new RawServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), answering, "");
  }

  /** How many connections were made. */
  public int connections() {
    return connections.get();
  }

  /** Closes the connection after each answer. */
  public RawServer closing() {
    closes = true;
    return this;
  }

  public final void answer(String next) {
    answer = next.getBytes(StandardCharsets.ISO_8859_1);
  }

  public int port() {
    return server.getLocalPort();
  }

  /** The requests so far, head and body. */
  public List<String> requests() {
    return requests;
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        connections.incrementAndGet();
        open.add(socket);
        Thread thread = new Thread(() -> serve(socket), "raw server connection");
        thread.setDaemon(true);
        thread.start();
      } catch (IOException e) {
        // Closed, or a handshake that failed: the next one may work.
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      InputStream in = socket.getInputStream();
      OutputStream out = socket.getOutputStream();
      for (String request = read(in); request != null; request = read(in)) {
        requests.add(request);
        answering.answer(requests.size(), out);
        out.flush();
        if (closes) {
          return;
        }
      }
    } catch (IOException e) {
      // The client has hung up.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String read(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
      int next = in.read();
      if (next < 0) {
        return null;
      }
      head.write(next);
    }
    String text = head.toString(StandardCharsets.ISO_8859_1);
    int length = 0;
    for (String line : text.split("\r\n")) {
      if (line.toLowerCase(java.util.Locale.ROOT).startsWith("content-length:")) {
        length = Integer.parseInt(line.substring(15).trim());
      }
    }
    return text + new String(in.readNBytes(length), StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Socket socket : open) {
      socket.close();
    }
  }
}
