package com.nexway.dmp.adapter.client;

import com.nexway.dmp.adapter.delivery.Answer;
import com.nexway.dmp.adapter.delivery.DeliverySettings;
import com.nexway.dmp.adapter.delivery.Pace;
import com.nexway.dmp.adapter.delivery.Requests;
import com.nexway.dmp.adapter.settings.DmpSettings;
import com.nexway.dmp.adapter.value.Secret;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/** A client to a server of a test, with settings that a test may change before the first event. */
final class Wire implements AutoCloseable, Requests {
  final AtomicBoolean lease = new AtomicBoolean(true);
  final AtomicInteger out = new AtomicInteger();
  final AtomicInteger begun = new AtomicInteger();
  private final String url;
  private Duration timeout = Duration.ofSeconds(30);
  private Duration connectTimeout = Duration.ofSeconds(30);
  private Secret password = new Secret("sécret");
  private Optional<DmpSettings.Proxy> proxy = Optional.empty();
  private Optional<DmpSettings.Truststore> truststore = Optional.empty();
  private OptionalInt perSecond = OptionalInt.empty();
  private LongSupplier nanos = System::nanoTime;
  private DnsResolver names = SystemDefaultDnsResolver.INSTANCE;
  private DmpClient client;

  Wire(String url) {
    this.url = url;
  }

  Wire timeout(Duration time) {
    timeout = time;
    return this;
  }

  Wire connectTimeout(Duration time) {
    connectTimeout = time;
    return this;
  }

  Wire password(Secret secret) {
    password = secret;
    return this;
  }

  Wire proxy(int port) {
    proxy =
        Optional.of(
            new DmpSettings.Proxy(
                URI.create("http://127.0.0.1:" + port), "proxy user", new Secret("proxy secret")));
    return this;
  }

  Wire trusting(Path file) {
    truststore = Optional.of(new DmpSettings.Truststore(file, new Secret("changeit")));
    return this;
  }

  /** At most so many a second, by a clock that may stand still. */
  Wire perSecond(int most, LongSupplier clock) {
    perSecond = OptionalInt.of(most);
    nanos = clock;
    return this;
  }

  /** Looks names up elsewhere. */
  Wire names(DnsResolver resolver) {
    names = resolver;
    return this;
  }

  /** Sends one event; its answer is waited for by the caller. */
  CompletableFuture<Answer> send(String body) throws IOException {
    CompletableFuture<Answer> answer = new CompletableFuture<>();
    client().send(body.getBytes(StandardCharsets.UTF_8), answer::complete);
    return answer;
  }

  /** Sends one event and waits for what comes of it. */
  Answer answer(String body) throws Exception {
    return send(body).get(60, TimeUnit.SECONDS);
  }

  private DmpClient client() throws IOException {
    if (client == null) {
      DmpSettings dmp =
          new DmpSettings(
              URI.create(url), "me", password, timeout, connectTimeout, 1024, proxy, truststore);
      client =
          new DmpClient(
              dmp,
              new DeliverySettings(perSecond, 8, timeout),
              new Pace(perSecond, nanos, this),
              lease::get,
              new Trust(truststore, connectTimeout),
              names);
    }
    return client;
  }

  @Override
  public void begun() {
    out.incrementAndGet();
    begun.incrementAndGet();
  }

  @Override
  public void ended(long time) {
    out.decrementAndGet();
  }

  @Override
  public void answered(int status) {}

  @Override
  public void close() {
    if (client != null) {
      client.close();
    }
  }
}
