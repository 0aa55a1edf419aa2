package com.nexway.dmp.adapter.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.nexway.dmp.adapter.testing.Hmac;
import com.nexway.dmp.adapter.testing.Logged;
import com.nexway.dmp.adapter.testing.RawClient;
import com.nexway.dmp.adapter.testing.TestAdapter;
import com.nexway.dmp.adapter.testing.TestHome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of a notification that is turned away: for its sender, and for the shop owner. */
final class WebhookRefusalsTest {
  private static final String JSON = "Content-Type: application/json\r\n";
  private static final String SECRET = "x&y\"z-swordfish";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir Path home;
  private final Logged log = Logged.of("com.nexway.dmp.adapter");
  private TestAdapter adapter;

  @BeforeEach
  void start() {
    adapter = TestAdapter.in(home);
    TestHome.addWebhook(home, "shop", "webhook-orders", "woocommerce");
    TestHome.addWebhook(home, "stripe", "webhook-orders", "stripe");
    TestHome.addWebhook(home, "open", "webhook-orders", "none");
    TestHome.write(home, "routes/sources/wrong.yaml", "- templatedRoute: { routeId: wrong }\n");
    adapter.set("SHOP_SECRET", "x&amp;y&quot;z-swordfish").set("WEBHOOKS_MAX_BODY", "2MB").start();
  }

