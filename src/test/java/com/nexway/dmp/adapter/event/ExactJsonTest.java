package com.nexway.dmp.adapter.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExactJsonTest {
  private final JsonMapper json = ExactJson.builder().build();

  @ParameterizedTest
  @ValueSource(strings = {"1.10", "0.00", "9007199254740993.10", "1E-7", "100"})
  void a_number_is_read_to_its_last_digit(String number) throws JsonProcessingException {
    String text = "{\"price\":" + number + "}";

    assertThat(json.readTree(text).get("price").asText()).isEqualTo(number);
    assertThat(json.readValue(text, Map.class).get("price")).hasToString(number);
  }

  @Test
  void an_event_keeps_its_last_nought_until_it_is_sent() throws JsonProcessingException {
    String pricing = "/order/items/0/pricing/unitPriceIncludingVAT";
    Event event =
        Event.of("k", "c", null, Samples.with(Samples.order(), pricing, json.readTree("1.10")));

    assertThat(
            json.readTree(new String(event.body(17), StandardCharsets.UTF_8))
                .at(pricing)
                .decimalValue())
        .isEqualTo(new BigDecimal("1.10"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"a\":1,\"a\":2}", "{} {}", "{\"a\":1}x"})
  void what_two_readers_could_read_apart_is_refused(String text) {
    assertThatThrownBy(() -> json.readTree(text)).isInstanceOf(JsonProcessingException.class);
  }
}
