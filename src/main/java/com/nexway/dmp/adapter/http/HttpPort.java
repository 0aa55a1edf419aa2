package com.nexway.dmp.adapter.http;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.Promise;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A port that speaks HTTP/1.1 and takes no more from all its clients together than {@link
 * PortLimits} says. Until {@link #open} and after {@link #stopTaking} every request is answered
 * 503: a sender that gives up at 404 comes again after that.
 *
 * <p>One thread reads and writes; what a request asks for is worked on elsewhere.
 */
public final class HttpPort implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(HttpPort.class);

  /** Bytes read at a time: what one connection may have sent ahead of its turn. */
  private static final int READ = 8 * 1024;

  private static final int WAITING_TO_BE_ACCEPTED = 1024;
  private static final Duration LAST_ANSWERS = Duration.ofSeconds(2);
  private static final long LOOK_MILLIS = 20;

  private final String name;
  private final PortLimits limits;
  private final Reception reception;
  private final Peers peers;
  private final NioEventLoopGroup threads;
  private final EventLoop loop;
  private final Visitors visitors;
  private final BodyBudget bodies;
  private final CutLog cuts;
  private final AtomicBoolean faultIsTold = new AtomicBoolean();
  private volatile boolean isOpen;
  private @Nullable Channel listening;

  /**
   * A port that is not bound yet.
   *
   * @param name what it is called in config/adapter.yaml, for messages: {@code webhooks}
   * @param trusted addresses and networks of proxies whose X-Forwarded-For counts
   */
  public HttpPort(String name, PortLimits limits, List<String> trusted, Reception reception) {
    this.name = name;
    this.limits = limits;
    this.reception = reception;
    this.peers = new Peers(trusted);
    this.threads = new NioEventLoopGroup(1, new DefaultThreadFactory(name + "-port", true));
    this.loop = threads.next();
    this.visitors = new Visitors(limits.connections(), limits.perAddress());
    this.bodies = new BodyBudget(limits.bodies());
    this.cuts = new CutLog(name);
  }

  /**
   * Begins to listen.
   *
   * @param number the port; 0 takes a free one
   * @throws IOException if it is taken, or the address is not this machine's
   */
  public void bind(String host, int number) throws IOException {
    UnpooledByteBufAllocator memory = new UnpooledByteBufAllocator(false, true);
    ServerBootstrap server =
        new ServerBootstrap()
            .group(threads)
            .channel(NioServerSocketChannel.class)
            .option(ChannelOption.SO_BACKLOG, WAITING_TO_BE_ACCEPTED)
            .option(ChannelOption.SO_REUSEADDR, true)
            .option(ChannelOption.ALLOCATOR, memory)
            .childOption(ChannelOption.ALLOCATOR, memory)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childOption(
                ChannelOption.RCVBUF_ALLOCATOR,
                new FixedRecvByteBufAllocator(READ).maxMessagesPerRead(1))
            .childHandler(
                new ChannelInitializer<SocketChannel>() {
                  @Override
                  protected void initChannel(SocketChannel channel) {
                    channel.pipeline().addLast(new Visitor(channel, HttpPort.this));
                  }
                });
    try {
      listening = server.bind(InetAddress.getByName(host), number).sync().channel();
      listening.pipeline().addLast(new Unaccepted());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  /** A connection that cannot be accepted, for want of descriptors: Netty tries again itself. */
  private final class Unaccepted extends ChannelInboundHandlerAdapter {
    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
      log("it could not be accepted: " + cause.getMessage());
    }
  }

  /** The port's number. */
  public int number() {
    if (listening == null) {
      throw new IllegalStateException(name + " is not bound");
    }
    return ((InetSocketAddress) listening.localAddress()).getPort();
  }

  /** From now on requests reach the reception. */
  public void open() {
    isOpen = true;
  }

  /** From now on requests are answered 503; those that are worked on are answered as ever. */
  public void stopTaking() {
    isOpen = false;
  }

  boolean isOpen() {
    return isOpen;
  }

  /** How often each kind of thing was cut, by its words. */
  public Map<String, Long> cuts() {
    return cuts.numbers();
  }

  PortLimits limits() {
    return limits;
  }

  Peers peers() {
    return peers;
  }

  Visitors visitors() {
    return visitors;
  }

  BodyBudget bodies() {
    return bodies;
  }

  Optional<Refusal> turnAway(RequestHead head) {
    if (!isOpen) {
      return Optional.of(Refusal.of(notNow()));
    }
    Optional<Refusal> refusal = reception.turnAway(head);
    if (refusal.isPresent() || head.length() <= limits.longestBody()) {
      return refusal;
    }
    HttpReply reply = HttpReply.json(413, tooLong());
    return Optional.of(new Refusal(reply, cut(head, reply)));
  }

  /**
   * A body begins.
   *
   * @param cut told when it is cut to make room for others
   */
  ReceivedBody receive(Runnable cut) {
    return new ReceivedBody(bodies.open(cut), limits.longestBody(), tooLong());
  }

  private String tooLong() {
    return "the body is longer than %d bytes (%s.max-body)".formatted(limits.longestBody(), name);
  }

  void work(RequestHead head, WholeBody body, Consumer<HttpReply> answer) {
    if (isOpen) {
      reception.work(head, body, answer);
    } else {
      answer.accept(notNow());
    }
  }

  @Nullable Onlooker cut(RequestHead head, HttpReply reply) {
    return reception.cut(head, reply);
  }

  void log(String words) {
    cuts.cut(words, loop);
  }

  /** A fault of the program ends its connection alone; its trace is told once. */
  void fault(Throwable cause) {
    if (cause instanceof IOException) {
      return; // the client's connection ended
    }
    if (faultIsTold.compareAndSet(false, true)) {
      LOG.error("{}: a connection was closed by a fault of the program", name, cause);
    }
    log("a fault of the program: " + cause.getClass().getSimpleName());
  }

  private static HttpReply notNow() {
    return HttpReply.json(503, "the adapter starts or stops; send it again");
  }

  /** Closes the port and every connection, when what was worked on has been answered. */
  @Override
  public void close() {
    stopTaking();
    if (listening != null && !loop.isShuttingDown()) {
      listening.close().syncUninterruptibly();
      lastAnswers();
    }
    threads
        .shutdownGracefully(0, LAST_ANSWERS.toMillis(), TimeUnit.MILLISECONDS)
        .syncUninterruptibly();
  }

  private void lastAnswers() {
    Promise<Void> quiet = loop.newPromise();
    loop.execute(() -> lookForQuiet(quiet));
    quiet.awaitUninterruptibly(LAST_ANSWERS.toMillis());
  }

  private void lookForQuiet(Promise<Void> quiet) {
    if (visitors.busy() == 0) {
      quiet.trySuccess(null);
    } else {
      loop.schedule(() -> lookForQuiet(quiet), LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }
  }
}
