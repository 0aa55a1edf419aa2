package com.nexway.dmp.adapter.settings;

import com.nexway.dmp.adapter.delivery.DeliverySettings;
import com.nexway.dmp.adapter.value.Addresses;
import com.nexway.dmp.adapter.value.Forms;
import com.nexway.dmp.adapter.value.Key;
import com.nexway.dmp.adapter.value.Secret;
import com.nexway.dmp.adapter.value.Values;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
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
  private static final Key<URI> URL =
      Key.of("dmp.url", Addresses.dmp(), "https://api.nexway.store/event", "The DMP's end-point.");
  private static final Key<String> USERNAME =
      Key.unset(
          "dmp.username",
          Forms.words(200),
          "The user that Nexway gave you. Without one, nothing can be sent.");
  private static final Key<Secret> PASSWORD =
      Key.secret("dmp.password", "Its password, or the file that holds it.");
  private static final Key<URI> PROXY =
      Key.unset(
          "dmp.proxy",
          Addresses.proxy(),
          "The HTTP proxy on the way to the DMP, where your network has one.");
  private static final Key<String> PROXY_USERNAME =
      Key.unset("dmp.proxy-username", Forms.words(200), "The proxy's user, where it asks for one.");
  private static final Key<Secret> PROXY_PASSWORD =
      Key.secret("dmp.proxy-password", "That user's password, or the file that holds it.");
  private static final Key<String> TRUSTSTORE =
      Key.unset(
          "dmp.truststore",
          Forms.words(500),
          "Certificates to trust instead of those that Java trusts: a PKCS12 or JKS store, or a PEM"
              + " file.");
  private static final Key<Secret> TRUSTSTORE_PASSWORD =
      Key.secret(
          "dmp.truststore-password", "The password of that store, or the file that holds it.");

  static final List<Key<?>> KEYS =
      List.of(
          URL,
          USERNAME,
          PASSWORD,
          PROXY,
          PROXY_USERNAME,
          PROXY_PASSWORD,
          TRUSTSTORE,
          TRUSTSTORE_PASSWORD);

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

  /** Far more than any answer of the DMP holds, and than a dead letter keeps of one. */
  private static final int ANSWER_LIMIT = 16 * 1024;

  static DmpSettings from(Values values, Home home) {
    return new DmpSettings(
        values.get(URL),
        values.find(USERNAME).orElse(""),
        values.secret(PASSWORD),
        values.get(DeliverySettings.TIMEOUT),
        CONNECT_TIMEOUT,
        ANSWER_LIMIT,
        values
            .find(PROXY)
            .map(
                url ->
                    new Proxy(
                        url,
                        values.find(PROXY_USERNAME).orElse(""),
                        values.secret(PROXY_PASSWORD))),
        truststore(values, home)
            .map(file -> new Truststore(file, values.secret(TRUSTSTORE_PASSWORD))));
  }

  private static Optional<Path> truststore(Values values, Home home) {
    Optional<String> name = values.find(TRUSTSTORE);
    Optional<Path> file = name.map(home::resolve);
    if (file.isPresent() && !Files.isRegularFile(file.get())) {
      values.wrong(TRUSTSTORE, ": there is no file " + name.get());
    }
    return file;
  }

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
