package com.nexway.dmp.adapter.source.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nexway.dmp.adapter.record.Batch;
import com.nexway.dmp.adapter.record.Lane;
import com.nexway.dmp.adapter.source.SourceStates;
import com.nexway.dmp.adapter.testing.SettableClock;
import com.nexway.dmp.adapter.testing.SourceParameters;
import com.nexway.dmp.adapter.yaml.FileProblem;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class WebhookDoorTest {
  private final SettableClock clock = new SettableClock();
  private final SourceStates states = new SourceStates(clock);

  @Test
  void the_body_is_one_record() throws Exception {
    Batch batch = door().batch("shop", Map.of("id", 7, "lines", List.of(Map.of("qty", 1))));

    assertThat(batch.lane()).isEqualTo(Lane.LIVE);
    assertThat(batch.checkpoint()).isNull();
    assertThat(batch.records().get(0).rows()).isEmpty();
    assertThat(batch.records().get(0).fields())
        .isEqualTo(Map.of("id", 7L, "lines", List.of(Map.of("qty", 1L))));
  }

  @Test
  void numbers_of_any_length_keep_their_digits() throws Exception {
    BigInteger large = new BigInteger("123456789012345678901234567890");

    assertThat(door().batch("shop", Map.of("id", large)).records().get(0).fields())
        .isEqualTo(Map.of("id", large));
  }

  @Test
  void an_array_anywhere_in_the_body_is_split_into_records() throws Exception {
    Map<String, Object> body = Map.of("data", Map.of("events", List.of(Map.of("id", 1), Map.of())));

    Batch batch = door("records", "data.events").batch("shop", body);

    assertThat(batch.records())
        .extracting(record -> record.origin().place())
        .containsExactly(
            "webhook of 2026-11-24T12:00:00Z, record 1",
            "webhook of 2026-11-24T12:00:00Z, record 2");
  }

  @Test
  void what_holds_no_record_is_told() {
    assertThatThrownBy(() -> door().batch("shop", null)).isInstanceOf(WebhookRefused.class);
    assertThatThrownBy(() -> door().batch("shop", List.of())).hasMessageContaining("JSON object");
    assertThatThrownBy(() -> door("records", "events").batch("shop", Map.of("events", "x")))
        .hasMessage("the body has no array at events");
    assertThatThrownBy(
            () ->
                door("records", "events")
                    .batch("shop", Map.of("events", Collections.nCopies(1001, Map.of()))))
        .hasMessageContaining("more than 1000 records");
  }

  private WebhookDoor door(String... given) {
    List<String> all = new ArrayList<>(List.of("mapping", "orders", "signature", "none"));
    all.addAll(List.of(given));
    List<FileProblem> problems = new ArrayList<>();
    WebhookSettings settings =
        WebhookSettings.from(
                "shop",
                SourceParameters.of("webhook", all.toArray(new String[0])),
                Path.of("."),
                Map.of(),
                problems)
            .orElseThrow(() -> new AssertionError(problems));
    return new WebhookDoor(name -> settings, states, clock);
  }
}
