package com.nexway.dmp.adapter.client;

import com.nexway.dmp.adapter.settings.DmpSettings;
import java.io.IOException;
import java.net.SocketAddress;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import org.apache.hc.client5.http.ssl.ClientTlsStrategyBuilder;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.nio.ssl.TlsStrategy;
import org.apache.hc.core5.net.NamedEndpoint;
import org.apache.hc.core5.reactor.ssl.TransportSecurityLayer;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whom a secure connection may lead to: those that Java trusts, or those of the merchant's
 * truststore, which is read again after each refusal, so that mending the file is enough.
 */
public final class Trust implements TlsStrategy {
  private static final Logger LOG = LoggerFactory.getLogger(Trust.class);

  private final Optional<DmpSettings.Truststore> truststore;
  private final Timeout patience;
  private volatile TlsStrategy current;

  /**
   * @param connectTimeout how long the two ends may take to agree
   * @throws IOException if the truststore cannot be read; the message is a sentence for the shop
   *     owner
   */
  public Trust(Optional<DmpSettings.Truststore> truststore, Duration connectTimeout)
      throws IOException {
    this.truststore = truststore;
    this.patience = Timeout.of(connectTimeout);
    this.current = strategy();
  }

  private TlsStrategy strategy() throws IOException {
    TrustManager[] trusted =
        truststore.isPresent() ? Certificates.trusting(truststore.get()) : null;
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trusted, null);
      return ClientTlsStrategyBuilder.create()
          .setSslContext(context)
          .setHostVerificationPolicy(HostnameVerificationPolicy.BUILTIN)
          .buildAsync();
    } catch (GeneralSecurityException e) {
      throw new IOException("Java offers no secure connections: " + e.getMessage(), e);
    }
  }

  /** The other end was refused: the truststore may be mended by now. */
  void again() {
    if (truststore.isPresent()) {
      try {
        current = strategy();
      } catch (IOException e) {
        LOG.warn("{}; the one that was read before is used", e.getMessage());
      }
    }
  }

  // Through a proxy the library gives no time for the handshake.
  @Override
  public void upgrade(
      TransportSecurityLayer session,
      NamedEndpoint endpoint,
      Object attachment,
      @Nullable Timeout handshake,
      FutureCallback<TransportSecurityLayer> callback) {
    current.upgrade(
        session, endpoint, attachment, handshake == null ? patience : handshake, callback);
  }

  @Override
  @Deprecated
  public boolean upgrade(
      TransportSecurityLayer session,
      HttpHost host,
      SocketAddress local,
      SocketAddress remote,
      Object attachment,
      Timeout handshake) {
    upgrade(session, host, attachment, handshake, null);
    return true;
  }
}
