package com.nexway.dmp.adapter.settings;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Where events go and as whom, from {@code dmp:} in config/adapter.yaml.
 *
 * @param url the end-point; https, or http to this machine
 * @param username empty until the merchant has one
 * @param password empty until the merchant has one
 * @param timeout how long one answer is waited for
 * @param connectTimeout how long a connection is waited for
 * @param answerLimit most bytes of an answer that are read
 * @param proxy the HTTP proxy on the way, where there is one
 * @param truststore the certificates that are trusted instead of Java's own, where set
 */
public record DmpSettings(
    URI url,
    String username,
    Secret password,
    Duration timeout,
    Duration connectTimeout,
    int answerLimit,
    Optional<Proxy> proxy,
    Optional<Truststore> truststore) {

  /** Whether there is anybody to send as. */
  public boolean hasCredentials() {
    return !username.isEmpty() && !password.isEmpty();
  }

  /** A stand-in at another address, to which no proxy and no certificates belong. */
  DmpSettings insteadAt(URI address, String user) {
    return new DmpSettings(
        address,
        user,
        new Secret(user),
        timeout,
        connectTimeout,
        answerLimit,
        Optional.empty(),
        Optional.empty());
  }

  /**
   * A proxy.
   *
   * @param url {@code http://host:port}
   * @param username empty where it asks for none
   */
  public record Proxy(URI url, String username, Secret password) {}

  /**
   * Certificates to trust.
   *
   * @param file a PKCS12 or JKS store, or certificates as PEM
   */
  public record Truststore(Path file, Secret password) {}
}
