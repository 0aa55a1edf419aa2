package com.nexway.dmp.adapter.camel;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.apache.camel.CamelContext;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpEngine;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServerConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One HTTP port of the adapter. A route listens on it by {@code platformHttpEngine=#NAME}.
 *
 * <p>Camel starts one server of its own and only warns when its port is taken; we have two ports,
 * and a port that is taken ends the start with a sentence.
 */
final class HttpPort extends VertxPlatformHttpEngine {
  private static final Logger LOG = LoggerFactory.getLogger(HttpPort.class);

  private final String key;
  private final String host;
  private final int port;
  private final long maxBody;
  private final VertxPlatformHttpServer server;

  /**
   * @param key what names the port in config/adapter.yaml, for messages: {@code webhooks}
   * @param host the address to listen on
   * @param port the port; 0 takes a free one
   * @param maxBody the longest body in bytes; a longer one is answered 413
   */
  HttpPort(String key, String host, int port, long maxBody) {
    this.key = key;
    this.host = host;
    this.maxBody = maxBody;
    this.port = free(key, host, port);
    VertxPlatformHttpServerConfiguration configuration = new VertxPlatformHttpServerConfiguration();
    configuration.setBindHost(host);
    configuration.setBindPort(this.port);
    configuration.setMaxBodySize(maxBody);
    configuration.getBodyHandler().setHandleFileUploads(false);
    this.server = new Server(configuration);
  }

  /** Camel's server; its name is the thread's as well. */
  private final class Server extends VertxPlatformHttpServer {
    Server(VertxPlatformHttpServerConfiguration configuration) {
      super(configuration);
    }

    @Override
    protected void startServer() throws Exception {
      super.startServer();
      turnAwayInWords((Router) getServer().requestHandler());
    }
  }

  /** Listens; the routes' consumers find it afterwards. */
  void open(CamelContext context) {
    setCamelContext(context);
    try {
      context.addService(server, true, true);
    } catch (Exception e) {
      throw new CannotStart(taken(key, host, port), e);
    }
  }

  /** What never reaches a route: whoever sent it is told, and cannot fill the log with it. */
  private void turnAwayInWords(Router router) {
    router.errorHandler(
        413, request -> answer(request, "the body is longer than %d bytes".formatted(maxBody)));
    router.errorHandler(400, request -> answer(request, "the request cannot be read"));
    router.errorHandler(
        500,
        request -> {
          if (!request.response().closed()) {
            LOG.warn("{}: a request was not answered: {}", key, request.failure());
            answer(request, "the request could not be worked on");
          }
        });
  }

  private static void answer(RoutingContext request, String words) {
    request
        .response()
        .setStatusCode(request.statusCode())
        .putHeader("Content-Type", "application/json")
        .end("{\"message\":\"%s\"}\n".formatted(words));
  }

  @Override
  public int getServerPort() {
    return port;
  }

  private static int free(String key, String host, int port) {
    try (ServerSocket probe = new ServerSocket()) {
      probe.bind(new InetSocketAddress(InetAddress.getByName(host), port));
      return probe.getLocalPort();
    } catch (IOException e) {
      throw new CannotStart(taken(key, host, port), e);
    }
  }

  private static String taken(String key, String host, int port) {
    return ("port %d on %s cannot be opened: another program (or another adapter) uses it, or the"
            + " address is not this machine's. Stop that program, or set %s.port in"
            + " config/adapter.yaml to a free port")
        .formatted(port, host, key);
  }
}