  @AfterEach
  void stop() {
    adapter.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          shop   | Content-Type: application/json         | 401
          shop   | Content-Type: text/plain               | 415
          shop   | Content-Type: multipart/form-data      | 415
          shop   | X-Other: y                             | 415
          shop   | Content-Type: application/json~X-WC-Webhook-Signature: AAAA~Content-Length: 9999999 | 413
          shop   | Content-Type: application/json~X-WC-Webhook-Signature: AAAA~Expect: tea             | 417
          shop   | Content-Type: application/json~X-WC-Webhook-Signature: AAAA~Content-Encoding: gzip  | 415
          Shop   | Content-Type: application/json         | 404
          wrong  | Content-Type: application/json         | 503
          """)
  void it_is_refused_from_its_head_alone(String source, String headers, int status) {
    String length = headers.contains("Length") ? "" : "Content-Length: 1000000\r\n";
    try (RawClient client = RawClient.to(port())) {
      client.send(post(source) + headers.replace("~", "\r\n") + "\r\n" + length + "\r\n");

      assertThat(client.answer())
          .startsWith("HTTP/1.1 " + status + " ")
          .contains("Content-Type: application/json", "{\"message\":\"");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          not json                    | not JSON: look at line 1, column
          DEEP                        | nested deeper than 64 levels
          NAME                        | a name longer than 50000 letters
          DIGITS                      | a number longer than 1000 digits
          {"id":1e99999999999}        | a number
          {"id":1,"id":2}             | a name twice in one object: look at line 1, column
          GZIP                        | compressed (gzip)
          LATIN                       | declared as iso-8859-1; JSON is read as UTF-8
          NOT_UTF_8                   | not written in UTF-8: look at line 1, column
          []                          | must be a JSON object
          EMPTY                       | the body is empty
          """)
  void what_the_shop_signed_is_told_with_its_cause_and_becomes_a_dead_letter(
      String body, String words) throws IOException {
    byte[] sent = bytes(body);
    String type =
        body.equals("LATIN") ? "application/json; charset=iso-8859-1" : "application/json";

    String answer = signed("shop", "Content-Type: " + type + "\r\n", sent);

    assertThat(answer).startsWith("HTTP/1.1 400 ").contains(words);
    assertThat(letter()).contains("turned away (400)").contains(words);
    assertThat(adapter.running().health().report().json())
        .contains("WATCH")
        .contains("notifications are turned away")
        .contains(words);
    assertThat(adapter.running().health().report().status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Content-Type: text/xml                                  | 415
          Content-Type: application/json~Content-Encoding: gzip   | 415
          Content-Type: application/json~Expect: tea              | 417
          """)
  void what_the_shop_signed_and_is_refused_by_its_head_becomes_a_dead_letter_too(
      String headers, int status) throws IOException {
    String answer = signed("shop", headers.replace("~", "\r\n") + "\r\n", bytes("{\"id\":1}"));

    assertThat(answer).startsWith("HTTP/1.1 " + status + " ");
    assertThat(letter()).contains("turned away (" + status + ")");
    assertThat(adapter.running().health().report().json()).contains("(" + status + ")");
  }

  @Test
  void a_body_that_is_too_long_and_signed_is_known_as_the_shop_s() throws IOException {
    String answer = signed("shop", JSON, new byte[(2 << 20) + 1]);

    assertThat(answer).startsWith("HTTP/1.1 413 ").contains("webhooks.max-body");
    assertThat(letter()).contains("turned away (413)");
  }

  @Test
  void a_body_that_grows_too_long_in_chunks_and_is_signed_is_known_as_the_shop_s_too()
      throws IOException {
    byte[] body = new byte[(2 << 20) + 70_000];
    String answer;
    try (RawClient client = RawClient.to(port())) {
      client.send(post("shop") + JSON + "Transfer-Encoding: chunked\r\n");
      client.send("X-WC-Webhook-Signature: " + Hmac.base64(SECRET, body) + "\r\n\r\n");
      client.send(Integer.toHexString(body.length) + "\r\n");
      answer = client.trySend(body).trySend(bytes("\r\n0\r\n\r\n")).rest();
    }

    assertThat(answer).startsWith("HTTP/1.1 413 ").contains("webhooks.max-body");
    assertThat(letter()).contains("turned away (413)").contains("webhooks.max-body");
    assertThat(adapter.running().health().report().json()).contains("(413)");
  }

  @Test
  void another_method_is_told_in_the_log_and_the_shop_s_own_becomes_a_dead_letter()
      throws IOException {
    String put = post("shop").replace("POST", "PUT") + JSON;

    assertThat(ask(put + "Content-Length: 2\r\n\r\n{}"))
        .startsWith("HTTP/1.1 405 ")
        .contains("Allow: POST");
    assertThat(log.lines())
        .contains("shop: a notification was turned away (405): this address takes POST alone");
    assertThat(home.resolve("dead-letters/shop")).doesNotExist();

    ask(
        put
            + "Content-Length: 2\r\nX-WC-Webhook-Signature: "
            + Hmac.base64(SECRET, "{}")
            + "\r\n\r\n{}");
    assertThat(letter()).contains("turned away (405)");
  }

  @Test
  void what_nobody_signed_makes_no_dead_letter_and_does_not_change_health() {
    for (int i = 0; i < 25; i++) {
      assertThat(ask(post("open") + JSON + "Content-Length: 3\r\n\r\nab" + i)).contains(" 400 ");
      assertThat(ask(post("shop") + "Content-Type: text/xml\r\nContent-Length: 1\r\n\r\na"))
          .contains(" 415 ");
    }

    assertThat(home.resolve("dead-letters/open")).doesNotExist();
    assertThat(home.resolve("dead-letters/shop")).doesNotExist();
    assertThat(adapter.running().health().report().json()).doesNotContain("turned away");
  }

  @Test
  void refusals_are_one_line_for_each_source_and_answer_and_a_number() {
    for (int i = 0; i < 25; i++) {
      ask(post("shop") + JSON + "Content-Length: 2\r\n\r\n{}");
      ask(post("shop") + "Content-Type: text/xml\r\nContent-Length: 2\r\n\r\n{}");
    }

    assertThat(log.lines()).filteredOn(line -> line.startsWith("shop: a notification")).hasSize(2);
    String metrics = RawClient.ask(adapter.running().operationsPort(), get("/metrics"));
    assertThat(metrics)
        .contains("dmp_adapter_webhooks_total{answer=\"401\",source=\"shop\"} 25.0")
        .contains("dmp_adapter_webhooks_total{answer=\"415\",source=\"shop\"} 25.0");
  }

  @Test
  void a_wrong_name_is_answered_in_json_and_the_right_one_is_told_in_the_log() {
    String answer = ask(post("Shop") + JSON + "Content-Length: 2\r\n\r\n{}");

    assertThat(answer).contains(" 404 ", "\"message\"").doesNotContain("<html");
    assertThat(log.lines())
        .anySatisfy(line -> assertThat(line).contains("/webhooks/Shop", "did you mean shop"));
  }

  @Test
  void a_clock_that_is_wrong_is_told_as_what_it_is() {
    long ago = Instant.now().getEpochSecond() - 600;
    byte[] body = bytes("{\"id\":1}");
    String signature = Hmac.hex(SECRET, ago + ".{\"id\":1}");

    String answer =
        ask(
            post("stripe")
                + JSON
                + "Stripe-Signature: t="
                + ago
                + ",v1="
                + signature
                + "\r\n"
                + "Content-Length: "
                + body.length
                + "\r\n\r\n{\"id\":1}");

    assertThat(answer)
        .contains(
            " 401 ", "signed 10 minutes ago: is this machine's clock right? (it may be 5m off)");
  }

  @Test
  void a_store_that_is_away_is_told_once_and_the_shop_comes_again() {
    adapter.running().outbox().close();

    assertThat(signed("shop", JSON, bytes("{\"id\":1}")))
        .startsWith("HTTP/1.1 503 ")
        .contains("Retry-After: 30");
    assertThat(signed("shop", JSON, bytes("not json"))).startsWith("HTTP/1.1 503 ");
    assertThat(log.lines()).filteredOn(line -> line.contains("turned away")).hasSize(1);
    assertThat(adapter.running().health().report().json()).doesNotContain("see dead-letters/");
  }

  @Test
  void a_body_of_more_parts_than_the_memory_allows_is_told_as_that() {
    byte[] body = bytes("[" + "1,".repeat((int) WebhookJson.PARTS) + "1]");

    assertThatThrownBy(() -> WebhookJson.mapper().readValue(body, Object.class))
        .satisfies(
            failure ->
                assertThat(WebhookJson.why(failure, body, ""))
                    .contains(WebhookJson.PARTS + " names, values and brackets", "-Xmx"));
  }

  private static byte[] bytes(String body) {
    return switch (body) {
      case "DEEP" -> bytes("[".repeat(65) + "]".repeat(65));
      case "NAME" -> bytes("{\"" + "n".repeat(50_001) + "\":1}");
      case "DIGITS" -> bytes("{\"id\":" + "1".repeat(1_500) + "}");
      case "GZIP" -> new byte[] {0x1f, (byte) 0x8b, 8, 0, 0};
      case "LATIN" -> "{\"name\":\"M\u00fcller\"}".getBytes(StandardCharsets.ISO_8859_1);
      case "NOT_UTF_8" -> "{\"name\":\"M\u00fcller\"}".getBytes(StandardCharsets.ISO_8859_1);
      case "EMPTY" -> new byte[0];
      default -> body.getBytes(StandardCharsets.UTF_8);
    };
  }

  private String signed(String source, String headers, byte[] body) {
    String signature = Hmac.base64(SECRET, body);
    try (RawClient client = RawClient.to(port())) {
      client.send(
          post(source)
              + headers
              + "X-WC-Webhook-Signature: "
              + signature
              + "\r\nContent-Length: "
              + body.length
              + "\r\n\r\n");
      return client.trySend(body).rest();
    }
  }

  private String letter() throws IOException {
    Path folder = home.resolve("dead-letters/shop");
    await()
        .atMost(PATIENCE)
        .until(() -> letters(folder).stream().anyMatch(WebhookRefusalsTest::isWhole));
    assertThat(letters(folder)).hasSize(1);
    return letters(folder).get(0);
  }

  private static boolean isWhole(String letter) {
    return letter.endsWith("}\n");
  }

  private static List<String> letters(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<String> letters = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(file -> file.toString().endsWith(".json")).toList()) {
        letters.add(Files.readString(file));
      }
    }
    return letters;
  }

  private String ask(String request) {
    return RawClient.ask(port(), request);
  }

  private int port() {
    return adapter.webhooksPort();
  }

  private static String post(String source) {
    return "POST /webhooks/" + source + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n";
  }

  private static String get(String path) {
    return "GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
  }
}
