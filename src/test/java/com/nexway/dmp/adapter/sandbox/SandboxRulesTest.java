package com.nexway.dmp.adapter.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of the Event document, asked for over HTTP. */
final class SandboxRulesTest {
  private static Sandbox sandbox;
  private static Shop shop;

  @BeforeAll
  static void start() throws IOException {
    sandbox = Sandbox.start();
    shop = new Shop(sandbox);
  }

  @AfterAll
  static void stop() {
    sandbox.close();
  }

  @Test
  void the_documents_own_example_is_taken() {
    assertThat(shop.post(Events.theDocumentsExample()).statusCode()).isEqualTo(204);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"send data", "order", "cancel order", "cart", "register licences", "use product"})
  void an_event_of_every_action_with_all_properties_is_taken(String action) {
    JsonNode event = Events.complete(action);

    assertThat(shop.post(event)).satisfies(r -> assertThat(r.body()).isEmpty());
    assertThat(sandbox.received()).last().extracting(Received::status).isEqualTo(204);
  }

  @ParameterizedTest
  @CsvSource({
    "/action",
    "/user",
    "/user/email",
    "/user/addresses/0/country",
    "/user/addresses/0/zipcode",
    "/user/marketingConsents/0/status",
    "/user/marketingConsents/0/topic",
    "/user/networkIdentities/0/identifier",
    "/user/networkIdentities/0/platform",
    "/cart/currency",
    "/cart/items",
    "/cart/items/0/product",
    "/cart/items/0/quantity",
    "/cart/items/0/product/name",
    "/cart/items/0/product/uniqueReference",
    "/cart/items/0/product/packshots",
    "/cart/items/0/product/packshots/0/URL",
    "/cart/items/0/product/packshots/0/height",
    "/cart/items/0/product/packshots/0/width",
    "/cart",
    "/order/id",
    "/order/currency",
    "/order/items",
    "/order/items/0/product",
    "/order/items/0/quantity",
    "/order/items/0/product/name",
    "/registrations/0/product/uniqueReference",
    "/usage/product/name"
  })
  void a_mandatory_property_that_is_absent_is_named(String pointer) {
    assertThat(refused(Events.without(Events.complete("cart"), pointer))).contains(pointer);
  }

  @ParameterizedTest
  @CsvSource({
    "order,/order",
    "cancel order,/order",
    "register licences,/registrations",
    "use product,/usage"
  })
  void an_action_needs_the_object_it_is_about(String action, String pointer) {
    assertThat(refused(Events.without(Events.complete(action), pointer))).containsExactly(pointer);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/action|\"Order\"",
        "/action|7",
        "/order/paymentMethod|\"VISA\"",
        "/order/paymentMethod|\"cash\"",
        "/order/paymentStatus|\"paid\"",
        "/user/companySizeRange|\"51-201\"",
        "/user/gender|\"m\"",
        "/user/marketingConsents/0/status|\"yes\"",
        "/user/networkIdentities/0/platform|\"xing\"",
        "/usage/type|\"trial\"",
        "/usage/type|{}",
        "/user/email|\"a.b.c@x.com\"",
        "/user/birthDate|\"2001-02-29\"",
        "/user/birthDate|\"01/02/2001\"",
        "/user/birthDate|20010228",
        "/order/CCExpirationDate|\"2027-05\"",
        "/_meta/dataAcquisitionTime|1477053592000",
        "/_meta/dataAcquisitionTime|\"1477053592\"",
        "/_meta/dataAcquisitionTime|1.5",
        "/actionTime|1e300",
        "/order/items/0/quantity|2.5",
        "/order/items/0/quantity|\"2\"",
        "/order/items/0/quantity|9223372036854775808",
        "/order/items/0/pricing/VATRate|20",
        "/order/items/0/pricing/VATRate|-0.1",
        "/order/items/0/pricing/discountRate|10",
        "/order/items/0/pricing/unitPriceExcludingVAT|\"19.90\"",
        "/order/items/0/pricing|[]",
        "/order/items/0/licenceNumbers/0|12",
        "/order/items|{}",
        "/user/addresses/0/zipcode|1000",
        "/user/addresses/0/street|\"1 A\\r\\nB\"",
        "/user/phoneNumbers/0|49301234",
        "/user/firstName|null",
        "/user|null",
        "/cart/items/0/product/packshots|[]",
        "/cart/items/0/product/packshots/0/width|\"wide\""
      })
  void a_value_that_the_document_does_not_allow_is_named(String pointer, String value)
      throws IOException {
    ObjectNode event = Events.with(Events.complete("cart"), pointer, Shop.JSON.readTree(value));

    assertThat(refused(event)).contains(pointer);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/_meta/dataAcquisitionTime|1.477053592e+09",
        "/_meta/dataAcquisitionTime|0",
        "/order/items/0/quantity|2.0",
        "/order/items/0/quantity|9223372036854775807",
        "/order/items/0/pricing/VATRate|0",
        "/order/items/0/pricing/VATRate|1.0",
        "/user/addresses/0/street|\"1 A\\nB\"",
        "/user/addresses/0/zipcode|\"01000\"",
        "/user/country|\"gb\"",
        "/user/birthDate|\"2000-02-29\"",
        "/user/companySizeRange|\"200-1000\"",
        "/user/lastName|\"Łukasz 😀 Özgür\""
      })
  void a_value_that_looks_odd_but_is_allowed_is_taken(String pointer, String value)
      throws IOException {
    ObjectNode event = Events.with(Events.complete("cart"), pointer, Shop.JSON.readTree(value));

    assertThat(shop.post(event).statusCode()).isEqualTo(204);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/_meta", "/order/items/0/pricing", "/user/addresses/0", "/usage"})
  void a_property_that_the_document_does_not_name_is_refused(String object) {
    ObjectNode event = Events.complete("cart");
    ((ObjectNode) event.at(object)).put("customerId", "1");

    assertThat(refused(event)).containsExactly(object + "/customerId");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"companySizeFreeRange\":{}}",
        "{\"companySizeFreeRange\":{\"lowerBoundInclusive\":9,\"upperBoundInclusive\":8}}",
        "{\"companySizeFreeRange\":{\"lowerBoundInclusive\":9},\"companySizeRange\":\"51-200\"}"
      })
  void a_company_size_that_contradicts_itself_is_refused(String user) throws IOException {
    ObjectNode event = Shop.event("a@b.com");
    ((ObjectNode) event.get("user")).setAll((ObjectNode) Shop.JSON.readTree(user));

    assertThat(refused(event)).containsExactly("/user/companySizeFreeRange");
  }

  @Test
  void every_reason_is_told_at_once() {
    ObjectNode event = Events.complete("cart");
    Events.without(event, "/action");
    Events.without(event, "/user/email");
    Events.without(event, "/order/id");

    assertThat(refused(event)).containsExactlyInAnyOrder("/action", "/order/id", "/user/email");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hello",
        "[]",
        "{} {}",
        "{\"action\":\"cart\",\"action\":\"cart\"}",
        "{\"a\":"
      })
  void a_body_that_is_no_json_object_is_refused(String body) {
    assertThat(shop.post(body).statusCode()).isEqualTo(400);
  }

  @Test
  void a_body_that_is_not_utf_8_is_refused() {
    byte[] latin1 =
        Shop.event("a@b.com")
            .put("action", "Größe")
            .toString()
            .getBytes(StandardCharsets.ISO_8859_1);

    HttpResponse<String> answer = shop.post(latin1);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("UTF-8");
  }

  private static List<String> refused(JsonNode event) {
    HttpResponse<String> answer = shop.post(event);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
    try {
      return Shop.JSON.readTree(answer.body()).get("reasons").findValuesAsText("pointer");
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
