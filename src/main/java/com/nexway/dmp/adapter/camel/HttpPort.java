package com.nexway.dmp.adapter.camel;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.apache.camel.CamelContext;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpEngine;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServerConfiguration;

/**
 * One HTTP port of the adapter. A route listens on it by {@code platformHttpEngine=#NAME}.
 *
 * <p>Camel starts one server of its own and only warns when its port is taken; we have two ports,
 * and a port that is taken ends the start with a sentence.
 */
final class HttpPort extends VertxPlatformHttpEngine {
  private final String key;
  private final String host;
  private final int port;
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
    this.port = free(key, host, port);
    VertxPlatformHttpServerConfiguration configuration = new VertxPlatformHttpServerConfiguration();
    configuration.setBindHost(host);
    configuration.setBindPort(this.port);
    configuration.setMaxBodySize(maxBody);
    configuration.getBodyHandler().setHandleFileUploads(false);
    this.server = new VertxPlatformHttpServer(configuration);
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
