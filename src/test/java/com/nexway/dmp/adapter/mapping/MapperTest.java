package com.nexway.dmp.adapter.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexway.dmp.adapter.event.Draft;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class MapperTest {
  private static final Mapping ORDERS =
      Shop.mapping(
          """
          key: ${order_id}
          version: ${updated_at}
          zone: Europe/Paris
          event:
            action: { column: status, values: { paid: order, cancelled: cancel order }, otherwise: skip }
            actionTime: ${created_at}
            user:
              email: ${email}
              firstName: ${first_name}
            order:
              id: ${order_id}
              currency: ${currency}
              items:
                each: rows
                product:
                  name: ${product}
                  uniqueReference: ${sku}
                quantity: ${qty}
                pricing:
                  VATRate: { column: vat, percent: true }
                  unitPriceExcludingVAT: ${net}
          """);

  private static Map<String, Object> row(String sku, String status) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("order_id", 1001L);
    row.put("updated_at", LocalDateTime.parse("2026-03-01T10:15:00"));
    row.put("created_at", "2026-03-01 10:00:00");
    row.put("status", status);
    row.put("email", "Ann@Example.com");
    row.put("first_name", " ");
    row.put("currency", "eur");
    row.put("product", "Product " + sku);
    row.put("sku", sku);
    row.put("qty", "2.0");
    row.put("vat", new BigDecimal("20.000"));
    row.put("net", new BigDecimal("1666.6600"));
    return row;
  }

  @Test
  void the_rows_of_an_order_become_one_event() {
    Draft draft = Shop.draft(ORDERS, Shop.rows(List.of(row("A", "paid"), row("B", "paid"))));
    assertThat(draft).isInstanceOf(Draft.Ready.class);
    Draft.Ready ready = (Draft.Ready) draft;
    assertThat(ready.event().json().toString())
        .isEqualTo(
            """
            {"action":"order","actionTime":1772355600,\
            "order":{"currency":"EUR","id":"1001","items":[\
            {"pricing":{"VATRate":0.2,"unitPriceExcludingVAT":1666.66},\
            "product":{"name":"Product A","uniqueReference":"A"},"quantity":2},\
            {"pricing":{"VATRate":0.2,"unitPriceExcludingVAT":1666.66},\
            "product":{"name":"Product B","uniqueReference":"B"},"quantity":2}]},\
            "user":{"email":"Ann@Example.com"}}""");
    assertThat(ready.event().key()).isEqualTo("order:1001");
    assertThat(ready.event().customer()).isEqualTo("ann@example.com");
    assertThat(ready.event().version()).isEqualTo(1_772_356_500_000_000L);
  }

  @Test
  void an_order_and_its_cancelling_have_one_key() {
    Draft draft = Shop.draft(ORDERS, Shop.rows(List.of(row("A", "Cancelled"))));
    assertThat(((Draft.Ready) draft).event().key()).isEqualTo("order:1001");
  }

  @Test
  void a_status_that_no_table_lists_is_skipped_with_its_reason() {
    Draft draft = Shop.draft(ORDERS, Shop.rows(List.of(row("A", "draft"))));
    assertThat(draft).isInstanceOf(Draft.Skipped.class);
    assertThat(((Draft.Skipped) draft).reason()).contains("'draft'");
    assertThat(((Draft.Skipped) draft).key()).isEqualTo("order:1001");
    assertThat(((Draft.Skipped) draft).email()).isEqualTo("Ann@Example.com");
  }

  @Test
  void what_does_not_fit_is_told_with_pointer_column_and_value() {
    Map<String, Object> row = row("A", "paid");
    row.put("qty", "2.5");
    row.put("created_at", "yesterday");
    Draft draft = Shop.draft(ORDERS, Shop.rows(List.of(row)));
    assertThat(draft).isInstanceOf(Draft.Refused.class);
    assertThat(((Draft.Refused) draft).problems())
        .extracting(problem -> problem.pointer() + " " + problem.column() + " " + problem.value())
        .containsExactly("/actionTime created_at yesterday", "/order/items/0/quantity qty 2.5");
  }

  @Test
  void where_a_property_came_from_can_be_asked_later() {
    Draft draft = Shop.draft(ORDERS, Shop.rows(List.of(row("A", "paid"), row("B", "paid"))));
    Draft.Ready ready = (Draft.Ready) draft;
    assertThat(ready.columns().of("/order/items/1/quantity")).isEqualTo("qty");
    assertThat(ready.columns().of("/user/firstName")).isEqualTo("first_name");
    assertThat(ready.columns().of("/user/lastName")).isNull();
  }
}
