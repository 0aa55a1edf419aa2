package com.nexway.dmp.adapter.event;

import static com.nexway.dmp.adapter.event.Verdicts.order;
import static com.nexway.dmp.adapter.event.Verdicts.refused;
import static com.nexway.dmp.adapter.event.Verdicts.sendData;
import static com.nexway.dmp.adapter.event.Verdicts.taken;
import static com.nexway.dmp.adapter.event.Verdicts.warned;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * How the values of single properties are read, as a table: what is written, where it fails, why.
 */
class ValuesTest {
  @TestFactory
  Stream<DynamicTest> times_are_seconds() {
    return Stream.of(
        refused(
            sendData("/actionTime", "1700000000123"),
            "/actionTime",
            "our rule: must be seconds, and this looks like milliseconds: write 1700000000"),
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
            "must be text: write it in quotes, \"1000\""),
        taken(sendData(zip, "[{\"country\": \"FR\", \"zipcode\": \"01000\"}]")),
        refused(
            sendData("/user/phoneNumbers", "[33123456789]"),
            "/user/phoneNumbers/0",
            "\"33123456789\""),
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
        refused(order(quantity, "1e19"), quantity, "beyond what a number of 64 bits can hold"),
        refused(order(quantity, "-9223372036854775809"), quantity, "64 bits"),
        taken(order(quantity, "2.0")),
        taken(order(quantity, "9223372036854775807")),
        refused(
            order(price, "\"19,90\""),
            price,
            "must be a number, such as 19.90, without quotes: write 19.90"),
        refused(order(price, "1e400"), price, "64 bits"),
        taken(order(price, "19.90000000000000000000000000001")),
        warned(order(price, "-5"), price));
  }

  @TestFactory
  Stream<DynamicTest> rates_are_ratios() {
    String vat = "/order/items/0/pricing/VATRate";
    String discount = "/order/items/0/pricing/discountRate";
    return Stream.of(
        refused(order(vat, "20"), vat, "must be a ratio from 0 to 1: 20 is 20 %: write 0.2"),
        refused(order(vat, "5.5"), vat, "5.5 is 5.5 %: write 0.055"),
        refused(order(vat, "100"), vat, "100 is 100 %: write 1"),
        refused(order(vat, "-0.2"), vat, "20 % is written 0.2"),
        refused(order(vat, "1e1000000000"), vat, "20 % is written 0.2"),
        refused(order(discount, "10"), discount, "our rule: must be a ratio"),
        taken(order(vat, "0.200")),
        warned(order(vat, "1.00"), vat));
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
            "our rule: the document has no property _meta.customerId; did you mean _meta.customerID?"),
        refused(sendData("/custmerID", "\"1\""), "/custmerID", "did you mean _meta.customerID?"),
        refused(sendData("/email", "\"a@x.com\""), "/email", "did you mean user.email?"),
        refused(sendData("/user/emial", "\"a@x.com\""), "/user/emial", "did you mean user.email?"),
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
}
