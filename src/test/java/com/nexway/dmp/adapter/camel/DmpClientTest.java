package com.nexway.dmp.adapter.camel;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nexway.dmp.adapter.delivery.DestinationState.Mode;
import com.nexway.dmp.adapter.outbox.DeadLetter;
import com.nexway.dmp.adapter.testing.Keytool;
import com.nexway.dmp.adapter.testing.Orders;
import com.nexway.dmp.adapter.testing.RawServer;
import com.nexway.dmp.adapter.testing.RunningRoutes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes over the wire to the DMP, and what comes back, byte for byte. */
final class DmpClientTest {
  private static final String TAKEN = "HTTP/1.1 204 No Content\r\n\r\n";

  @TempDir Path home;
  private final Map<String, String> settings = new HashMap<>();
  private RunningRoutes adapter;
  private RawServer dmp;

  @AfterEach
  void stop() throws IOException {
    if (adapter != null) {
      adapter.close();
    }
    if (dmp != null) {
      dmp.close();
    }
  }

  @Test
  void a_request_carries_the_event_the_credentials_and_nothing_else() throws IOException {
    start(TAKEN);

    deliver("1");

    String request = dmp.requests().get(0);
    String login = Base64.getEncoder().encodeToString("me:sécret".getBytes(StandardCharsets.UTF_8));
    assertThat(request.split("\r\n\r\n")[0].lines())
        .containsExactlyInAnyOrder(
            "POST /event HTTP/1.1",
            "Content-Type: application/json",
            "Content-Length: " + request.split("\r\n\r\n")[1].length(),
            "Host: 127.0.0.1:" + dmp.port(),
            "Connection: keep-alive",
            "User-Agent: nexway-dmp-adapter",
            "Authorization: Basic " + login);
    assertThat(request.split("\r\n\r\n")[1])
        .startsWith("{\"_meta\":{\"dataAcquisitionTime\":")
        .endsWith("\"user\":{\"email\":\"c1@example.com\"}}");
  }

  @Test
  void a_redirect_is_never_followed() throws IOException {
    start("HTTP/1.1 307 Moved\r\nLocation: http://127.0.0.1:1/x\r\nContent-Length: 0\r\n\r\n");
    adapter.outbox().accept(Orders.live("1"));

    await().untilAsserted(() -> assertThat(mode()).isEqualTo(Mode.STOPPED));

    assertThat(adapter.destination().why()).contains("http://127.0.0.1:1/x");
    assertThat(dmp.requests()).hasSize(1);
  }

  @Test
  void cookies_are_not_kept() throws IOException {
    start("HTTP/1.1 204 No Content\r\nSet-Cookie: session=1\r\n\r\n");

    deliver("1");
    deliver("2");

    assertThat(dmp.requests().get(1)).doesNotContainIgnoringCase("cookie");
  }

  @Test
  void of_a_long_answer_only_a_part_is_read() throws IOException {
    start("HTTP/1.1 400 Bad\r\nContent-Length: 100000000\r\n\r\n" + "x".repeat(20_000));
    adapter.outbox().accept(Orders.live("1"));

    assertThat(dead().answer().body()).startsWith("x".repeat(1_000)).hasSizeLessThan(10_000);
  }

  @Test
  void an_answer_whose_body_breaks_off_still_counts() throws IOException {
    start("HTTP/1.1 400 Bad\r\nContent-Length: 500\r\n\r\nno such country");
    dmp.closing();
    adapter.outbox().accept(Orders.live("1"));

    assertThat(dead().answer().body()).isEqualTo("no such country");
  }

  @Test
  void an_answer_that_does_not_end_in_time_counts_by_its_status() throws IOException {
    settings.put("DMP_TIMEOUT", "500ms");
    start("HTTP/1.1 400 Bad\r\nContent-Length: 500\r\n\r\nno such country");
    adapter.outbox().accept(Orders.live("1"));

    assertThat(dead().answer().body()).isEqualTo("no such country");
  }

  @Test
  void what_is_no_http_is_an_outage_and_not_a_fault_of_the_event() throws IOException {
    start("SSH-2.0-OpenSSH_9.2\r\n");
    dmp.closing();
    adapter.outbox().accept(Orders.live("1", "2"));

    await().untilAsserted(() -> assertThat(mode()).isEqualTo(Mode.UNTOLD));

    assertThat(adapter.count(Orders.SOURCE, "dead")).isZero();
  }

