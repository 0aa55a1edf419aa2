package com.nexway.dmp.adapter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexway.dmp.adapter.outbox.Found;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What {@code find} says. */
final class FoundLinesTest {
  private static final Instant NOW = Instant.parse("2026-03-01T15:00:00Z");

  private final FoundLines lines =
      new FoundLines(OptionalInt.of(10), Clock.fixed(NOW, ZoneOffset.UTC));

  private static Found found(Found.State state, String at, String why, String file) {
    return new Found(
        state, "eu", "order:100123", "orders", "row 7", Instant.parse(at), why, 0, 3, file);
  }

  private static Found waiting(long place) {
    return new Found(
        Found.State.WAITING, "eu", "order:100123", "orders", "row 7", NOW, "", place, 0, "");
  }

  private String said(Found.State state, String why, String file) {
    return lines.line(found(state, "2026-03-01T14:02:03Z", why, file));
  }

  @Test
  void what_waits_has_a_place_and_a_time() {
    assertThat(lines.line(waiting(812)))
        .isEqualTo("order 100123 (shop eu): waiting, place 812, about 82 s");
    assertThat(lines.line(waiting(0))).endsWith("(shop eu): waiting");
    assertThat(lines.line(waiting(12_000))).endsWith("place 12000, about 20 minutes");
    assertThat(lines.line(waiting(1_000_000))).endsWith("about 27 hours");
    assertThat(new FoundLines(OptionalInt.empty(), Clock.systemUTC()).line(waiting(8)))
        .endsWith("waiting, place 8");
  }

  @Test
  void each_state_is_one_sentence() {
    assertThat(said(Found.State.DELIVERED, "", ""))
        .endsWith(": delivered 14:02; not sent again while it is unchanged");
    assertThat(said(Found.State.DUPLICATE, "", "")).contains("the DMP had it before");
    assertThat(said(Found.State.UNCHANGED, "", "")).endsWith("not sent: unchanged since 14:02");
    assertThat(said(Found.State.SKIPPED, "status is 'draft'", ""))
        .endsWith("skipped: status is 'draft', 14:02");
    assertThat(said(Found.State.STALE, "", "")).contains("older than what was accepted");
    assertThat(said(Found.State.REFUSED, "no such country", "orders/7.json"))
        .endsWith("refused by the DMP at 14:02: no such country, dead-letters/orders/7.json");
    assertThat(said(Found.State.INVALID, "no time", "orders/8.json"))
        .endsWith("no valid event, 14:02: no time, dead-letters/orders/8.json");
    assertThat(said(Found.State.GIVEN_UP, "status 500", "")).endsWith("at 14:02: status 500");
    assertThat(said(Found.State.RETURNING, "status 500", ""))
        .endsWith("on its way back: tried 3 times, again at 14:02 (status 500)");
    assertThat(said(Found.State.UNDER_WAY, "", "")).endsWith("being sent now");
    assertThat(said(Found.State.PAUSED, "", "")).contains("resume orders");
    assertThat(said(Found.State.SUPPRESSED, "", "")).contains("erase --unsuppress");
  }

  @Test
  void of_another_day_the_day_is_told() {
    assertThat(lines.line(found(Found.State.DELIVERED, "2026-02-27T14:02:03Z", "", "")))
        .contains("delivered 2026-02-27 14:02");
  }

  @Test
  void a_hash_is_not_shown_and_a_record_without_a_key_is_told_by_its_place() {
    Found data =
        new Found(
            Found.State.UNDER_WAY,
            "eu",
            "send data:#" + "0".repeat(32),
            "c",
            "",
            NOW,
            "",
            0,
            1,
            "");
    Found keyless =
        new Found(Found.State.INVALID, "eu", "", "c", "a.csv line 3", NOW, "two @", 0, 0, "");

    assertThat(lines.line(data)).startsWith("send data (shop eu): ");
    assertThat(lines.line(keyless)).startsWith("c, a.csv line 3 (shop eu): no valid event");
  }

  @Test
  void programs_are_told_the_same_as_json() {
    assertThat(lines.json(waiting(812)))
        .hasToString(
            "{\"state\":\"waiting\",\"shop\":\"eu\",\"key\":\"order:100123\",\"source\":\"orders\","
                + "\"origin\":\"row 7\",\"at\":\"2026-03-01T15:00:00Z\",\"why\":\"\",\"tries\":0,"
                + "\"place\":812,\"secondsLeft\":82}");
    assertThat(lines.json(found(Found.State.REFUSED, "2026-03-01T14:02:03Z", "x", "a/7.json")))
        .asString()
        .contains("\"file\":\"dead-letters/a/7.json\"")
        .doesNotContain("place");
  }
}
