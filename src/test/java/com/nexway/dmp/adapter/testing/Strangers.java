package com.nexway.dmp.adapter.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;

/** People who found the port of the webhooks, and know nothing but its address. */
public final class Strangers implements AutoCloseable {
  /** Sockets that this side keeps; whoever closed the others long ago does not mind. */
  private static final int KEPT = 2_500;

  private static final int CONNECT_MILLIS = 10_000;

  private final int port;
  private final String path;
  private final Deque<Socket> open = new ArrayDeque<>();

  public Strangers(URI address) {
    this.port = address.getPort();
    this.path = address.getPath();
  }

  /** Connections that each announce a megabyte, and leave out its last byte. */
  public Strangers halfBodies(int count) {
    byte[] body = "x".repeat((1 << 20) - 1).getBytes(StandardCharsets.ISO_8859_1);
    String head = head() + "Content-Length: " + (1 << 20) + "\r\n\r\n";
    for (int i = 0; i < count; i++) {
      send(connect(), text(head), body);
    }
    return this;
  }

  /** Connections that never end their head. */
  public Strangers halfHeads(int count) {
    for (int i = 0; i < count; i++) {
      send(connect(), text("POST " + path + " HTTP/1.1\r\nHost: x\r\n"));
    }
    return this;
  }

  /**
   * Whole bodies of nearly a megabyte, all at once, that hold a part of JSON as often as it goes.
   *
   * @return what they are answered
   */
  public List<Integer> bodiesOf(String part, int count) {
    int times = (1_000_000 - part.length()) / part.length();
    String body = "{\"id\":1,\"a\":[" + part.repeat(times) + "1]}";
    List<RawClient> clients = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      clients.add(RawClient.to(port).send(head() + "Connection: close\r\n"));
    }
    clients.forEach(client -> client.send("Content-Length: " + body.length() + "\r\n\r\n" + body));
    return clients.stream().map(client -> Integer.valueOf(client.rest().split(" ")[1])).toList();
  }

  /** Whatever comes to mind, again and again. */
  public Strangers garbage(Duration time, Runnable meanwhile) {
    long end = System.nanoTime() + time.toNanos();
    while (System.nanoTime() < end) {
      for (Supplier<byte[]> one : kinds()) {
        send(connect(), one.get());
      }
      meanwhile.run();
    }
    return this;
  }

  private List<Supplier<byte[]>> kinds() {
    return List.of(
        () -> text("\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003"),
        () -> text("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + "\u0000\u0000\u0000\u0009".repeat(1_000)),
        () -> text(head() + "Transfer-Encoding: chunked\r\n\r\nzz\r\nabc"),
        () -> text(head() + "Transfer-Encoding: chunked\r\n\r\n5\r\nabc\r\n0\r\n\r\n"),
        () -> text(head() + "Transfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\nabc"),
        this::multipart,
        () -> text("GET /% HTTP/1.1\r\nHost: x\r\n\r\n"),
        () -> text("POST /webhooks/nobody-" + System.nanoTime() + " HTTP/1.1\r\nHost: x\r\n\r\n"),
        () -> text(head() + "Content-Length: 20000\r\n\r\n{\"id\":"),
        () -> text(head() + "Content-Length: 2\r\n\r\n{}"),
        () -> text("\u0000".repeat(5_000)),
        () -> text("GET / HTTP/1.1\r\n" + "a:b\r\n".repeat(1_600)));
  }

  private byte[] multipart() {
    String part = "--b\r\nContent-Disposition: form-data; name=f; filename=f\r\n\r\n";
    String body = (part + "x".repeat(2_000) + "\r\n").repeat(300);
    return text(
        "POST %s HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=b\r\n"
                .formatted(path)
            + "Content-Length: %d\r\n\r\n%s".formatted(body.length(), body));
  }

  private String head() {
    return "POST %s HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n".formatted(path)
        + "X-Shopify-Hmac-Sha256: bm90IHRoZSBzaG9wJ3M=\r\n";
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private Socket connect() {
    Socket socket = new Socket();
    open.add(socket);
    if (open.size() > KEPT) {
      close(open.remove());
    }
    try {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
      socket.setSoTimeout(CONNECT_MILLIS);
    } catch (IOException e) {
      // the port may turn anybody away
    }
    return socket;
  }

  private static void send(Socket socket, byte[]... pieces) {
    try {
      for (byte[] piece : pieces) {
        socket.getOutputStream().write(piece);
      }
    } catch (IOException e) {
      // it was cut, as it should be
    }
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // then it is closed already
    }
  }

  @Override
  public void close() {
    open.forEach(Strangers::close);
    open.clear();
  }
}
