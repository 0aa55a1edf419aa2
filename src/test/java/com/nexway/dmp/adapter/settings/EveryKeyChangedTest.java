package com.nexway.dmp.adapter.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexway.dmp.adapter.delivery.DeliverySettings;
import com.nexway.dmp.adapter.outbox.OutboxSettings;
import com.nexway.dmp.adapter.outbox.RetentionSettings;
import com.nexway.dmp.adapter.value.Given;
import com.nexway.dmp.adapter.value.Key;
import com.nexway.dmp.adapter.value.Secret;
import com.nexway.dmp.adapter.yaml.FileProblem;
import com.nexway.dmp.adapter.yaml.YamlFile;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EveryKeyChangedTest {
  private static final String CHANGED =
      """
      dmp:
        url: http://127.0.0.1:8099/event
        username: merchant
        password: secret-1
        per-second: 3
        in-flight: 4
        timeout: 500ms
        proxy: http://proxy:3128
        proxy-username: passer
        proxy-password: secret-2
        truststore: config/trust.p12
        truststore-password: secret-3
      outbox:
        url: jdbc:postgresql://db/adapter
        username: keeper
        password: secret-4
        lease: 10s
      retention:
        delivered: 1d
        dead-letters: 2d
        fingerprints: 3d
        files: 4d
      intake:
        suppressed: ["*@example.com"]
      webhooks:
        host: 127.0.0.2
        port: 13
        max-body: 1KB
        trusted-proxies: [172.17.0.1, "fd00::/8"]
      operations:
        host: "::1"
        port: 14
      logs:
        max-total: 2MB
        keep: 3d
      databases:
        shop:
          url: jdbc:h2:mem:shop
          username: reader
          password: secret-5
          options: {useSSL: "true", charset: "a,b=c"}
      """;

  @TempDir Path folder;
  private final List<FileProblem> problems = new ArrayList<>();
  private AdapterSettings settings;

  @BeforeEach
  void read() throws Exception {
    Files.createDirectory(folder.resolve("config"));
    Files.writeString(folder.resolve("config/adapter.yaml"), CHANGED);
    Files.createFile(folder.resolve("config/trust.p12"));
    Optional<AdapterSettings> read = SettingsFile.read(new Home(folder), Map.of(), problems);
    assertThat(problems).isEmpty();
    settings = read.orElseThrow();
  }

  @Test
  void no_key_is_left_at_its_default() {
    Map<String, Given> raws =
        FlatFile.of(YamlFile.parse(CHANGED, "changed", problems).orElseThrow(), problems);

    Set<String> names = new HashSet<>();
    for (Key<?> key : Keys.ALL) {
      String name = key.named("shop").name();
      names.add(name);
      assertThat(String.join(", ", raws.get(name).texts())).isNotEqualTo(key.byDefault());
    }
    assertThat(raws.keySet()).isEqualTo(names);
  }

  @Test
  void no_two_keys_share_a_variable() {
    assertThat(Keys.ALL).extracting(key -> Key.variable(key.name())).doesNotHaveDuplicates();
  }

  @Test
  void dmp() {
    assertThat(settings.dmp())
        .isEqualTo(
            new DmpSettings(
                URI.create("http://127.0.0.1:8099/event"),
                "merchant",
                new Secret("secret-1"),
                Duration.ofMillis(500),
                Duration.ofSeconds(10),
                16 * 1024,
                Optional.of(
                    new DmpSettings.Proxy(
                        URI.create("http://proxy:3128"), "passer", new Secret("secret-2"))),
                Optional.of(
                    new DmpSettings.Truststore(
                        folder.resolve("config/trust.p12"), new Secret("secret-3")))));
  }

  @Test
  void delivery() {
    assertThat(settings.delivery())
        .isEqualTo(new DeliverySettings(OptionalInt.of(3), 4, Duration.ofMillis(500)));
  }

  @Test
  void outbox() {
    assertThat(settings.store())
        .isEqualTo(
            new StoreSettings("jdbc:postgresql://db/adapter", "keeper", new Secret("secret-4")));
    assertThat(settings.outbox()).isEqualTo(new OutboxSettings(Duration.ofSeconds(10), 64L << 20));
  }

  @Test
  void retention() {
    assertThat(settings.retention())
        .isEqualTo(
            new RetentionSettings(
                Duration.ofDays(1),
                Duration.ofDays(2),
                Duration.ofDays(3),
                Duration.ofDays(4),
                500));
  }

  @Test
  void intake_and_ports() {
    assertThat(settings.intake()).isEqualTo(new IntakeSettings(List.of("*@example.com")));
    assertThat(settings.webhooks())
        .isEqualTo(
            new WebhooksSettings(
                new ListenSettings("127.0.0.2", 13), 1024, List.of("172.17.0.1", "fd00::/8")));
    assertThat(settings.operations()).isEqualTo(new ListenSettings("::1", 14));
  }

  @Test
  void logs() {
    assertThat(settings.logs()).isEqualTo(new LogSettings(2 << 20, 2 << 20, Duration.ofDays(3)));
  }

  @Test
  void databases() {
    assertThat(settings.databases())
        .isEqualTo(
            Map.of(
                "shop",
                new DatabaseAccess(
                    "jdbc:h2:mem:shop",
                    "reader",
                    new Secret("secret-5"),
                    2,
                    Duration.ofSeconds(10),
                    Map.of("useSSL", "true", "charset", "a,b=c"))));
  }

  @Test
  void routes_may_use_each_key_that_is_no_secret() {
    assertThat(settings.properties())
        .containsEntry("dmp.per-second", "3")
        .containsEntry("retention.files", "4d")
        .doesNotContainKeys("dmp.password", "databases.*.url");
  }
}