  @Test
  void a_proxy_is_asked_to_pass_the_request_on() throws IOException {
    dmp = RawServer.answering(TAKEN);
    settings.put("DMP_PROXY", "http://127.0.0.1:" + dmp.port());
    start("http://localhost:1/event");

    deliver("1");

    assertThat(dmp.requests().get(0)).startsWith("POST http://localhost:1/event HTTP/1.1");
  }

  @Test
  void a_certificate_is_trusted_where_the_merchant_names_it_as_a_store_or_as_pem()
      throws Exception {
    Path store = home.resolve("server.p12");
    Keytool.certificate(store, "dmp", "-validity", "2");
    dmp = new RawServer(Keytool.listening(store), TAKEN);
    String url = "https://localhost:" + dmp.port() + "/event";
    start(url);
    adapter.outbox().accept(Orders.live("1"));
    await().untilAsserted(() -> assertThat(mode()).isEqualTo(Mode.STOPPED));
    assertThat(adapter.destination().why()).contains("certification path", "dmp.truststore");
    adapter.close();

    settings.put("DMP_TRUSTSTORE", store.toString());
    settings.put("DMP_TRUSTSTORE_PASSWORD", "changeit");
    start(url);

    until("delivered", 1);
    adapter.close();

    settings.put("DMP_TRUSTSTORE", pem(store).toString());
    settings.remove("DMP_TRUSTSTORE_PASSWORD");
    start(url);
    deliver("2");
  }

  @Test
  void an_expired_certificate_is_told_with_its_date() throws Exception {
    Path store = home.resolve("keys.p12");
    Keytool.certificate(store, "authority", "-dname", "CN=authority", "-ext", "bc:c");
    Path trusted = Files.copy(store, home.resolve("trusted.p12"));
    Keytool.certificate(
        store, "dmp", "-signer", "authority", "-startdate", "-9d", "-validity", "4");
    KeyStore served = Keytool.keys(store);
    served.deleteEntry("authority");
    dmp = new RawServer(Keytool.listening(served), TAKEN);
    settings.put("DMP_TRUSTSTORE", trusted.toString());
    settings.put("DMP_TRUSTSTORE_PASSWORD", "changeit");
    start("https://localhost:" + dmp.port() + "/event");
    adapter.outbox().accept(Orders.live("1"));

    await().atMost(60, SECONDS).untilAsserted(() -> assertThat(mode()).isEqualTo(Mode.STOPPED));

    Date end = ((X509Certificate) served.getCertificate("dmp")).getNotAfter();
    assertThat(adapter.destination().why())
        .contains("expired on " + end.toInstant().atOffset(ZoneOffset.UTC).toLocalDate());
  }

  private void start(String what) throws IOException {
    if (dmp == null) {
      dmp = RawServer.answering(what);
    }
    String url = what.startsWith("http") ? what : "http://127.0.0.1:" + dmp.port() + "/event";
    settings.put("DMP_URL", url);
    settings.put("DMP_USERNAME", "me");
    settings.put("DMP_PASSWORD", "sécret");
    settings.put("DMP_PER_SECOND", "unlimited");
    settings.putIfAbsent("DMP_TIMEOUT", "5s");
    adapter = RunningRoutes.start(home, settings, "delivery", "housekeeping");
  }

  private void deliver(String number) {
    long before = adapter.count(Orders.SOURCE, "delivered");
    adapter.outbox().accept(Orders.live(number));
    until("delivered", before + 1);
  }

  private void until(String what, long number) {
    await()
        .atMost(20, SECONDS)
        .untilAsserted(
            () -> assertThat(adapter.count(Orders.SOURCE, what)).as(what).isEqualTo(number));
  }

  private DeadLetter dead() {
    return await()
        .atMost(20, SECONDS)
        .until(
            () -> adapter.outbox().letters().unfiled(1).stream().findFirst(), Optional::isPresent)
        .orElseThrow();
  }

  private Mode mode() {
    return adapter.destination().mode();
  }

  private static Path pem(Path store) throws Exception {
    byte[] der = Keytool.keys(store).getCertificate("dmp").getEncoded();
    String text =
        "-----BEGIN CERTIFICATE-----\n"
            + Base64.getMimeEncoder().encodeToString(der)
            + "\n-----END CERTIFICATE-----\n";
    return Files.writeString(store.resolveSibling("server.pem"), text);
  }
}
