package com.nexway.dmp.adapter.http;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.socket.SocketChannel;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A visitor's socket: how far its request has come, and until when the next step is waited for. */
final class Link {
  private static final byte[] GO_ON =
      "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  private final SocketChannel channel;
  private final Visitors visitors;
  private Stage stage = Stage.HEAD;
  private @Nullable Future<?> late;

  Link(SocketChannel channel, Visitors visitors) {
    this.channel = channel;
    this.visitors = visitors;
  }

  boolean is(Stage asked) {
    return stage == asked;
  }

  /** Whether an answer was begun, or none is wanted any more. */
  boolean isAnswered() {
    return stage == Stage.ANSWER || stage == Stage.LINGER || stage == Stage.GONE;
  }

  void move(Visitor visitor, Stage to) {
    visitors.moved(visitor, stage, to);
    stage = to;
  }

  /** Waits for something else from now on. */
  void within(Duration time, Runnable otherwise) {
    waitForNothing();
    late = channel.eventLoop().schedule(otherwise, time.toNanos(), TimeUnit.NANOSECONDS);
  }

  void waitForNothing() {
    if (late != null) {
      late.cancel(false);
      late = null;
    }
  }

  /** Whether anything is taken from the socket: what is not, the sender has to keep. */
  void takes(boolean isTaking) {
    channel.config().setAutoRead(isTaking);
  }

  ChannelFuture write(byte[] bytes) {
    return channel.writeAndFlush(Unpooled.wrappedBuffer(bytes));
  }

  /** The sender waits for this before it sends the body. */
  void askForBody() {
    write(GO_ON);
  }

  /** Nothing more is written; what the client still sends is taken. */
  void endOutput() {
    channel.shutdownOutput();
  }

  /** Closes the socket; the second time nothing happens. */
  void close(Visitor visitor, @Nullable String address) {
    if (stage != Stage.GONE) {
      waitForNothing();
      visitors.left(visitor, stage, address);
      stage = Stage.GONE;
      channel.close();
    }
  }

  /** Does something on the port's thread, behind what it is doing. */
  void later(Runnable what) {
    channel.eventLoop().execute(what);
  }

  /** Null where it has gone already. */
  @Nullable InetAddress peer() {
    InetSocketAddress peer = channel.remoteAddress();
    return peer == null ? null : peer.getAddress();
  }
}
