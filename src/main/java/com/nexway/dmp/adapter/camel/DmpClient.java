package com.nexway.dmp.adapter.camel;

import com.nexway.dmp.adapter.delivery.DeliverySettings;
import com.nexway.dmp.adapter.delivery.Pace;
import com.nexway.dmp.adapter.settings.DmpSettings;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.hc.client5.http.auth.AuthScope;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.auth.BasicCredentialsProvider;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * The HTTP client to the DMP: one request per event and no more.
 *
 * <p>HttpClient repeats a POST by itself on 429 and 503, follows redirects and keeps cookies unless
 * told otherwise; here the answers' table decides. The password is in the client, not in a URI.
 */
final class DmpClient implements HttpClientConfigurer {
  /** A connection that rested longer is looked at before it is used again. */
  private static final TimeValue RESTED = TimeValue.ofMilliseconds(500);

  /** A connection that rested longer is not used again: gateways drop it without a word. */
  private static final TimeValue STALE = TimeValue.ofSeconds(50);

  private final DmpSettings dmp;
  private final DeliverySettings delivery;
  private final Pace pace;
  private final BooleanSupplier maySend;

  /**
   * @param maySend asked before each request
   */
  DmpClient(DmpSettings dmp, DeliverySettings delivery, Pace pace, BooleanSupplier maySend) {
    this.dmp = dmp;
    this.delivery = delivery;
    this.pace = pace;
    this.maySend = maySend;
  }

  @Override
  public void configureHttpClient(HttpClientBuilder builder) {
    Timeout timeout = Timeout.of(dmp.timeout());
    builder
        .setConnectionManager(connections())
        .setConnectionManagerShared(false)
        .setRequestExecutor(new PacedRequests(pace, maySend, dmp.answerLimit(), dmp.timeout()))
        .setDefaultRequestConfig(
            RequestConfig.custom()
                .setResponseTimeout(timeout)
                .setConnectionRequestTimeout(timeout)
                .setConnectionKeepAlive(STALE)
                .setRedirectsEnabled(false)
                .setExpectContinueEnabled(false)
                .build())
        .setUserAgent("nexway-dmp-adapter")
        .disableAutomaticRetries()
        .disableRedirectHandling()
        .disableCookieManagement()
        .disableAuthCaching()
        .disableContentCompression()
        .disableConnectionState();
    if (dmp.hasCredentials()) {
      builder.setDefaultHeaders(List.of(new BasicHeader(HttpHeaders.AUTHORIZATION, basic(), true)));
    }
    dmp.proxy().ifPresent(proxy -> through(proxy, builder));
  }

  private PoolingHttpClientConnectionManager connections() {
    PoolingHttpClientConnectionManagerBuilder connections =
        PoolingHttpClientConnectionManagerBuilder.create()
            .setMaxConnTotal(delivery.inFlight())
            .setMaxConnPerRoute(delivery.inFlight())
            .setDefaultConnectionConfig(
                ConnectionConfig.custom()
                    .setConnectTimeout(Timeout.of(dmp.connectTimeout()))
                    .setSocketTimeout(Timeout.of(dmp.timeout()))
                    .setValidateAfterInactivity(RESTED)
                    .build());
    dmp.truststore()
        .ifPresent(
            trusted ->
                connections.setTlsSocketStrategy(
                    new DefaultClientTlsStrategy(Certificates.trusting(trusted))));
    return connections.build();
  }

  // Sent with the first request already: without a challenge no request is spent on asking.
  private String basic() {
    String login = dmp.username() + ":" + dmp.password().reveal();
    return "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
  }

  private static void through(DmpSettings.Proxy proxy, HttpClientBuilder builder) {
    URI url = proxy.url();
    HttpHost host = new HttpHost(url.getScheme(), url.getHost(), url.getPort());
    builder.setProxy(host);
    if (!proxy.username().isEmpty()) {
      BasicCredentialsProvider credentials = new BasicCredentialsProvider();
      credentials.setCredentials(
          new AuthScope(host),
          new UsernamePasswordCredentials(
              proxy.username(), proxy.password().reveal().toCharArray()));
      builder.setDefaultCredentialsProvider(credentials);
    }
  }
}
