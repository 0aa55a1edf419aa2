package com.nexway.dmp.adapter.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

/** A port whose reception says how long each body was, with small limits. */
final class TestPort implements Reception, AutoCloseable {
  static final PortLimits SMALL =
      new PortLimits(
          20,
          5,
          512 * 1024,
          200 * 1024,
          8 * 1024,
          Duration.ofSeconds(30),
          Duration.ofSeconds(30),
          Duration.ofSeconds(30),
          Duration.ofSeconds(30),
          Duration.ofMillis(200));

  /** The same with one time that is over at once. */
  static PortLimits hasty(String which) {
    Duration soon = Duration.ofMillis(300);
    return new PortLimits(
        SMALL.connections(),
        SMALL.perAddress(),
        SMALL.bodies(),
        SMALL.longestBody(),
        SMALL.longestHead(),
        which.equals("head") ? soon : SMALL.head(),
        which.equals("body") ? soon : SMALL.body(),
        which.equals("idle") ? soon : SMALL.idle(),
        which.equals("answer") ? soon : SMALL.answer(),
        SMALL.linger());
  }

  final HttpPort port;
  final BlockingQueue<Runnable> held = new LinkedBlockingQueue<>();
  private final ExecutorService workers = Executors.newCachedThreadPool();

  TestPort(PortLimits limits) {
    port = new HttpPort("webhooks", limits, List.of("10.0.0.0/8"), this);
    try {
      port.bind("127.0.0.1", 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static TestPort open(PortLimits limits) {
    TestPort opened = new TestPort(limits);
    opened.port.open();
    return opened;
  }

  int number() {
    return port.number();
  }

  @Override
  public Optional<Refusal> turnAway(RequestHead head) {
    return head.path().equals("/nowhere")
        ? Optional.of(Refusal.of(HttpReply.json(404, "nothing is here")))
        : Optional.empty();
  }

  @Override
  public void work(RequestHead head, WholeBody body, Consumer<HttpReply> answer) {
    workers.execute(
        () -> {
          if (head.path().equals("/held")) {
            held.add(() -> answer.accept(HttpReply.json(200, "at last")));
          } else if (head.path().equals("/vast")) {
            answer.accept(new HttpReply(200, "", "x".repeat(32 << 20), Map.of()));
          } else {
            String text = new String(body.bytes(), StandardCharsets.UTF_8);
            String words = head.method() + " " + head.path() + " " + text.length() + " ";
            answer.accept(
                HttpReply.json(200, words + text.substring(0, Math.min(9, text.length()))));
          }
        });
  }

  @Override
  public Onlooker cut(RequestHead head, HttpReply reply) {
    port.log(reply.words());
    return Onlooker.NOBODY;
  }

  @Override
  public void close() {
    port.close();
    workers.shutdownNow();
  }
}
