package com.nexway.dmp.adapter.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nexway.dmp.adapter.sandbox.Sandbox;
import com.nexway.dmp.adapter.testing.Hmac;
import com.nexway.dmp.adapter.testing.TestAdapter;
import com.nexway.dmp.adapter.testing.TestHome;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Shops post to a running adapter, over real HTTP. */
final class WebhookRouteTest {
  private static final String SECRET = "swordfish";
  private static final String ORDER =
      """
      {"id": 7, "number": "W-7", "updated_at": "2026-03-01T10:15:00Z", "status": "paid",
       "currency": "EUR", "customer": {"email": "claire@example.com"},
       "lines": [{"sku": "PS-12", "name": "Photo Studio", "qty": 1}]}
      """;

  @TempDir Path home;
  private final HttpClient shop = HttpClient.newHttpClient();
  private TestAdapter adapter;
  private Sandbox dmp;

  @BeforeEach
  void start() {
    adapter = TestAdapter.in(home);
    dmp = adapter.dmp();
    TestHome.addWebhook(home, "shop", "webhook-orders", "shopify");
    TestHome.addWebhook(home, "listing", "webhook-orders", "shopify", "records", "data.events");
    TestHome.addWebhook(home, "woo", "webhook-orders", "woocommerce");
    adapter.set("SHOP_SECRET", SECRET).set("WEBHOOKS_MAX_BODY", "4KB").start();
  }

  @AfterEach
  void stop() {
    adapter.close();
  }

  @Test
  void a_signed_order_is_answered_when_it_is_on_disk_and_reaches_the_dmp() {
    HttpResponse<String> answer = post("shop", ORDER);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("{\"message\":\"taken\"}\n");
    await().untilAsserted(() -> assertThat(dmp.stats().taken()).isEqualTo(1));
    assertThat(dmp.received().get(0).json().at("/order/id").asText()).isEqualTo("W-7");
  }

  @Test
  void the_same_notification_again_costs_no_request() {
    post("shop", ORDER);
    await().untilAsserted(() -> assertThat(dmp.stats().taken()).isEqualTo(1));

    assertThat(post("shop", ORDER).statusCode()).isEqualTo(200);
    assertThat(post("shop", ORDER.replace("W-7", "W-8").replace(": 7", ": 8")).statusCode())
        .isEqualTo(200);

    await().untilAsserted(() -> assertThat(dmp.stats().taken()).isEqualTo(2));
    assertThat(dmp.stats().requests()).isEqualTo(2);
  }

  @Test
  void a_wrong_or_missing_signature_is_401_and_nothing_is_kept() {
    assertThat(send("shop", "application/json", "AAAA", ORDER).statusCode()).isEqualTo(401);
    HttpResponse<String> unsigned = send("shop", "application/json", null, ORDER);

    assertThat(unsigned.statusCode()).isEqualTo(401);
    assertThat(unsigned.body()).contains("X-Shopify-Hmac-Sha256").doesNotContain("claire");
    assertThat(adapter.running().outbox().counts()).isEmpty();
  }

  @Test
  void what_is_no_json_is_400_with_its_place() {
    HttpResponse<String> answer = post("shop", "{\"id\": 7,\n \"email\": claire}");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("line 2").doesNotContain("claire");
    assertThat(post("shop", "").statusCode()).isEqualTo(400);
    assertThat(post("shop", "[1]").statusCode()).isEqualTo(400);
    assertThat(post("shop", "{\"a\":1,\"a\":2}").statusCode()).isEqualTo(400);
    assertThat(post("shop", "[".repeat(2000)).statusCode()).isEqualTo(400);
  }

  @Test
  void a_number_beyond_all_bounds_becomes_a_dead_letter_or_400_and_stops_nobody() {
    String vast = ORDER.replace("\"qty\": 1", "\"qty\": 1e1000000000");

    assertThat(post("shop", vast).statusCode()).isEqualTo(200);
    assertThat(post("shop", "{\"id\": 1e99999999999}").statusCode()).isEqualTo(400);
    assertThat(post("shop", ORDER.replace(": 7", ": 8")).statusCode()).isEqualTo(200);

    await().untilAsserted(() -> assertThat(dmp.stats().taken()).isEqualTo(1));
    await()
        .untilAsserted(() -> assertThat(home.resolve("dead-letters/shop")).isNotEmptyDirectory());
  }

