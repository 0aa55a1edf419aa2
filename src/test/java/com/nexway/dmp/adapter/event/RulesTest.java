package com.nexway.dmp.adapter.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nexway.dmp.adapter.record.Problem;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Each rule of how the document is read, as a table: what is written, where it fails, the words.
 */
class RulesTest {
  private static final String CART =
      """
      {"action": "cart", "user": {"email": "a@x.com"}, "cart": {"currency": "EUR", "items": [
        {"quantity": 1, "pricing": {"VATRate": 0, "discountConstant": 0, "discountRate": 0,
           "unitPriceExcludingVAT": 1, "unitPriceIncludingVAT": 1},
         "product": {"name": "n", "uniqueReference": "r"%s}}]}}
      """;

  private final Validator validator = new Validator();

  @TestFactory
  Stream<DynamicTest> an_action_needs_what_it_is_about() {
    return Stream.of(
        refused(
            sendData("/action", "\"order\""),
            "/order",
            "our rule: must be there where the action is order"),
        refused(
            sendData("/action", "\"cancel order\""), "/order", "where the action is cancel order"),
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
  Stream<DynamicTest> times_are_seconds() {
    return Stream.of(
        refused(
            sendData("/actionTime", "1700000000123"),
            "/actionTime",
            "our rule: must be seconds, and this must be milliseconds: write 1700000000"),
        refused(
            sendData("/actionTime", "100000000000"), "/actionTime", "our rule: must be seconds"),
        refused(
            sendData("/actionTime", "1e1000000000"), "/actionTime", "our rule: must be seconds"),
        refused(sendData("/actionTime", "-1e30"), "/actionTime", "64 bits"),
        refused(sendData("/actionTime", "1.5"), "/actionTime", "without a fraction"),
        refused(sendData("/actionTime", "1e-1000000000"), "/actionTime", "without a fraction"),
        refused(
            sendData("/actionTime", "\"2023-11-14T22:13:20Z\""),
            "/actionTime",
            "seconds since 1970-01-01 UTC as a whole number, such as 1700000000: write 1700000000"),
        refused(
            sendData("/actionTime", "\"1700000000\""),
            "/actionTime",
            "without quotes: write 1700000000"),
        refused(
            sendData("/_meta/dataAcquisitionTime", "1700000000123"),
            "/_meta/dataAcquisitionTime",
            "milliseconds"),
        taken(sendData("/_meta/dataAcquisitionTime", "0")),
        taken(sendData("/actionTime", "99999999999")),
        taken(sendData("/actionTime", "-1")),
        taken(sendData("/actionTime", "1.477053592e+09")),
        taken(sendData("/actionTime", "1477053592.000")));
  }

  @TestFactory
  Stream<DynamicTest> numbers_are_numbers_and_texts_are_texts() {
    String zip = "/user/addresses";
    String quantity = "/order/items/0/quantity";
    String price = "/order/items/0/pricing/unitPriceExcludingVAT";
    return Stream.of(
        refused(
            sendData(zip, "[{\"country\": \"FR\", \"zipcode\": 1000}]"),
            "/user/addresses/0/zipcode",
            "must be text, in quotes: write \"1000\""),
        taken(sendData(zip, "[{\"country\": \"FR\", \"zipcode\": \"01000\"}]")),
        refused(
            sendData("/user/phoneNumbers", "[33123456789]"),
            "/user/phoneNumbers/0",
            "write \"33123456789\""),
        refused(
            sendData("/user/phoneNumbers", "\"33123\""), "/user/phoneNumbers", "put [ ] around it"),
        refused(
            sendData("/user/addresses", "{\"country\": \"FR\"}"),
            "/user/addresses",
            "put [ ] around it"),
        refused(
            order(quantity, "2.5"),
            quantity,
            "must be a whole number, such as 2, without a fraction"),
        refused(order(quantity, "\"2\""), quantity, "without quotes: write 2"),
        refused(order(quantity, "1e19"), quantity, "more than a number of 64 bits can hold"),
        refused(order(quantity, "-9223372036854775809"), quantity, "64 bits"),
        taken(order(quantity, "2.0")),
        taken(order(quantity, "9223372036854775807")),
        refused(
            order(price, "\"19,90\""),
            price,
            "must be a number, such as 19.90, without quotes: write 19.90"),
        refused(order(price, "1e400"), price, "64 bits"),
        taken(order(price, "19.90000000000000000000000000001")),
        taken(order(price, "-5")));
  }

  @TestFactory
  Stream<DynamicTest> rates_are_ratios() {
    String vat = "/order/items/0/pricing/VATRate";
    String discount = "/order/items/0/pricing/discountRate";
    return Stream.of(
        refused(order(vat, "20"), vat, "VATRate is a ratio from 0 to 1: 20 is 20 %: write 0.2"),
        refused(order(vat, "5.5"), vat, "5.5 is 5.5 %: write 0.055"),
        refused(order(vat, "100"), vat, "100 is 100 %: write 1"),
        refused(order(vat, "-0.2"), vat, "20 % is written 0.2"),
        refused(order(vat, "1e1000000000"), vat, "20 % is written 0.2"),
        refused(order(discount, "10"), discount, "our rule: discountRate is a ratio"),
        taken(order(vat, "0")),
        taken(order(vat, "1.00")));
  }

  @TestFactory
  Stream<DynamicTest> dates_exist_in_the_calendar() {
    String expiry = "/order/CCExpirationDate";
    return Stream.of(
        refused(
            sendData("/user/birthDate", "\"2001-02-29\""),
            "/user/birthDate",
            "a day that the calendar does not have"),
        refused(sendData("/user/birthDate", "\"1900-02-29\""), "/user/birthDate", "calendar"),
        refused(sendData("/user/birthDate", "\"2001-13-01\""), "/user/birthDate", "calendar"),
        refused(sendData("/user/birthDate", "\"2001-00-10\""), "/user/birthDate", "calendar"),
        refused(
            sendData("/user/birthDate", "\"0000-00-00\""),
            "/user/birthDate",
            "leave the property out"),
        refused(
            sendData("/user/birthDate", "\"10/05/1968\""),
            "/user/birthDate",
            "yyyy-mm-dd, such as 1968-05-10"),
        refused(sendData("/user/birthDate", "\"1968-5-10\""), "/user/birthDate", "yyyy-mm-dd"),
        refused(
            sendData("/user/birthDate", "\"1968-05-10T00:00:00Z\""),
            "/user/birthDate",
            "must be a date without a time: write 1968-05-10"),
        refused(
            sendData("/user/birthDate", "\"\u0661968-05-10\""), "/user/birthDate", "yyyy-mm-dd"),
        refused(order(expiry, "\"05/27\""), expiry, "write day 01: 2027-05-01"),
        refused(order(expiry, "\"2027-05\""), expiry, "write day 01: 2027-05-01"),
        refused(order(expiry, "\"13/27\""), expiry, "yyyy-mm-dd"),
        taken(order(expiry, "\"2027-05-01\"")),
        taken(sendData("/user/birthDate", "\"2000-02-29\"")));
  }

  @TestFactory
  Stream<DynamicTest> what_the_document_does_not_name_is_refused_with_the_nearest_name() {
    return Stream.of(
        refused(
            sendData("/_meta/customerId", "\"1\""),
            "/_meta/customerId",
            "our rule: in the document, _meta has no property 'customerId'; did you mean customerID?"),
        refused(sendData("/custmerID", "\"1\""), "/custmerID", "did you mean _meta.customerID?"),
        refused(sendData("/email", "\"a@x.com\""), "/email", "did you mean user.email?"),
        refused(sendData("/user/emial", "\"a@x.com\""), "/user/emial", "did you mean email?"),
        refused(sendData("/user/zzzzzzzz", "1"), "/user/zzzzzzzz", "leave it out"),
        refused(Samples.sendData().set("a~b", Samples.sendData()), "/a~0b", "our rule"));
  }

  @TestFactory
  Stream<DynamicTest> values_are_exactly_as_printed() {
    String method = "/order/paymentMethod";
    return Stream.of(
        refused(order(method, "\"Visa\""), method, "did you mean visa?"),
        refused(order(method, "\"klarna-pay-later\""), method, "write one of amex, bank_transfer"),
        refused(
            sendData("/user/companySizeRange", "\"201-1000\""),
            "/user/companySizeRange",
            "did you mean 200-1000?"),
        taken(sendData("/user/companySizeRange", "\"200-1000\"")),
        refused(sendData("/user/gender", "\"m\""), "/user/gender", "did you mean M?"),
        taken(sendData("/usage", "{\"type\": \"start_trial\"}")),
        refused(
            sendData("/usage", "{\"type\": {}}"), "/usage/type", "one of start_trial, end_trial"),
        refused(sendData("/action", "\"Order\""), "/action", "did you mean order?"),
        taken(sendData("/user/country", "\"gb\"")),
        taken(order("/order/currency", "\"euros\"")));
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
        warned(
            Samples.with(Samples.order(), item, (com.fasterxml.jackson.databind.JsonNode) null),
            item),
        warned(order(item + "/VATRate", null), item + "/VATRate"),
        warned(order(item + "/discountConstant", null), item + "/discountConstant"),
        warned(order(item + "/discountRate", null), item + "/discountRate"),
        warned(order(item + "/unitPriceExcludingVAT", null), item + "/unitPriceExcludingVAT"),
        warned(order(item + "/unitPriceIncludingVAT", null), item + "/unitPriceIncludingVAT"),
        warned(sendData("/registrations", "[{}]"), "/registrations/0/licenceNumber"),
        warned(sendData("/usage", "{}"), "/usage/type"));
  }

  private DynamicTest refused(ObjectNode event, String pointer, String words) {
    return dynamicTest(
        pointer + " " + words,
        () -> {
          List<Problem> problems = validator.violations(event);
          assertThat(problems).hasSize(1);
          assertThat(problems.get(0).isError()).isTrue();
          assertThat(problems.get(0).pointer()).isEqualTo(pointer);
          assertThat(problems.get(0).message()).contains(words);
        });
  }

  private DynamicTest warned(ObjectNode event, String pointer) {
    return dynamicTest(
        pointer,
        () -> {
          List<Problem> problems = validator.violations(event);
          assertThat(problems).hasSize(1);
          assertThat(problems.get(0).isError()).isFalse();
          assertThat(problems.get(0).pointer()).isEqualTo(pointer);
        });
  }

  private DynamicTest taken(ObjectNode event) {
    return dynamicTest(
        "taken: " + Shown.cut(event.toString()),
        () -> assertThat(validator.violations(event)).isEmpty());
  }

  private static ObjectNode sendData(String pointer, String value) {
    return Samples.with(Samples.sendData(), pointer, value);
  }

  private static ObjectNode order(String pointer, @org.jspecify.annotations.Nullable String value) {
    return value == null
        ? Samples.with(Samples.order(), pointer, (com.fasterxml.jackson.databind.JsonNode) null)
        : Samples.with(Samples.order(), pointer, value);
  }

  private static ObjectNode cart(String packshots) {
    return Samples.json(CART.formatted(packshots));
  }
}
