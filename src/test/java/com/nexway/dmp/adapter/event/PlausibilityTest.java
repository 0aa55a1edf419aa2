package com.nexway.dmp.adapter.event;

import static com.nexway.dmp.adapter.event.Verdicts.order;
import static com.nexway.dmp.adapter.event.Verdicts.taken;
import static com.nexway.dmp.adapter.event.Verdicts.warned;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nexway.dmp.adapter.record.Problem;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What the document allows and no shop means is doubted, and never refused. */
final class PlausibilityTest {
  private static final String ITEM = "/order/items/0";
  private static final String NET = ITEM + "/pricing/unitPriceExcludingVAT";
  private static final String GROSS = ITEM + "/pricing/unitPriceIncludingVAT";

  private static ObjectNode prices(String net, String gross, String rate) {
    return prices(net, gross, rate, "EUR");
  }

  private static ObjectNode prices(String net, String gross, String rate, String currency) {
    ObjectNode event = order(NET, net);
    Samples.with(event, GROSS, gross);
    Samples.with(event, ITEM + "/pricing/VATRate", rate);
    return Samples.with(event, "/order/currency", "\"" + currency + "\"");
  }

  @TestFactory
  Stream<DynamicTest> what_no_shop_means_is_doubted() {
    return Stream.of(
        warned(order(ITEM + "/quantity", "0"), ITEM + "/quantity"),
        warned(order(ITEM + "/quantity", "-2"), ITEM + "/quantity"),
        warned(prices("-313.01", "19.99", "0.2"), NET),
        warned(prices("1", "-5", "0.2"), GROSS),
        warned(prices("900000", "1080000", "0.2"), GROSS));
  }

  @TestFactory
  Stream<DynamicTest> prices_that_do_not_go_together_are_doubted() {
    return Stream.of(
        warned(prices("20", "19.99", "0"), GROSS),
        warned(prices("100", "120", "0.1"), GROSS),
        warned(prices("100", "120.04", "0.2"), GROSS),
        warned(prices("100", "105.5", "0.06"), GROSS),
        warned(prices("100", "140", "0.4"), ITEM + "/pricing/VATRate"));
  }

  @TestFactory
  Stream<DynamicTest> prices_that_were_rounded_go_together() {
    return Stream.of(
        taken(prices("16.66", "19.99", "0.2")),
        taken(prices("9.47", "9.99", "0.055")),
        taken(prices("0.95", "1.00", "0.0526")),
        taken(prices("1000", "1055.04", "0.055")),
        taken(prices("909", "1000", "0.1", "JPY")),
        taken(prices("5000000", "5500000", "0.1", "IDR")),
        taken(prices("0", "0", "0")),
        taken(prices("1E+3", "1.2E+3", "0.2")),
        taken(prices("78.74", "100", "0.27")));
  }

  @Test
  void an_order_of_more_than_a_thousand_items_is_doubted() {
    ObjectNode event = Samples.order();
    ArrayNode items = (ArrayNode) event.at("/order/items");
    while (items.size() <= 1_000) {
      items.add(items.get(0));
    }
    assertThat(new Validator().violations(event))
        .singleElement()
        .extracting(Problem::isError, Problem::pointer, Problem::message)
        .containsExactly(
            false, "/order/items", "has 1,001 items, which no order has; is it several?");
  }

  @Test
  void a_number_too_long_to_calculate_with_is_left_to_the_other_rules() {
    assertThat(new Validator().violations(prices("1E-1000000000", "1E-1000000000", "0"))).isEmpty();
  }
}
