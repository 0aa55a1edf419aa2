package com.nexway.dmp.adapter.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexway.dmp.adapter.event.Draft;
import com.nexway.dmp.adapter.record.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What can be left out is left out, so that the order goes; what is left out is told. */
final class KindnessTest {
  private static final Mapping ADDRESS =
      Shop.user("addresses: [{ country: '${country}', zipcode: '${zip}', city: Paris }]");

  private static Map<String, Object> fields(Object... pairs) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("id", "1");
    for (int i = 0; i < pairs.length; i += 2) {
      fields.put((String) pairs[i], pairs[i + 1]);
    }
    return fields;
  }

  @Test
  void an_address_without_a_zipcode_is_left_out_with_a_warning() {
    Map<String, Object> ireland = fields("country", "IE", "zip", "");
    assertThat(Shop.event(ADDRESS, Shop.record(ireland))).doesNotContain("addresses");
    assertThat(Shop.told(ADDRESS, Shop.record(ireland)))
        .containsExactly("WARNING /user/addresses/0 from null: left out, since it has no zipcode");
  }

  @Test
  void an_address_of_constants_alone_is_left_out_in_silence() {
    assertThat(Shop.event(ADDRESS, Shop.record(fields()))).doesNotContain("addresses");
    assertThat(Shop.told(ADDRESS, Shop.record(fields()))).isEmpty();
  }

  @Test
  void an_identity_on_an_unknown_platform_is_left_out_and_the_next_one_stays() {
    Mapping mapping =
        Shop.user("networkIdentities: { each: ids, identifier: '${id}', platform: '${on}' }");
    List<Map<String, String>> ids =
        List.of(Map.of("id", "a", "on", "myspace"), Map.of("id", "b", "on", "twitter"));
    Draft.Ready ready = (Draft.Ready) Shop.draft(mapping, Shop.record(fields("ids", ids)));
    assertThat(ready.event().json().toString())
        .contains("\"networkIdentities\":[{\"identifier\":\"b\",\"platform\":\"twitter\"}]");
    assertThat(ready.warnings())
        .singleElement()
        .satisfies(
            warning -> {
              assertThat(warning.severity()).isEqualTo(Problem.Severity.WARNING);
              assertThat(warning.pointer()).isEqualTo("/user/networkIdentities/0");
              assertThat(warning.message())
                  .startsWith("left out, since it has no platform: 'myspace' is none of facebook");
            });
  }

  @Test
  void a_consent_whose_status_is_not_known_is_left_out() {
    Mapping mapping =
        Shop.user(
            "marketingConsents: [{ topic: news, status: { column: n, values: { 1: accepted } } }]");
    assertThat(Shop.event(mapping, Shop.with("n", "1"))).contains("accepted");
    assertThat(Shop.event(mapping, Shop.with("n", "maybe"))).doesNotContain("marketingConsents");
    assertThat(Shop.told(mapping, Shop.with("n", "maybe"))).hasSize(1);
    assertThat(Shop.told(mapping, Shop.with("n", ""))).isEmpty();
  }

  @Test
  void an_item_of_an_order_is_never_left_out() {
    Mapping mapping =
        Shop.mapping(
            """
            key: ${id}
            event:
              action: order
              user: { email: ann@example.com }
              order:
                id: ${id}
                currency: EUR
                items: { each: items, product: { name: "${name}", uniqueReference: "${sku}" }, quantity: 1 }
            """);
    Map<String, Object> record =
        fields("items", List.of(Map.of("name", "a", "sku", "b"), Map.of("name", "c")));
    assertThat(
            ((Draft.Ready) Shop.draft(mapping, Shop.record(record)))
                .event()
                .json()
                .at("/order/items"))
        .hasSize(2);
  }

  @Test
  void where_an_element_was_left_out_the_columns_of_the_others_are_still_right() {
    Mapping mapping =
        Shop.user(
            """
            addresses:
              - { country: "${c1}", zipcode: "${z1}" }
              - { country: "${c2}", zipcode: "${z2}" }
            """);
    Draft.Ready ready =
        (Draft.Ready) Shop.draft(mapping, Shop.record(fields("c1", "IE", "c2", "FR", "z2", "1")));
    assertThat(ready.columns().of("/user/addresses/0/zipcode")).isEqualTo("z2");
  }

  @Test
  void objects_that_became_empty_are_left_out() {
    Mapping mapping = Shop.user("companySizeFreeRange: { lowerBoundInclusive: '${low}' }");
    assertThat(Shop.event(mapping, Shop.with("low", ""))).doesNotContain("companySize");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "deleted@site.invalid",
        "Deleted@Site.Invalid",
        "abc@marketplace.amazon.de",
        "test@shop.example"
      })
  void an_address_of_nobody_is_skipped_with_a_reason(String email) {
    Mapping mapping =
        Shop.mapping("{ key: '${id}', event: { action: send data, user: { email: '${email}' } } }");
    Mapper mapper =
        new Mapper(
            new Mappings(Map.of(), List.of()), new SuppressedAddresses(List.of("test@*.EXAMPLE")));
    Draft draft = mapper.draft(Shop.record(fields("email", email)), mapping);
    assertThat(draft)
        .isInstanceOfSatisfying(
            Draft.Skipped.class,
            skipped -> {
              assertThat(skipped.key()).isEqualTo("send data:1");
              assertThat(skipped.reason()).startsWith("addresses of the form ");
            });
  }

  @Test
  void other_addresses_are_sent() {
    SuppressedAddresses addresses = new SuppressedAddresses(List.of());
    assertThat(addresses.of("ann@amazon.de")).isNull();
    assertThat(addresses.of("marketplace.amazon.de@example.com")).isNull();
    assertThat(addresses.of("a@marketplace.amazon.".repeat(10_000) + "!")).isNotNull();
  }
}
