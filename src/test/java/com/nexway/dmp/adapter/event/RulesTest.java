package com.nexway.dmp.adapter.event;

import static com.nexway.dmp.adapter.event.Verdicts.order;
import static com.nexway.dmp.adapter.event.Verdicts.refused;
import static com.nexway.dmp.adapter.event.Verdicts.sendData;
import static com.nexway.dmp.adapter.event.Verdicts.taken;
import static com.nexway.dmp.adapter.event.Verdicts.warned;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The rules between properties, as a table: what is written, where it fails, why. */
class RulesTest {
  private static final String CART =
      """
      {"action": "cart", "user": {"email": "a@x.com"}, "cart": {"currency": "EUR", "items": [
        {"quantity": 1, "pricing": {"VATRate": 0, "discountConstant": 0, "discountRate": 0,
           "unitPriceExcludingVAT": 1, "unitPriceIncludingVAT": 1},
         "product": {"name": "n", "uniqueReference": "r"%s}}]}}
      """;

  @TestFactory
  Stream<DynamicTest> an_action_needs_what_it_is_about() {
    return Stream.of(
        refused(
            sendData("/action", "\"order\""),
            "/order",
            "our rule: must be there, because the action is order"),
        refused(
            sendData("/action", "\"cancel order\""),
            "/order",
            "because the action is cancel order"),
        refused(sendData("/action", "\"cart\""), "/cart", "our rule"),
        refused(sendData("/action", "\"register licences\""), "/registrations", "our rule"),
        refused(
            Samples.with(sendData("/action", "\"register licences\""), "/registrations", "[]"),
            "/registrations",
            "our rule: must hold at least one"),
        refused(sendData("/action", "\"use product\""), "/usage", "our rule"),
        taken(sendData("/action", "\"send data\"")),
        taken(Samples.with(Samples.order(), "/action", "\"cancel order\"")),
        taken(Samples.with(Samples.order(), "/registrations", "[]")),
        taken(Samples.with(Samples.order(), "/actionTime", "0")));
  }

  @TestFactory
  Stream<DynamicTest> a_cart_needs_a_picture_of_each_product_in_it() {
    String packshots = "/cart/items/0/product/packshots";
    return Stream.of(
        refused(cart(""), packshots, "must hold a picture"),
        refused(cart(", \"packshots\": []"), packshots, "our rule: must hold a picture"),
        taken(cart(", \"packshots\": [{\"URL\": \"u\", \"height\": 1, \"width\": 1}]")),
        taken(Samples.with(cart(""), "/action", "\"send data\"")),
        taken(Samples.with(Samples.order(), "/order/items/0/product/packshots", "[]")));
  }

  @TestFactory
  Stream<DynamicTest> a_company_has_one_size() {
    String free = "/user/companySizeFreeRange";
    return Stream.of(
        refused(
            sendData(free, "{}"),
            free,
            "must have lowerBoundInclusive, upperBoundInclusive or both"),
        refused(
            Samples.with(
                sendData(free, "{\"lowerBoundInclusive\": 1}"),
                "/user/companySizeRange",
                "\"51-200\""),
            free,
            "cannot stand beside companySizeRange"),
        refused(
            sendData(free, "{\"lowerBoundInclusive\": 10, \"upperBoundInclusive\": 5}"),
            free + "/lowerBoundInclusive",
            "must not be above upperBoundInclusive, which is 5"),
        taken(sendData(free, "{\"lowerBoundInclusive\": 5, \"upperBoundInclusive\": 5.0}")),
        taken(sendData(free, "{\"upperBoundInclusive\": 5}")));
  }

  @TestFactory
  Stream<DynamicTest> texts_are_unicode_and_streets_end_their_lines_with_lf() {
    String street = "[{\"country\": \"FR\", \"zipcode\": \"1\", \"street\": \"%s\"}]";
    return Stream.of(
        taken(sendData("/user/addresses", street.formatted("1 rue\\nB\u00e2t. \ud83d\ude00"))),
        refused(
            sendData("/user/addresses", street.formatted("1 rue\\r\\nB")),
            "/user/addresses/0/street",
            "our rule: lines end with LF"),
        refused(
            sendData("/user/addresses", street.formatted("1 rue\\rB")),
            "/user/addresses/0/street",
            "LF"),
        refused(
            sendData("/user/firstName", "\"a\\ud83d\""), "/user/firstName", "half of a character"),
        refused(
            sendData("/user/firstName", "\"\\ude00a\""), "/user/firstName", "half of a character"),
        taken(sendData("/user/firstName", "\"\\u0000\\uffff\"")));
  }

  @TestFactory
  Stream<DynamicTest> an_address_that_the_pattern_refuses_is_told_why() {
    return Stream.of(
        refused(
            sendData("/user/email", "\"o'neil@x.com\""),
            "/user/email",
            "is no address that the DMP takes: an apostrophe"),
        refused(sendData("/user/email", "\"\""), "/user/email", "it is empty"));
  }

  @TestFactory
  Stream<DynamicTest> what_is_unmarked_but_doubtful_is_a_warning() {
    String item = "/order/items/0/pricing";
    return Stream.of(
        warned(Samples.with(Samples.order(), item, (JsonNode) null), item),
        warned(order(item + "/VATRate", null), item + "/VATRate"),
        warned(order(item + "/discountConstant", null), item + "/discountConstant"),
        warned(order(item + "/discountRate", null), item + "/discountRate"),
        warned(order(item + "/unitPriceExcludingVAT", null), item + "/unitPriceExcludingVAT"),
        warned(order(item + "/unitPriceIncludingVAT", null), item + "/unitPriceIncludingVAT"),
        warned(sendData("/registrations", "[{}]"), "/registrations/0/licenceNumber"),
        warned(sendData("/usage", "{}"), "/usage/type"));
  }

  private static ObjectNode cart(String packshots) {
    return Samples.json(CART.formatted(packshots));
  }
}