  @Test
  void another_content_type_is_415_but_woocommerce_s_ping_is_welcome() {
    String form = "application/x-www-form-urlencoded";

    assertThat(send("shop", "text/plain", sign(ORDER), ORDER).statusCode()).isEqualTo(415);
    assertThat(send("shop", form, null, "webhook_id=1").statusCode()).isEqualTo(415);
    assertThat(send("woo", form, null, "webhook_id=1").statusCode()).isEqualTo(200);
    assertThat(send("woo", "application/json", null, ORDER).statusCode()).isEqualTo(401);
  }

  @Test
  void too_large_a_body_is_413() {
    HttpResponse<String> answer = post("shop", "{\"id\":\"" + "x".repeat(5000) + "\"}");

    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body()).contains("longer than 4096 bytes (webhooks.max-body)");
  }

  @Test
  void an_array_in_the_body_makes_a_record_of_each_element() {
    String body = "{\"data\":{\"events\":[" + ORDER + "," + ORDER.replace("7", "9") + "]}}";

    assertThat(post("listing", body).statusCode()).isEqualTo(200);
    assertThat(post("listing", "{\"data\":{\"events\":7}}").statusCode()).isEqualTo(400);

    await().untilAsserted(() -> assertThat(dmp.stats().taken()).isEqualTo(2));
  }

  @Test
  void camels_own_headers_do_not_steer_anything() {
    HttpRequest.Builder request =
        request("shop", "application/json", sign(ORDER), ORDER)
            .header("CamelHttpUri", "http://127.0.0.1:1/")
            .header("CamelHttpResponseCode", "204")
            .header("Authorization", "Bearer secret");

    HttpResponse<String> answer = exchange(request);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().map()).doesNotContainKeys("authorization", "camelhttpuri");
    await().untilAsserted(() -> assertThat(dmp.stats().taken()).isEqualTo(1));
  }

  @Test
  void reading_is_405_and_an_unknown_source_404() {
    URI address = adapter.webhook("shop");
    assertThat(exchange(HttpRequest.newBuilder(address).GET()).statusCode()).isEqualTo(405);
    assertThat(post("nobody", ORDER).statusCode()).isEqualTo(404);
  }

  @Test
  void while_it_stops_a_shop_is_told_to_come_again_and_nothing_else() throws Exception {
    Set<Integer> answers = new ConcurrentSkipListSet<>();
    CountDownLatch taken = new CountDownLatch(50);
    Thread posting =
        new Thread(
            () -> {
              try {
                URI address = adapter.webhook("shop");
                while (true) {
                  HttpRequest.Builder request =
                      HttpRequest.newBuilder(address)
                          .header("Content-Type", "application/json")
                          .header("X-Shopify-Hmac-Sha256", sign(ORDER))
                          .POST(BodyPublishers.ofString(ORDER));
                  answers.add(shop.send(request.build(), BodyHandlers.discarding()).statusCode());
                  taken.countDown();
                }
              } catch (IOException | InterruptedException e) {
                // the port is closed
              }
            });
    posting.start();
    assertThat(taken.await(60, TimeUnit.SECONDS)).isTrue();

    adapter.running().close();

    posting.join(TimeUnit.SECONDS.toMillis(60));
    assertThat(posting.isAlive()).isFalse();
    assertThat(answers).isSubsetOf(200, 503);
  }

  @Test
  void a_store_that_is_away_is_503_with_retry_after() {
    adapter.running().outbox().close();

    HttpResponse<String> answer = post("shop", ORDER);

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).isPresent();
  }

  private HttpResponse<String> post(String source, String body) {
    return send(source, "application/json", sign(body), body);
  }

  private HttpResponse<String> send(String source, String type, String signature, String body) {
    return exchange(request(source, type, signature, body));
  }

  private HttpRequest.Builder request(String source, String type, String signature, String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(adapter.webhook(source))
            .header("Content-Type", type)
            .POST(BodyPublishers.ofString(body));
    return signature == null ? request : request.header("X-Shopify-Hmac-Sha256", signature);
  }

  private HttpResponse<String> exchange(HttpRequest.Builder request) {
    try {
      return shop.send(request.build(), BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static String sign(String body) {
    return Hmac.base64(SECRET, body);
  }
}
