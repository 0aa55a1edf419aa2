package com.nexway.dmp.adapter.camel;

import com.nexway.dmp.adapter.delivery.DeliverySettings;
import com.nexway.dmp.adapter.delivery.Pace;
import com.nexway.dmp.adapter.settings.DmpSettings;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.ProxyOptions;
import io.vertx.core.net.ProxyType;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import io.vertx.ext.web.client.impl.WebClientInternal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.function.BooleanSupplier;

/**
 * The HTTP client to the DMP: one request per event and no more. It repeats nothing, follows no
 * redirect, keeps no cookies: the answers' table decides. The password is here, not in a URI.
 */
final class DmpClient {
  /** A connection that rested longer is not used again: gateways drop it without a word. */
  private static final Duration STALE = Duration.ofSeconds(50);

  private final WebClient client;
  private final MultiMap headers;

  /**
   * @param maySend asked before each request
   * @throws CannotStart if the truststore cannot be read
   */
  DmpClient(
      Vertx vertx, DmpSettings dmp, DeliverySettings delivery, Pace pace, BooleanSupplier maySend) {
    this.client =
        ((WebClientInternal) WebClient.create(vertx, options(dmp, delivery)))
            .addInterceptor(
                new PacedRequests(
                    vertx.getOrCreateContext(), pace, maySend, dmp.answerLimit(), dmp.timeout()));
    this.headers = headers(dmp);
  }

  /** A request that waits for its turn once it is sent. */
  HttpRequest<Buffer> request(HttpMethod method, RequestOptions target) {
    return client.request(method, target.setHeaders(headers));
  }

  private static MultiMap headers(DmpSettings dmp) {
    MultiMap headers = HttpHeaders.headers().set(HttpHeaders.CONTENT_TYPE, "application/json");
    if (dmp.hasCredentials()) {
      // Sent with the first request already: no request is spent on asking.
      headers.set(HttpHeaders.AUTHORIZATION, basic(dmp));
    }
    return headers;
  }

  private static String basic(DmpSettings dmp) {
    String login = dmp.username() + ":" + dmp.password().reveal();
    return "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
  }

  private static WebClientOptions options(DmpSettings dmp, DeliverySettings delivery) {
    WebClientOptions options =
        new WebClientOptions()
            .setUserAgent("nexway-dmp-adapter")
            .setFollowRedirects(false)
            .setProtocolVersion(HttpVersion.HTTP_1_1)
            .setMaxPoolSize(delivery.inFlight())
            .setKeepAliveTimeout((int) STALE.toSeconds())
            .setDecompressionSupported(false)
            .setConnectTimeout((int) dmp.connectTimeout().toMillis());
    dmp.truststore().ifPresent(trusted -> options.setTrustOptions(Certificates.trusting(trusted)));
    dmp.proxy().ifPresent(proxy -> options.setProxyOptions(through(proxy)));
    return options;
  }

  private static ProxyOptions through(DmpSettings.Proxy proxy) {
    ProxyOptions options =
        new ProxyOptions()
            .setType(ProxyType.HTTP)
            .setHost(proxy.url().getHost())
            .setPort(proxy.url().getPort());
    if (!proxy.username().isEmpty()) {
      options.setUsername(proxy.username()).setPassword(proxy.password().reveal());
    }
    return options;
  }
}
