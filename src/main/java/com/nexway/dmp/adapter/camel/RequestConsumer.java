package com.nexway.dmp.adapter.camel;

import com.nexway.dmp.adapter.http.HttpReply;
import com.nexway.dmp.adapter.http.RequestHead;
import com.nexway.dmp.adapter.text.Sparing;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.component.platform.http.PlatformHttpEndpoint;
import org.apache.camel.component.platform.http.spi.PlatformHttpConsumer;
import org.apache.camel.support.DefaultConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a route with {@code from: platform-http:PATH} is asked. */
final class RequestConsumer extends DefaultConsumer implements PlatformHttpConsumer {
  /** The variable that holds the request's head. */
  static final String HEAD = "requestHead";

  /** The variable that holds the answer where a request was turned away by its head. */
  static final String DENIED = "denied";

  private static final HttpReply STOPS = HttpReply.json(503, "the adapter stops; send it again");
  private static final Logger LOG = LoggerFactory.getLogger(RequestConsumer.class);

  private final PortEngine engine;
  private final Sparing faults = new Sparing(Sparing.TEN_MINUTES, 20, System::nanoTime, LOG::error);

  RequestConsumer(PlatformHttpEndpoint endpoint, Processor processor, PortEngine engine) {
    super(endpoint, processor);
    this.engine = engine;
  }

  @Override
  public PlatformHttpEndpoint getEndpoint() {
    return (PlatformHttpEndpoint) super.getEndpoint();
  }

  /** The address that it answers. */
  String path() {
    return getEndpoint().getPath();
  }

  /** The methods that it takes. */
  String methods() {
    return getEndpoint().getHttpMethodRestrict();
  }

  /** HEAD asks for what GET would answer, and monitors ask so. */
  boolean takes(String method) {
    return methods().equals(method.equals("HEAD") ? "GET" : method);
  }

  /** Works on a request, and waits for that. */
  HttpReply serve(RequestHead head, byte[] body) {
    return isRunAllowed() && !isSuspendingOrSuspended() ? process(head, body, null) : STOPS;
  }

  /** A request was turned away, and the route may make something of it. */
  void tell(RequestHead head, byte[] seen, HttpReply denied) {
    if (isRunAllowed()) {
      process(head, seen, denied);
    }
  }

  private HttpReply process(RequestHead head, byte[] body, @Nullable HttpReply denied) {
    Exchange exchange = createExchange(false);
    try {
      exchange.setVariable(HEAD, head);
      if (denied != null) {
        exchange.setVariable(DENIED, denied);
      }
      exchange.getMessage().setBody(body);
      getProcessor().process(exchange);
      if (exchange.getException() != null) {
        return failed(exchange.getException());
      }
      return reply(exchange.getMessage());
    } catch (Exception e) {
      return failed(e);
    } finally {
      releaseExchange(exchange, false);
    }
  }

  private static HttpReply reply(Message message) {
    int status = message.getHeader(Exchange.HTTP_RESPONSE_CODE, 200, Integer.class);
    String type = message.getHeader(Exchange.CONTENT_TYPE, "text/plain", String.class);
    String body = message.getBody(String.class);
    HttpReply reply =
        new HttpReply(status, "", body == null ? "" : body, Map.of("Content-Type", type));
    String retry = message.getHeader("Retry-After", String.class);
    return retry == null ? reply : reply.with("Retry-After", retry);
  }

  /** Told without its trace: a request must not be able to fill the log. */
  private HttpReply failed(Exception failure) {
    if (failure instanceof RejectedExecutionException || !isRunAllowed()) {
      return STOPS;
    }
    faults.say(
        failure.getClass().getName(),
        "%s: a request was not answered: %s".formatted(path(), Causes.words(failure)));
    return HttpReply.json(500, "the request could not be worked on");
  }

  @Override
  protected void doStart() throws Exception {
    super.doStart();
    if (methods() == null || !methods().equals(methods().toUpperCase(Locale.ROOT))) {
      throw new IllegalArgumentException(path() + " needs httpMethodRestrict, such as POST");
    }
    engine.add(this);
  }

  @Override
  protected void doStop() throws Exception {
    engine.remove(this);
    super.doStop();
  }
}
