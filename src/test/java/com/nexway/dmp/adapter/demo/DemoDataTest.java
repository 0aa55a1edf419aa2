package com.nexway.dmp.adapter.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.nexway.dmp.adapter.sandbox.Sandbox;
import com.nexway.dmp.adapter.sandbox.SandboxOptions;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The demo's data are what its description promises. */
final class DemoDataTest {
  private static final JsonMapper JSON = new JsonMapper();

  @Test
  void the_shop_holds_120_customers_and_at_least_300_orders_in_two_currencies() throws Exception {
    try (ShopDatabase shop = new ShopDatabase("demo-data-test")) {
      for (String order : shop.newOrders()) {
        shop.commit(order);
      }
      assertThat(number(shop, "SELECT COUNT(DISTINCT customer_id) FROM orders")).isEqualTo(120);
      assertThat(number(shop, "SELECT COUNT(*) FROM orders")).isGreaterThanOrEqualTo(300);
      assertThat(number(shop, "SELECT COUNT(DISTINCT currency) FROM orders")).isEqualTo(2);
      assertThat(number(shop, "SELECT MAX(line) FROM order_lines")).isGreaterThan(1);
      assertThat(number(shop, "SELECT COUNT(*) FROM orders WHERE status = 'draft'")).isPositive();
    }
  }

  @Test
  void every_change_is_later_than_what_the_shop_held_before_and_meets_an_order() throws Exception {
    try (ShopDatabase shop = new ShopDatabase("demo-changes-test")) {
      for (String order : shop.newOrders()) {
        shop.commit(order);
      }
      for (String change : shop.changes()) {
        String id = ShopDatabase.orderOf(change);
        String latest = "SELECT id FROM orders ORDER BY updated_at DESC, id DESC LIMIT 1";

        shop.commit(change);

        assertThat(number(shop, latest)).isEqualTo(Integer.parseInt(id));
      }
    }
  }

  @Test
  void a_shop_that_goes_on_gets_one_order_with_its_lines_each_time() throws Exception {
    try (ShopDatabase shop = new ShopDatabase("demo-forever-test")) {
      for (String order : shop.newOrders()) {
        shop.commit(order);
      }
      int before = number(shop, "SELECT MAX(id) FROM orders");

      shop.orderAgain();
      shop.orderAgain();

      assertThat(number(shop, "SELECT MAX(id) FROM orders")).isEqualTo(before + 2);
      String lines = "SELECT COUNT(DISTINCT order_id) FROM order_lines WHERE order_id > " + before;
      assertThat(number(shop, lines)).isEqualTo(2);
    }
  }

  @Test
  void every_expected_event_keeps_the_rules_of_the_document() throws Exception {
    List<String> refused = new ArrayList<>();
    try (Sandbox sandbox =
        Sandbox.start(SandboxOptions.defaults().withCredentials("demo", "demo"))) {
      for (String line : Shipped.lines("expected-events.jsonl")) {
        HttpResponse<String> answer = post(sandbox, JSON.readTree(line).get("event").toString());
        if (answer.statusCode() != 204) {
          refused.add(answer.body() + " " + line);
        }
      }
    }
    assertThat(refused).isEmpty();
  }

  @Test
  void the_customers_file_holds_200_lines_of_which_five_are_broken() {
    List<String> dead = Shipped.lines("expected-dead-letters.jsonl");
    List<String> events = Shipped.lines("expected-events.jsonl");

    assertThat(Shipped.text("shop/customers.csv").split("\nK")).hasSize(201);
    assertThat(dead).filteredOn(line -> line.contains("\"customers\"")).hasSize(5);
    assertThat(events).filteredOn(line -> line.contains("\"customers\"")).hasSize(195);
  }

  private static int number(ShopDatabase shop, String query) throws Exception {
    try (Connection connection = DriverManager.getConnection(shop.url());
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      assertThat(rows.next()).isTrue();
      return rows.getInt(1);
    }
  }

  private static HttpResponse<String> post(Sandbox sandbox, String body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(sandbox.uri())
            .header("Content-Type", "application/json")
            .header(
                "Authorization",
                "Basic "
                    + Base64.getEncoder()
                        .encodeToString("demo:demo".getBytes(StandardCharsets.UTF_8)))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
}
