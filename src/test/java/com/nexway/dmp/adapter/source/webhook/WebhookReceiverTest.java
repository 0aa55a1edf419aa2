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

final class WebhookReceiverTest {
  private static final WebhookHead HEAD =
      new WebhookHead(0, name -> name.equals("x-topic") ? "order.paid" : "");

  private final SettableClock clock = new SettableClock();
  private final SourceStates states = new SourceStates(clock);

  @Test
  void the_body_is_one_record() throws Exception {
    Batch batch =
        receiver().batch("shop", HEAD, Map.of("id", 7, "lines", List.of(Map.of("qty", 1))));

    assertThat(batch.lane()).isEqualTo(Lane.LIVE);
    assertThat(batch.checkpoint()).isNull();
    assertThat(batch.records().get(0).rows()).isEmpty();
    assertThat(batch.records().get(0).fields())
        .isEqualTo(Map.of("id", 7L, "lines", List.of(Map.of("qty", 1L))));
  }

  @Test
  void numbers_of_any_length_keep_their_digits() throws Exception {
    BigInteger large = new BigInteger("123456789012345678901234567890");

    assertThat(receiver().batch("shop", HEAD, Map.of("id", large)).records().get(0).fields())
        .isEqualTo(Map.of("id", large));
  }

  @Test
  void an_array_anywhere_in_the_body_is_split_into_records() throws Exception {
    Map<String, Object> body = Map.of("data", Map.of("events", List.of(Map.of("id", 1), Map.of())));

    Batch batch = receiver("records", "data.events").batch("shop", HEAD, body);

    assertThat(batch.records())
        .extracting(record -> record.origin().place())
        .containsExactly(
            "webhook of 2026-11-24T12:00:00Z, record 1",
            "webhook of 2026-11-24T12:00:00Z, record 2");
  }

  @Test
  void a_record_holds_the_headers_that_the_source_names_and_no_others() throws Exception {
    Map<String, Object> body = Map.of("id", 1, "headers", "the body's");

    assertThat(fields(receiver("headers", "X-Topic, x-none"), body))
        .containsEntry("headers", Map.of("x-topic", "order.paid"));
    assertThat(fields(receiver(), body)).containsEntry("headers", "the body's");
  }

  private static Map<String, Object> fields(WebhookReceiver receiver, Object body)
      throws Exception {
    return receiver.batch("shop", HEAD, body).records().get(0).fields();
  }

  @Test
  void a_header_that_holds_a_secret_or_is_none_is_refused() {
    assertThatThrownBy(() -> receiver("headers", "Authorization"))
        .hasMessageContaining("must not name authorization, which holds a secret");
    assertThatThrownBy(() -> receiver("headers", "x topic"))
        .hasMessageContaining("name of a header such as x-wc-webhook-topic; it is 'x topic'");
  }

  @Test
  void what_holds_no_record_is_told() {
    assertThatThrownBy(() -> receiver().batch("shop", HEAD, null))
        .isInstanceOf(WebhookRefused.class);
    assertThatThrownBy(() -> receiver().batch("shop", HEAD, List.of()))
        .hasMessageContaining("JSON object");
    assertThatThrownBy(
            () -> receiver("records", "events").batch("shop", HEAD, Map.of("events", "x")))
        .hasMessage("the body has no array at events");
    assertThatThrownBy(
            () ->
                receiver("records", "events")
                    .batch("shop", HEAD, Map.of("events", Collections.nCopies(1001, Map.of()))))
        .hasMessageContaining("more than 1000 records");
  }

  private WebhookReceiver receiver(String... given) {
    List<String> all = new ArrayList<>(List.of("mapping", "orders", "signature", "none"));
    all.addAll(List.of(given));
    List<FileProblem> problems = new ArrayList<>();
    WebhookSettings settings =
        WebhookSettings.from(
                "shop",
                SourceParameters.of(problems, "shop", "webhook", all.toArray(new String[0])),
                Path.of("."),
                Map.of())
            .orElseThrow(() -> new AssertionError(problems));
    return new WebhookReceiver(name -> settings, states, clock);
  }
}
