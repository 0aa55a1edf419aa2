package com.nexway.dmp.adapter.camel;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexway.dmp.adapter.health.Finding;
import com.nexway.dmp.adapter.health.Word;
import com.nexway.dmp.adapter.mapping.Mappings;
import com.nexway.dmp.adapter.settings.AdapterSettings;
import com.nexway.dmp.adapter.settings.Home;
import com.nexway.dmp.adapter.settings.SettingsFile;
import com.nexway.dmp.adapter.settings.SourceFiles;
import com.nexway.dmp.adapter.testing.TestHome;
import com.nexway.dmp.adapter.yaml.FileProblem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RisksTest {
  private static final String LONG = "0123456789abcdef";

  @TempDir Path folder;

  @BeforeEach
  void makeHome() {
    TestHome.in(folder);
    TestHome.write(
        folder,
        "mappings/late.yaml",
        "key: ${email}\nevent:\n  action: send data\n  user:\n    email: ${email}\n");
  }

  @Test
  void a_signed_webhook_with_versions_and_closed_files_is_no_risk() {
    TestHome.addWebhook(folder, "shop", "webhook-orders", "shopify");
    password();
    TestHome.close(folder.resolve("secret"));

    assertThat(told(LONG)).isEmpty();
  }

  @Test
  void two_shops_whose_orders_the_dmp_could_not_tell_apart_are_told_with_what_to_write() {
    orders("shop-a", "a", "");
    orders("shop-b", "b", "");

    assertThat(told(LONG))
        .singleElement()
        .satisfies(
            risk ->
                assertThat(risk)
                    .startsWith("routes/sources/b.yaml: its orders have the number of their shop")
                    .contains("those of a:", "{ name: shop, value: NAME }")
                    .contains("id: \"shop-b-${number}\"", "originStore: shop-b"));
  }

  @Test
  void three_sources_of_one_shop_are_one() {
    orders("shop-a", "a", "");
    orders("shop-a", "b", "");
    orders("shop-a", "c", "");

    assertThat(told(LONG)).isEmpty();
  }

  @Test
  void a_prefix_an_origin_store_a_salesunit_or_a_platform_tells_shops_apart() {
    orders("shop-a", "a", "");
    orders("shop-b", "b", "_meta: { originStore: b }");
    orders("shop-c", "c", "_meta: { nexwaySalesunitID: '7' }");
    orders("shop-d", "d", "_meta: { platformID: d }");
    orders("shop-e", "e", "_meta: { originStore: \"${shop}\" }");
    TestHome.write(folder, "mappings/f.yaml", mapping("").replace("id: ${no}", "id: \"f-${no}\""));
    source("shop-f", "f");

    assertThat(told(LONG)).isEmpty();
  }

  @Test
  void the_same_origin_store_does_not() {
    orders("shop-a", "a", "_meta: { originStore: ours }");
    orders("shop-b", "b", "_meta: { originStore: ours }");

    assertThat(told(LONG)).hasSize(1);
  }

  private void orders(String shop, String name, String meta) {
    TestHome.write(folder, "mappings/" + name + ".yaml", mapping(meta));
    source(shop, name);
  }

  private void source(String shop, String name) {
    TestHome.write(
        folder,
        "routes/sources/" + name + ".yaml",
        """
        - templatedRoute:
            routeTemplateRef: csv
            routeId: %1$s
            parameters:
              - { name: mapping, value: %1$s }
              - { name: shop, value: %2$s }
        """
            .formatted(name, shop));
  }

  private static String mapping(String meta) {
    return """
        key: ${no}
        event:
          action: order
          %s
          user: { email: "${email}" }
          order:
            id: ${no}
            currency: EUR
            items:
              - product: { name: Photo Studio, uniqueReference: PS-12 }
                quantity: 1
        """
        .formatted(meta);
  }

  @Test
  void a_webhook_that_nobody_signs_is_told() {
    TestHome.addWebhook(folder, "shop", "webhook-orders", "none");

    assertThat(told(LONG))
        .singleElement()
        .satisfies(
            risk -> assertThat(risk).startsWith("routes/sources/shop.yaml: signature: none lets"));
  }

  @Test
  void a_secret_of_blanks_or_of_one_letter_is_told_and_not_shown() {
    TestHome.addWebhook(folder, "shop", "webhook-orders", "shopify");

    for (String secret : List.of("   ", "q", "hunter2")) {
      assertThat(told(secret))
          .singleElement()
          .satisfies(
              risk ->
                  assertThat(risk).contains("shorter than 8 letters").doesNotContain("hunter2"));
    }
  }

  @Test
  void a_webhook_whose_mapping_knows_no_version_is_told() {
    TestHome.addWebhook(folder, "shop", "late", "shopify");

    assertThat(told(LONG))
        .singleElement()
        .satisfies(risk -> assertThat(risk).startsWith("mappings/late.yaml: it has no version"));
  }

  @Test
  void an_action_that_hangs_on_a_header_is_told_and_so_is_a_header_that_nobody_names() {
    TestHome.write(
        folder,
        "mappings/topics.yaml",
        """
        key: ${email}
        version: ${at}
        when: { column: headers.x-topic, not: test }
        event:
          action: { column: kind, default: { column: headers.x-topic, values: { a: send data } } }
          user: { email: "${email}", username: "${headers.x-user}" }
        """);
    TestHome.addWebhook(folder, "shop", "topics", "shopify", "headers", "X-Topic");

    assertThat(told(LONG))
        .satisfiesExactly(
            risk ->
                assertThat(risk)
                    .startsWith("mappings/topics.yaml: action and when: hangs on a header"),
            risk ->
                assertThat(risk)
                    .startsWith("mappings/topics.yaml:6:")
                    .contains("routes/sources/shop.yaml does not name this header")
                    .contains("{ name: headers, value: x-user }"));
  }

  @Test
  void woocommerce_without_a_second_look_is_told_and_health_stays_up() {
    TestHome.addWebhook(folder, "shop", "woocommerce-orders", "woocommerce");

    assertThat(told(LONG))
        .singleElement()
        .satisfies(
            risk ->
                assertThat(risk)
                    .startsWith(
                        "routes/sources/shop.yaml: WooCommerce sends each notification once"));
    assertThat(risks(LONG).look()).isEmpty();

    TestHome.write(folder, "config/adapter.yaml", "databases: {shop: {url: 'jdbc:h2:mem:shop'}}\n");
    TestHome.write(
        folder,
        "routes/sources/orders.yaml",
        """
        - templatedRoute:
            routeTemplateRef: database
            routeId: orders
            parameters:
              - { name: mapping, value: orders }
              - { name: shop, value: shop }
              - { name: database, value: shop }
              - { name: query, value: SELECT * FROM sales }
              - { name: time-column, value: changed }
              - { name: id-column, value: id }
        """);
    assertThat(told(LONG)).isEmpty();
  }

  @Test
  void a_file_with_a_secret_that_everybody_can_read_is_told_until_it_is_closed() {
    TestHome.addWebhook(folder, "shop", "webhook-orders", "shopify");
    TestHome.write(
        folder,
        "routes/sources/shop.yaml",
        """
        - templatedRoute:
            routeTemplateRef: webhook
            routeId: shop
            parameters:
              - { name: mapping, value: webhook-orders }
              - { name: signature, value: shopify }
              - { name: secret, value: "file:secret" }
        """);
    password();
    TestHome.write(folder, "config/adapter.yaml", "dmp: {password-file: secret}\n");
    folder.resolve("secret").toFile().setReadable(true, false);

    assertThat(told(LONG))
        .singleElement()
        .satisfies(risk -> assertThat(risk).contains("secret: it holds a secret", "chmod 600"));

    TestHome.close(folder.resolve("secret"));
    assertThat(told(LONG)).isEmpty();
  }

  @Test
  void a_password_in_the_settings_themselves_is_told_too() {
    TestHome.write(folder, "config/adapter.yaml", "dmp: {password: swordfish-of-length}\n");
    folder.resolve("config/adapter.yaml").toFile().setReadable(true, false);

    assertThat(told(LONG))
        .singleElement()
        .satisfies(risk -> assertThat(risk).startsWith("config/adapter.yaml: it holds a secret"));
  }

  @Test
  void a_webhook_that_may_be_longer_than_the_memory_allows_is_told_with_what_it_takes() {
    TestHome.addWebhook(folder, "shop", "webhook-orders", "shopify");
    TestHome.write(folder, "config/adapter.yaml", "webhooks: {max-body: 64MB}\n");

    List<String> told = told(LONG);

    if (Runtime.getRuntime().maxMemory() < 1L << 30) {
      assertThat(told).singleElement().satisfies(risk -> assertThat(risk).contains("-Xmx1024m"));
    } else {
      assertThat(told).isEmpty();
    }
  }

  @Test
  void health_wants_a_person_to_look() {
    TestHome.addWebhook(folder, "shop", "webhook-orders", "none");

    assertThat(risks(LONG).look()).extracting(Finding::word).containsExactly(Word.WATCH);
    assertThat(risks(LONG).look()).extracting(Finding::part).containsExactly("source shop");
  }

  private void password() {
    TestHome.write(folder, "secret", "swordfish-of-length\n");
  }

  private List<String> told(String secret) {
    return risks(secret).told().stream().map(FileProblem::toString).toList();
  }

  private Risks risks(String secret) {
    Map<String, String> environment = Map.of("SHOP_SECRET", secret);
    Home home = new Home(folder);
    List<FileProblem> problems = new ArrayList<>();
    AdapterSettings settings = SettingsFile.read(home, environment, problems).orElseThrow();
    Mappings mappings = Mappings.load(home.mappings(), "mappings");
    SourceFiles sources = SourceFiles.read(home, settings, mappings.zones(), environment);
    assertThat(sources.bad()).isEmpty();
    return new Risks(home, settings, sources, mappings);
  }
}
