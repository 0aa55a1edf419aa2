package com.nexway.dmp.adapter.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexway.dmp.adapter.value.Secret;
import com.nexway.dmp.adapter.yaml.FileProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsFileTest {
  @TempDir Path folder;
  private final Map<String, String> environment = new HashMap<>();
  private final List<FileProblem> problems = new ArrayList<>();

  @BeforeEach
  void makeHome() throws IOException {
    for (String name : List.of("routes", "mappings", "config")) {
      Files.createDirectory(folder.resolve(name));
    }
  }

  @Test
  void without_a_file_every_key_has_its_default() {
    AdapterSettings settings = read().orElseThrow();

    assertThat(settings.dmp().url()).hasToString("https://api.nexway.store/event");
    assertThat(settings.dmp().hasCredentials()).isFalse();
    assertThat(settings.delivery().perSecond()).hasValue(10);
    assertThat(settings.operations()).isEqualTo(new ListenSettings("127.0.0.1", 8080));
    assertThat(settings.webhooks().listen().port()).isEqualTo(8081);
  }

  @Test
  void a_variable_of_the_environment_wins_over_the_file() throws IOException {
    write("dmp:\n  per-second: 5\n  timeout: 7s\n");
    environment.put("DMP_PER_SECOND", "unlimited");

    AdapterSettings settings = read().orElseThrow();

    assertThat(settings.delivery().perSecond()).isEmpty();
    assertThat(settings.delivery().timeout()).isEqualTo(Duration.ofSeconds(7));
  }

  @Test
  void a_variable_that_is_set_to_nothing_counts_as_not_set() {
    environment.put("DMP_PER_SECOND", "");

    assertThat(read().orElseThrow().delivery().perSecond()).hasValue(10);
  }

  @Test
  void a_database_is_named_by_the_file_and_its_password_by_the_environment() throws IOException {
    write("databases:\n  shop-eu:\n    url: jdbc:mariadb://127.0.0.1/shop\n");
    environment.put("DATABASES_SHOP_EU_PASSWORD", "swordfish");

    DatabaseAccess shop = read().orElseThrow().databases().get("shop-eu");

    assertThat(shop.password().reveal()).isEqualTo("swordfish");
    assertThat(shop.connections()).isEqualTo(2);
  }

  @Test
  void a_database_can_come_from_the_environment_alone() {
    environment.put("DATABASES_SHOP_URL", "jdbc:postgresql://db/shop");
    environment.put("DATABASES_SHOP_OPTIONS", "ApplicationName=adapter, options=-c TimeZone=UTC");

    DatabaseAccess shop = read().orElseThrow().databases().get("shop");

    assertThat(shop.url()).isEqualTo("jdbc:postgresql://db/shop");
    assertThat(shop.options())
        .containsOnly(
            Map.entry("ApplicationName", "adapter"), Map.entry("options", "-c TimeZone=UTC"));
  }

  @Test
  void everything_that_is_wrong_is_told_at_once_with_its_place() throws IOException {
    write(
        """
        dmp:
          url: http://api.nexway.store/event
          per-secnd: 5
          timeout: 30
          in-flight: [1]
        outbox: here
        webhoks:
          port: 1
        databases:
          Shop: {}
          eu:
            username: reader
        """);
    environment.put("OPERATIONS_PORT", "http");
    environment.put("DMP_PASWORD", "x");

    Optional<AdapterSettings> settings = read();

    assertThat(settings).isEmpty();
    assertThat(problems)
        .extracting(FileProblem::toString)
        .containsExactlyInAnyOrder(
            "config/adapter.yaml:2:8: dmp.url must be an address that starts with https://,"
                + " without user, password and ? (plain http:// only to this machine: localhost or"
                + " 127.0.0.1); it is 'http://api.nexway.store/event'",
            "config/adapter.yaml:3:3: there is no key dmp.per-secnd; did you mean dmp.per-second?",
            "config/adapter.yaml:4:12: dmp.timeout must be a time from 100ms to 5m, such as 500ms,"
                + " 30s, 5m, 2h or 1d; it is '30'",
            "config/adapter.yaml:5:14: dmp.in-flight must be one value, not a list",
            "config/adapter.yaml:6:9: outbox must hold keys of its own, not a text",
            "config/adapter.yaml:7:1: there is no key webhoks; did you mean webhooks?",
            "config/adapter.yaml:10:3: the name of a database must be small letters, digits and -,"
                + " and start with a letter; it is 'Shop'",
            "config/adapter.yaml: databases.eu.url is missing: it must be a JDBC address without"
                + " user and password, such as jdbc:mariadb://127.0.0.1:3306/shop",
            "environment variable OPERATIONS_PORT: operations.port must be a whole number from 0"
                + " to 65535; it is 'http'",
            "environment variable DMP_PASWORD: there is no setting of that name; did you mean"
                + " DMP_PASSWORD?");
  }

  @Test
  void a_password_file_is_read_without_its_last_line_break() throws IOException {
    Files.writeString(folder.resolve("config/dmp-password"), " pass word\n");
    write("dmp:\n  password-file: config/dmp-password\n");

    assertThat(read().orElseThrow().dmp().password()).isEqualTo(new Secret(" pass word"));
  }

  @Test
  void a_password_in_the_environment_replaces_the_file_of_the_password() throws IOException {
    write("dmp:\n  password-file: config/not-there\n");
    environment.put("DMP_PASSWORD", "swordfish");

    assertThat(read().orElseThrow().dmp().password()).isEqualTo(new Secret("swordfish"));
  }

  @Test
  void a_password_and_a_file_of_it_are_not_both_taken() throws IOException {
    write("dmp:\n  password: a\n  password-file: config/not-there\n");

    assertThat(read()).isEmpty();
    assertThat(problems)
        .extracting(FileProblem::toString)
        .containsExactly(
            "config/adapter.yaml:3:18: give dmp.password or dmp.password-file, not both");
  }

  @Test
  void a_password_file_that_is_not_there_is_told() {
    environment.put("DMP_PASSWORD_FILE", "/run/secrets/none");

    assertThat(read()).isEmpty();
    assertThat(problems)
        .extracting(FileProblem::toString)
        .containsExactly(
            "environment variable DMP_PASSWORD_FILE: dmp.password-file: there is no file"
                + " /run/secrets/none");
  }

  @Test
  void a_password_file_that_is_a_folder_is_told_with_what_to_do() {
    environment.put("DMP_PASSWORD_FILE", folder.toString());

    assertThat(read()).isEmpty();
    assertThat(problems)
        .singleElement()
        .extracting(FileProblem::message)
        .asString()
        .endsWith(folder + " is a folder, and must be a file: move the folder away");
  }

  @Test
  void a_truststore_that_is_not_there_is_told() throws IOException {
    write("dmp:\n  truststore: config/trust.p12\n");

    assertThat(read()).isEmpty();
    assertThat(problems)
        .extracting(FileProblem::toString)
        .containsExactly(
            "config/adapter.yaml:2:15: dmp.truststore: there is no file config/trust.p12");
  }

  @Test
  void variables_that_kubernetes_sets_for_its_services_are_left_alone() {
    environment.put("WEBHOOKS_PORT", "tcp://10.0.0.1:8081");
    environment.put("OPERATIONS_SERVICE_PORT", "8080");
    environment.put("OPERATIONS_PORT_8080_TCP", "tcp://10.0.0.1:8080");

    assertThat(read().orElseThrow().webhooks().listen().port()).isEqualTo(8081);
  }

  @Test
  void a_password_is_shown_nowhere() throws IOException {
    write(
        """
        dmp: {username: me, password: swordfish}
        databases:
          shop: {url: "jdbc:mariadb://me:swordfish@h/shop?password=swordfish"}
          eu: {url: "jdbc:h2:mem:eu", password: swordfish}
        """);

    assertThat(read()).isEmpty();
    assertThat(problems).hasSize(1);
    assertThat(problems.toString()).contains("databases.shop.url").doesNotContain("swordfish");

    problems.clear();
    write("dmp: {username: me, password: swordfish}\ndatabases: {eu: {url: 'jdbc:h2:mem:eu'}}\n");
    assertThat(read().orElseThrow().toString()).contains("me").doesNotContain("swordfish");
  }

  private void write(String yaml) throws IOException {
    Files.writeString(folder.resolve("config/adapter.yaml"), yaml);
  }

  private Optional<AdapterSettings> read() {
    return SettingsFile.read(new Home(folder), environment, problems);
  }
}
