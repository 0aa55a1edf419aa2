package com.nexway.dmp.adapter.camel;

import com.nexway.dmp.adapter.http.HttpPort;
import com.nexway.dmp.adapter.http.HttpReply;
import com.nexway.dmp.adapter.http.Onlooker;
import com.nexway.dmp.adapter.http.PortLimits;
import com.nexway.dmp.adapter.http.Reception;
import com.nexway.dmp.adapter.http.Refusal;
import com.nexway.dmp.adapter.http.RequestHead;
import com.nexway.dmp.adapter.http.WholeBody;
import java.io.IOException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.component.platform.http.PlatformHttpEndpoint;
import org.apache.camel.component.platform.http.spi.PlatformHttpConsumer;
import org.apache.camel.component.platform.http.spi.PlatformHttpEngine;
import org.jspecify.annotations.Nullable;

/** A port of ours under Camel's {@code platform-http:}; routes name it as their engine. */
final class PortEngine implements PlatformHttpEngine, Reception, AutoCloseable {
  private static final long IDLE_SECONDS = 10;

  /** Where a port that anybody may open is found above one of root: 80 becomes 8080. */
  private static final int A_FREE_ONE = 8000;

  private final String key;
  private final String host;
  private final Gate gate;
  private final HttpPort port;
  private final Map<String, RequestConsumer> routes = new ConcurrentHashMap<>();
  private final ThreadPoolExecutor workers;
  private final ThreadPoolExecutor forLarge;

  /**
   * @param key what names the port in config/adapter.yaml, for messages: {@code webhooks}
   * @param host the address to listen on
   * @param trusted addresses and networks of proxies whose X-Forwarded-For counts
   * @param threads most requests that are worked on at a time; more wait. Of those whose body is
   *     not small it is one: what is made of a body takes many times its bytes
   */
  PortEngine(
      String key, String host, PortLimits limits, List<String> trusted, Gate gate, int threads) {
    this.key = key;
    this.host = host;
    this.gate = gate;
    this.port = new HttpPort(key, limits, trusted, this);
    this.workers = threads(threads, key + "-work");
    this.forLarge = threads(1, key + "-large");
  }

  /** What waits for them is bounded by the port's connections and by its budget for bodies. */
  private static ThreadPoolExecutor threads(int most, String name) {
    ThreadPoolExecutor made =
        new ThreadPoolExecutor(
            most,
            most,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> new Thread(task, name));
    made.allowCoreThreadTimeOut(true);
    return made;
  }

  /**
   * Listens; requests are answered 503 until {@link #open}.
   *
   * @param number 0 takes a free one
   * @throws CannotStart if the port is taken
   */
  void bind(int number) {
    try {
      port.bind(host, number);
    } catch (IOException e) {
      port.close();
      throw new CannotStart(
          "port %d on %s cannot be opened: %s".formatted(number, host, why(number, e)), e);
    }
  }

  private String why(int number, IOException failure) {
    String words = String.valueOf(failure.getMessage());
    if (failure instanceof UnknownHostException || words.contains("assign requested address")) {
      return ("that is no name or address of this machine. Set %s.host in config/adapter.yaml to"
              + " one, such as 127.0.0.1, or 0.0.0.0 for all of them")
          .formatted(key);
    }
    if (words.contains("denied")) {
      return ("this user may not open it, as those below 1024 are for root. Set %s.port in"
              + " config/adapter.yaml to another one, such as %d, and let the web server pass on"
              + " what comes")
          .formatted(key, number + A_FREE_ONE);
    }
    return ("another program (or another adapter) uses it. Stop that program, or set %s.port in"
            + " config/adapter.yaml to a free port")
        .formatted(key);
  }

  /** The routes are there. */
  void open() {
    port.open();
  }

  /** Requests are answered 503 from now on. */
  void stopTaking() {
    port.stopTaking();
  }

  @Override
  public void close() {
    port.close();
    workers.shutdown();
    forLarge.shutdown();
  }

  /** What names the port in config/adapter.yaml. */
  String key() {
    return key;
  }

  /** How many connections were cut. */
  long cuts() {
    return port.cuts().values().stream().mapToLong(Long::longValue).sum();
  }

  void add(RequestConsumer consumer) {
    routes.put(consumer.path(), consumer);
  }

  void remove(RequestConsumer consumer) {
    routes.remove(consumer.path(), consumer);
  }

  @Override
  public Optional<Refusal> turnAway(RequestHead head) {
    RequestConsumer route = routes.get(head.path());
    if (route == null) {
      return Optional.of(Refusal.of(gate.missing(head)));
    }
    if (!route.takes(head.method())) {
      HttpReply reply =
          HttpReply.json(405, "this address takes " + route.methods() + " alone")
              .with("Allow", route.methods());
      return Optional.of(new Refusal(reply, cut(head, reply)));
    }
    return gate.deny(head).map(reply -> new Refusal(reply, cut(head, reply)));
  }

  @Override
  public @Nullable Onlooker cut(RequestHead head, HttpReply reply) {
    Gate.Look look = gate.answered(head, reply);
    return look == null
        ? null
        : new Onlooker() {
          @Override
          public void see(byte[] bytes) {
            look.see(bytes);
          }

          @Override
          public void end() {
            byte[] found = look.found();
            RequestConsumer route = routes.get(head.path());
            if (found != null && route != null) {
              workers.execute(() -> route.tell(head, found, reply));
            }
          }
        };
  }

  @Override
  public void work(RequestHead head, WholeBody body, Consumer<HttpReply> answer) {
    RequestConsumer route = routes.get(head.path());
    if (route == null) {
      answer.accept(HttpReply.json(503, "the adapter stops; send it again"));
    } else {
      ThreadPoolExecutor threads = body.isSmall() ? workers : forLarge;
      threads.execute(() -> work(route, head, body, answer));
    }
  }

  /** Whatever happens, there is an answer: without one the connection would be kept for ever. */
  private static void work(
      RequestConsumer route, RequestHead head, WholeBody body, Consumer<HttpReply> answer) {
    HttpReply reply = HttpReply.json(500, "the request could not be worked on");
    try {
      reply = route.serve(head, body.bytes());
    } finally {
      answer.accept(reply);
    }
  }

  @Override
  public PlatformHttpConsumer createConsumer(PlatformHttpEndpoint endpoint, Processor processor) {
    return new RequestConsumer(endpoint, processor, this);
  }

  @Override
  public int getServerPort() {
    return port.number();
  }

  @Override
  public String getScheme() {
    return "http";
  }
}
