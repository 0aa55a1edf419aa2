package com.nexway.dmp.adapter.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexway.dmp.adapter.source.csv.CsvSettings;
import com.nexway.dmp.adapter.source.csv.Delimiter;
import com.nexway.dmp.adapter.source.database.DatabaseSettings;
import com.nexway.dmp.adapter.source.database.Schedule;
import com.nexway.dmp.adapter.source.database.Start;
import com.nexway.dmp.adapter.source.webhook.Scheme;
import com.nexway.dmp.adapter.source.webhook.WebhookSettings;
import com.nexway.dmp.adapter.testing.SourceParameters;
import com.nexway.dmp.adapter.value.Values;
import com.nexway.dmp.adapter.yaml.FileProblem;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SourceSettingsTest {
  private final List<FileProblem> problems = new ArrayList<>();

  @Test
  void a_csv_source_needs_a_mapping_alone_and_its_folder_is_its_name() {
    CsvSettings settings = csv("mapping", "customers");

    assertThat(settings.folder()).isEqualTo("shoppers");
    assertThat(settings.shop()).isEqualTo("shoppers");
    assertThat(settings.charset()).isEqualTo(Charset.forName("UTF-8"));
    assertThat(settings.delimiter()).isEqualTo(Delimiter.AUTO);
    assertThat(settings.groups()).isFalse();
    assertThat(settings.settleTime()).isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void every_parameter_of_a_csv_source_can_be_changed() {
    CsvSettings settings =
        csv(
            "mapping",
            "m",
            "shop",
            "shop-b",
            "folder",
            "in/shop",
            "files",
            "*.TXT",
            "marker",
            ".ok",
            "settle-time",
            "2m",
            "charset",
            "windows-1252",
            "delimiter",
            "\t",
            "group",
            "Name",
            "lane",
            "backfill",
            "backfill-files",
            "full-*",
            "max-file",
            "1 MB");

    assertThat(settings.folder()).isEqualTo("in/shop");
    assertThat(settings.shop()).isEqualTo("shop-b");
    assertThat(settings.files().matches("a.txt")).isTrue();
    assertThat(settings.marker()).isEqualTo(".ok");
    assertThat(settings.settleTime()).isEqualTo(Duration.ofMinutes(2));
    assertThat(settings.charset()).isEqualTo(Charset.forName("windows-1252"));
    assertThat(settings.delimiter()).isEqualTo(Delimiter.TAB);
    assertThat(settings.group()).isEqualTo("Name");
    assertThat(settings.longestFile()).isEqualTo(1 << 20);
  }

  @Test
  void all_that_is_wrong_is_told_at_once_each_at_its_line() {
    Values given =
        SourceParameters.of(
            problems,
            "shoppers",
            "csv",
            "charset",
            "utf8x",
            "delimiter",
            "semikolon",
            "lane",
            "quick",
            "settle-time",
            "soon",
            "shop",
            "My Shop",
            "folder",
            "../etc",
            "max-file",
            "much",
            "files",
            "[");

    assertThat(CsvSettings.from("shoppers", given)).isEmpty();

    assertThat(problems).extracting(FileProblem::line).doesNotHaveDuplicates();
    assertThat(problems)
        .extracting(FileProblem::message)
        .anySatisfy(
            told ->
                assertThat(told).startsWith("parameter 'mapping' is missing: it must be the name"))
        .anySatisfy(told -> assertThat(told).contains("'charset'", "did you mean UTF-8?"))
        .anySatisfy(told -> assertThat(told).contains("'delimiter'", "did you mean semicolon?"))
        .anySatisfy(told -> assertThat(told).contains("'lane' must be one of live, backfill"))
        .anySatisfy(told -> assertThat(told).contains("'settle-time' must be a time from 0s to 1d"))
        .anySatisfy(told -> assertThat(told).contains("'shop' must be a name", "small letters"))
        .anySatisfy(told -> assertThat(told).contains("'folder'", "../etc"))
        .anySatisfy(told -> assertThat(told).contains("'max-file' must be a size"))
        .anySatisfy(told -> assertThat(told).contains("'files' is a pattern"))
        .hasSize(9);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-01, 2025-12-31T23:00:00Z",
    "2026-01-01T02:30, 2026-01-01T01:30:00Z",
    "2026-01-01T00:00Z, 2026-01-01T00:00:00Z",
    "2026-01-01T00:00+02:00, 2025-12-31T22:00:00Z"
  })
  void a_database_source_starts_at_a_moment_which_its_zone_tells(String text, Instant moment) {
    assertThat(database("start", text, "zone", "Europe/Paris").start())
        .isEqualTo(new Start.At(moment));
  }

  @Test
  void a_schedule_is_an_interval_or_times_of_day_in_a_zone() {
    assertThat(database().schedule()).isEqualTo(new Schedule.Every(Duration.ofMinutes(1)));
    assertThat(database("cron", "0 30 3 * * ?", "zone", "Europe/Paris").schedule())
        .isEqualTo(new Schedule.Cron("0 30 3 * * ?", ZoneId.of("Europe/Paris")));
  }

  @Test
  void a_run_by_the_calendar_is_missed_on_the_clock_of_its_zone() {
    Schedule nightly = database("cron", "0 30 2 * * ?", "zone", "Europe/Paris").schedule();
    Instant last = Instant.parse("2026-07-01T00:30:00Z");

    assertThat(nightly.missed(last, Instant.parse("2026-07-02T00:29:59Z"))).isFalse();
    assertThat(nightly.missed(last, Instant.parse("2026-07-02T00:30:00Z"))).isTrue();
    assertThat(nightly.missed(null, last)).isFalse();
  }

  @Test
  void a_wrong_database_source_is_told_in_words() {
    DatabaseSettings.from(
        "orders",
        SourceParameters.of(
            problems,
            "orders",
            "database",
            "mapping",
            "m",
            "database",
            "shop",
            "query",
            "DELETE FROM orders",
            "time-column",
            "a, b",
            "id-column",
            "id",
            "cron",
            "30 3 * * *",
            "zone",
            "Europe/Pariss",
            "start",
            "yesterday"),
        ZoneId.of("UTC"));

    assertThat(problems)
        .extracting(FileProblem::message)
        .anySatisfy(
            told ->
                assertThat(told).startsWith("parameter 'query' must be one SELECT, and read only"))
        .anySatisfy(
            told -> assertThat(told).contains("'time-column' must be the name of one column"))
        .anySatisfy(told -> assertThat(told).contains("'cron' is six fields", "03:30 each day"))
        .anySatisfy(told -> assertThat(told).contains("'zone'", "did you mean Europe/Paris?"))
        .anySatisfy(told -> assertThat(told).contains("'start' is beginning, now, or a time"))
        .hasSize(5);
  }

  @Test
  void a_secret_comes_from_the_environment_or_a_file_and_is_never_shown(@TempDir Path home)
      throws Exception {
    Files.writeString(home.resolve("new-secret"), "swordfish\n");
    String[] given = {
      "mapping", "m", "signature", "stripe", "secret", "env:OLD", "second-secret", "file:new-secret"
    };

    WebhookSettings settings =
        WebhookSettings.from(
                "shop",
                SourceParameters.of(problems, "shop", "webhook", given),
                home,
                Map.of("OLD", "tuna"))
            .orElseThrow();

    assertThat(settings.signing().scheme()).isEqualTo(Scheme.STRIPE);
    assertThat(settings.signing().header()).isEqualTo("Stripe-Signature");
    assertThat(settings.signing().secrets()).hasSize(2);
    assertThat(settings.toString()).doesNotContain("tuna", "swordfish");
  }

  @Test
  void a_secret_that_stands_in_the_file_is_refused_without_repeating_it(@TempDir Path home) {
    String[] given = {"mapping", "m", "signature", "hmac-sha256-hex", "secret", "swordfish"};

    WebhookSettings.from("s", SourceParameters.of(problems, "s", "webhook", given), home, Map.of());

    assertThat(problems)
        .extracting(FileProblem::message)
        .anySatisfy(told -> assertThat(told).contains("the secret itself must not stand here"))
        .anySatisfy(told -> assertThat(told).contains("'signature-header' is missing"))
        .noneSatisfy(told -> assertThat(told).contains("swordfish"));
  }

  private CsvSettings csv(String... given) {
    return CsvSettings.from("shoppers", SourceParameters.of(problems, "shoppers", "csv", given))
        .orElseThrow(() -> new AssertionError(problems));
  }

  private DatabaseSettings database(String... given) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "mapping",
                "m",
                "database",
                "shop",
                "query",
                "SELECT 1",
                "time-column",
                "t",
                "id-column",
                "id"));
    all.addAll(List.of(given));
    return DatabaseSettings.from(
            "orders",
            SourceParameters.of(problems, "orders", "database", all.toArray(new String[0])),
            ZoneId.of("UTC"))
        .orElseThrow(() -> new AssertionError(problems));
  }
}
