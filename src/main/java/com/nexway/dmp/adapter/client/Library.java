package com.nexway.dmp.adapter.client;

import com.nexway.dmp.adapter.settings.DmpSettings;
import java.time.Duration;
import org.apache.hc.client5.http.ConnectionKeepAliveStrategy;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.ChainElement;
import org.apache.hc.client5.http.impl.DefaultConnectionKeepAliveStrategy;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClientBuilder;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManager;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.core5.concurrent.DefaultThreadFactory;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http2.HttpVersionPolicy;
import org.apache.hc.core5.reactor.IOReactorConfig;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/** HttpClient 5 with all that it would do by itself switched off. */
final class Library {
  /** A connection that rested longer is not used again: gateways drop it without a word. */
  private static final TimeValue STALE = TimeValue.ofSeconds(50);

  /** More header lines than fit into the longest head that is read say nothing. */
  private static final int MOST_HEADERS = 2_000;

  /** One thread carries tens of thousands of requests a second. */
  private static final int IO_THREADS = 1;

  private Library() {}

  static CloseableHttpAsyncClient client(
      DmpSettings dmp,
      int connections,
      Trust trust,
      DnsResolver names,
      Reuse reuse,
      NewConnections leased,
      ConnectedRequests paced) {
    HttpAsyncClientBuilder builder =
        HttpAsyncClients.custom()
            .setUserAgent("nexway-dmp-adapter")
            .disableAutomaticRetries()
            .disableRedirectHandling()
            .disableCookieManagement()
            .disableAuthCaching()
            .disableConnectionState()
            .setDefaultRequestConfig(request())
            .setKeepAliveStrategy(keepAlive())
            .setConnectionReuseStrategy(reuse)
            .setHttp1Config(
                Http1Config.custom()
                    .setMaxLineLength(AnswerSize.LONGEST_HEAD)
                    .setMaxHeaderCount(MOST_HEADERS)
                    .build())
            .setIOReactorConfig(
                IOReactorConfig.custom()
                    .setIoThreadCount(IO_THREADS)
                    .setTcpNoDelay(true)
                    .setSoKeepAlive(true)
                    .build())
            .setThreadFactory(new DefaultThreadFactory("dmp io", true))
            .setConnectionManager(pool(dmp.connectTimeout(), connections, trust, names))
            .addExecInterceptorBefore(ChainElement.MAIN_TRANSPORT.name(), "pace", paced);
    if (dmp.proxy().isPresent()) {
      builder
          .setProxy(HttpHost.create(dmp.proxy().get().url()))
          .addExecInterceptorBefore(ChainElement.CONNECT.name(), "connections", leased);
    } else {
      // What that part does is for proxies, and for passwords that are asked for first.
      builder.replaceExecInterceptor(ChainElement.PROTOCOL.name(), leased);
    }
    return builder.build();
  }

  private static RequestConfig request() {
    return RequestConfig.custom()
        .setAuthenticationEnabled(false)
        .setProtocolUpgradeEnabled(false)
        .setExpectContinueEnabled(false)
        .setRedirectsEnabled(false)
        .build();
  }

  private static PoolingAsyncClientConnectionManager pool(
      Duration connectTimeout, int connections, Trust trust, DnsResolver names) {
    Timeout patience = Timeout.of(connectTimeout);
    return PoolingAsyncClientConnectionManagerBuilder.create()
        .setTlsStrategy(trust)
        .setDnsResolver(names)
        .setDefaultTlsConfig(
            TlsConfig.custom()
                .setVersionPolicy(HttpVersionPolicy.FORCE_HTTP_1)
                .setHandshakeTimeout(patience)
                .build())
        .setDefaultConnectionConfig(ConnectionConfig.custom().setConnectTimeout(patience).build())
        .setMaxConnPerRoute(connections)
        .setMaxConnTotal(connections)
        .build();
  }

  private static ConnectionKeepAliveStrategy keepAlive() {
    return (answer, context) -> {
      if (!answer.containsHeader("Keep-Alive")) {
        return STALE;
      }
      TimeValue asked =
          DefaultConnectionKeepAliveStrategy.INSTANCE.getKeepAliveDuration(answer, context);
      return TimeValue.isPositive(asked) && asked.compareTo(STALE) < 0 ? asked : STALE;
    };
  }
}
