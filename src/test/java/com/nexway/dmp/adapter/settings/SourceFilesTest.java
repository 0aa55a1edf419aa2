package com.nexway.dmp.adapter.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexway.dmp.adapter.source.SourceSettings;
import com.nexway.dmp.adapter.source.csv.CsvSettings;
import com.nexway.dmp.adapter.source.database.DatabaseSettings;
import com.nexway.dmp.adapter.yaml.FileProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceFilesTest {
  private static final String GOOD =
      """
      - templatedRoute:
          routeTemplateRef: csv
          routeId: customers
          parameters:
            - name: mapping
              value: customers
      """;

  @TempDir Path folder;
  private final Map<String, String> environment = new HashMap<>();

  @BeforeEach
  void makeHome() throws IOException {
    Files.createDirectories(folder.resolve("routes/sources"));
    Files.createDirectory(folder.resolve("config"));
    for (String template : List.of("csv.yaml", "database.yaml", "webhook.yaml", "intake.yaml")) {
      Files.copy(Path.of("routes", template), folder.resolve("routes").resolve(template));
    }
    Files.writeString(
        folder.resolve("config/adapter.yaml"), "databases: {shop: {url: 'jdbc:h2:mem:shop'}}\n");
  }

  @Test
  void a_good_source_has_its_settings_with_the_defaults_of_the_template() throws IOException {
    write("customers", GOOD);

    List<SourceSettings> good = read().good();

    CsvSettings customers = (CsvSettings) good.get(0);
    assertThat(customers.name()).isEqualTo("customers");
    assertThat(customers.folder()).isEqualTo("customers");
  }

  @Test
  void a_bad_source_does_not_keep_the_others_from_their_settings() throws IOException {
    write("a-broken", "this: [is not");
    write("customers", GOOD);

    SourceFiles sources = read();

    assertThat(sources.good()).extracting(SourceSettings::name).containsExactly("customers");
    assertThat(sources.bad()).extracting(SourceFile::name).containsExactly("a-broken");
    assertThat(sources.problems()).isEmpty();
  }

  @Test
  void times_that_name_no_zone_are_meant_in_that_of_the_mapping() throws IOException {
    String source =
        """
        - templatedRoute:
            routeTemplateRef: database
            routeId: %s
            parameters:
              - { name: mapping, value: carts }
              - { name: database, value: shop }
              - { name: query, value: SELECT 1 }
              - { name: time-column, value: changed }
              - { name: id-column, value: id }
        """;
    write("orders", source.formatted("orders"));
    write("others", source.formatted("others") + "      - { name: zone, value: Asia/Tokyo }\n");

    assertThat(read().good())
        .extracting(settings -> ((DatabaseSettings) settings).zone())
        .containsExactly(ZoneId.of("Europe/Paris"), ZoneId.of("Asia/Tokyo"));
  }

  @Test
  void every_slip_is_told_with_its_place_and_the_nearest_word() throws IOException {
    write(
        "orders",
        """
        - templatedRoute:
            routeTemplateRef: database
            routeId: order
            paramters: []
            parameters:
              - name: maping
                value: orders
              - name: database
                value: shp
              - name: query
                value: SELECT 1
              - name: time-column
                val: updated
              - name: id-column
                value: [id]
              - name: every
                value: 5 minutes
              - name: every
                value: 5m
              - value: lost
        """);

    assertThat(problems())
        .containsExactlyInAnyOrder(
            "routes/sources/orders.yaml:3:14: routeId must be the file's name, orders; it is"
                + " 'order'",
            "routes/sources/orders.yaml:4:5: templatedRoute has no key 'paramters'; did you mean"
                + " parameters?",
            "routes/sources/orders.yaml:6:15: template database has no parameter 'maping'; did you"
                + " mean mapping?",
            "routes/sources/orders.yaml:5:5: parameter 'mapping' is missing: it must be the name"
                + " of a file in mappings/, without .yaml",
            "routes/sources/orders.yaml:9:16: config/adapter.yaml has no database 'shp' below"
                + " databases:; did you mean shop?",
            "routes/sources/orders.yaml:13:9: a parameter has no key 'val'; did you mean value?",
            "routes/sources/orders.yaml:12:15: parameter 'time-column' has no value",
            "routes/sources/orders.yaml:15:16: the value of parameter 'id-column' must be a text,"
                + " not a list",
            "routes/sources/orders.yaml:17:16: parameter 'every' must be a time from 100ms to 31d,"
                + " such as 500ms, 30s, 5m, 2h or 1d; it is '5 minutes'",
            "routes/sources/orders.yaml:18:15: parameter 'every' stands twice; the first is in"
                + " line 16",
            "routes/sources/orders.yaml:20:9: a parameter is written '- name: NAME' and 'value:"
                + " VALUE'");
  }

  @Test
  void a_template_that_does_not_exist_is_told() throws IOException {
    write("customers", GOOD.replace("Ref: csv", "Ref: cvs"));

    assertThat(problems())
        .containsExactly(
            "routes/sources/customers.yaml:2:23: there is no template 'cvs' for sources; there are"
                + " csv, database and webhook; did you mean csv?");
  }

  @Test
  void a_template_that_is_missing_is_told() throws IOException {
    write("customers", "- templatedRoute:\n    routeId: customers\n");

    assertThat(problems())
        .containsExactly(
            "routes/sources/customers.yaml:2:5: routeTemplateRef is missing: csv, database or"
                + " webhook");
  }

  @Test
  void a_mapping_that_does_not_exist_is_told() throws IOException {
    write("customers", GOOD.replace("value: customers", "value: customer"));

    assertThat(problems())
        .containsExactly(
            "routes/sources/customers.yaml:6:16: there is no mapping 'customer'"
                + " (mappings/customer.yaml); did you mean customers?");
  }

  @Test
  void a_copied_file_that_kept_its_route_id_is_told() throws IOException {
    write("customers", GOOD);
    write("customers-eu", GOOD);

    assertThat(problems())
        .containsExactly(
            "routes/sources/customers-eu.yaml:3:14: routeId must be the file's name, customers-eu;"
                + " it is 'customers'");
  }

  @Test
  void two_sources_do_not_take_the_same_files() throws IOException {
    write("customers", GOOD);
    write(
        "customers-eu",
        GOOD.replace("Id: customers", "Id: customers-eu")
            + "      - name: folder\n        value: customers\n");

    assertThat(problems())
        .containsExactly(
            "routes/sources/customers-eu.yaml:1:1: the files of drop/customers are taken by source"
                + " customers already; give each its own folder or its own files");
  }

  @Test
  void a_file_that_is_no_list_of_one_source_is_told() throws IOException {
    write("map", "templatedRoute: {}\n");
    write("empty", "");
    write("other", "- route: {id: other}\n");
    write("two", GOOD.replace("Id: customers", "Id: two") + "- templatedRoute: {}\n");

    String shape =
        ": the file must hold a list of one '- templatedRoute:' with routeTemplateRef, routeId and"
            + " parameters";
    assertThat(problems())
        .containsExactly(
            "routes/sources/empty.yaml:1:1" + shape,
            "routes/sources/map.yaml:1:1" + shape,
            "routes/sources/other.yaml:1:3: there is no 'route' in a source's file",
            "routes/sources/two.yaml:7:3: a file holds one source: move this to a file of its own");
  }

  @Test
  void names_that_are_not_safe_or_taken_are_refused() throws IOException {
    write("Shop 1", GOOD.replace("Id: customers", "Id: Shop 1"));
    write("intake", GOOD.replace("Id: customers", "Id: intake"));
    write("resend", GOOD.replace("Id: customers", "Id: resend"));
    Files.writeString(folder.resolve("routes/sources/customers.yml"), GOOD);

    assertThat(problems())
        .containsExactly(
            "routes/sources/Shop 1.yaml:1:1: the name of a source is its file's, without .yaml, and"
                + " must be at most 40 small letters, digits, - and _, beginning with a letter; it"
                + " is 'Shop 1'",
            "routes/sources/customers.yml:1:1: the file must end with .yaml, or it is not read",
            "routes/sources/intake.yaml:1:1: the adapter uses the name 'intake' itself; rename the"
                + " file",
            "routes/sources/resend.yaml:1:1: the adapter uses the name 'resend' itself; rename the"
                + " file");
  }

  @Test
  void placeholders_are_replaced() throws IOException {
    environment.put("SHOP_ZONE", "Europe/Paris");
    write(
        "orders",
        """
        - templatedRoute:
            routeTemplateRef: database
            routeId: orders
            parameters:
              - {name: mapping, value: "{{env:NOT_SET:customers}}"}
              - {name: database, value: shop}
              - {name: query, value: "SELECT '{{env:SHOP_ZONE}}'"}
              - {name: time-column, value: updated}
              - {name: id-column, value: id}
              - {name: query-timeout, value: "{{dmp.timeout}}"}
        """);

    SourceFiles sources = read();

    assertThat(problems(sources)).isEmpty();
    DatabaseSettings orders = (DatabaseSettings) sources.good().get(0);
    assertThat(orders.mapping()).isEqualTo("customers");
    assertThat(orders.query()).isEqualTo("SELECT 'Europe/Paris'");
  }

  @Test
  void placeholders_that_stand_for_nothing_are_told() throws IOException {
    write(
        "customers",
        GOOD
            + "      - {name: charset, value: '{{env:CHARSET}}'}\n"
            + "      - {name: files, value: '{{dmp.in-fligt}}'}\n");

    assertThat(problems())
        .containsExactly(
            "routes/sources/customers.yaml:7:32: parameter 'charset': the environment variable"
                + " CHARSET is not set",
            "routes/sources/customers.yaml:8:30: parameter 'files': there is no {{dmp.in-fligt}};"
                + " write {{env:NAME}} for a variable of the environment, or {{KEY}} for a key of"
                + " config/adapter.yaml; did you mean dmp.in-flight?");
  }

  @Test
  void a_secret_comes_from_the_environment_in_braces_or_without_and_is_not_shown()
      throws IOException {
    environment.put("SHOP_SECRET", "swordfish");
    write("braces", webhook("braces", "{{env:SHOP_SECRET}}"));
    write("plain", webhook("plain", "env:SHOP_SECRET"));
    write("written", webhook("written", "swordfish"));

    SourceFiles sources = read();

    assertThat(sources.good()).extracting(SourceSettings::name).containsExactly("braces", "plain");
    assertThat(sources.good().toString()).doesNotContain("swordfish");
    assertThat(problems(sources))
        .singleElement()
        .asString()
        .startsWith("routes/sources/written.yaml:7:31: parameter 'secret' is env:NAME")
        .doesNotContain("swordfish");
  }

  @Test
  void two_templates_of_one_name_are_told_and_no_source_is_blamed() throws IOException {
    Files.copy(Path.of("routes/csv.yaml"), folder.resolve("routes/csv-copy.yaml"));
    write("customers", GOOD);

    SourceFiles sources = read();

    assertThat(sources.bad()).isEmpty();
    assertThat(sources.problems())
        .extracting(FileProblem::toString)
        .containsExactly("routes/csv-copy.yaml:3:5: there are two templates 'csv'");
  }

  private static String webhook(String name, String secret) {
    return """
        - templatedRoute:
            routeTemplateRef: webhook
            routeId: %s
            parameters:
              - {name: mapping, value: customers}
              - {name: signature, value: shopify}
              - {name: secret, value: "%s"}
        """
        .formatted(name, secret);
  }

  private void write(String name, String yaml) throws IOException {
    Files.writeString(folder.resolve("routes/sources/" + name + ".yaml"), yaml);
  }

  private SourceFiles read() {
    Home home = new Home(folder);
    AdapterSettings settings = SettingsFile.read(home, Map.of(), new ArrayList<>()).orElseThrow();
    return SourceFiles.read(
        home,
        settings,
        Map.of("customers", ZoneId.of("UTC"), "carts", ZoneId.of("Europe/Paris")),
        environment);
  }

  private List<String> problems() {
    return problems(read());
  }

  private static List<String> problems(SourceFiles sources) {
    return sources.files().stream()
        .flatMap(file -> file.problems().stream())
        .map(FileProblem::toString)
        .toList();
  }
}
