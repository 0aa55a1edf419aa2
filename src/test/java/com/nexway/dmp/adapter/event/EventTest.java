package com.nexway.dmp.adapter.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class EventTest {
  private static final String USER = "\"action\":\"send data\",\"user\":{\"email\":\"a@x.com\"}";

  @Test
  void the_stamp_opens_the_meta_that_is_there() {
    assertThat(body("{\"_meta\":{\"originStore\":\"s\"}," + USER + "}"))
        .isEqualTo("{\"_meta\":{\"dataAcquisitionTime\":17,\"originStore\":\"s\"}," + USER + "}");
  }

  @Test
  void the_stamp_makes_the_meta_that_is_not_there() {
    assertThat(body("{" + USER + "}"))
        .isEqualTo("{\"_meta\":{\"dataAcquisitionTime\":17}," + USER + "}");
  }

  @Test
  void an_empty_meta_is_filled() {
    assertThat(body("{\"_meta\":{}," + USER + "}"))
        .isEqualTo("{\"_meta\":{\"dataAcquisitionTime\":17}," + USER + "}");
  }

  @Test
  void a_meta_that_stands_later_comes_first() {
    assertThat(body("{" + USER + ",\"_meta\":{\"originStore\":\"s\"}}"))
        .isEqualTo("{\"_meta\":{\"dataAcquisitionTime\":17,\"originStore\":\"s\"}," + USER + "}");
  }

  @Test
  void an_empty_event_holds_the_stamp_alone() {
    assertThat(body("{}")).isEqualTo("{\"_meta\":{\"dataAcquisitionTime\":17}}");
  }

  @Test
  void numbers_are_written_in_plain_digits() {
    assertThat(
            body(
                "{\"a\":1.477053592e+09,\"b\":19.90,\"c\":1E-7,\"d\":-0.0,\"e\":12345678901234567890123}"))
        .contains(
            "\"a\":1477053592,\"b\":19.90,\"c\":0.0000001,\"d\":0.0,\"e\":12345678901234567890123}");
  }

  @Test
  void a_number_that_would_need_a_gigabyte_keeps_its_exponent() {
    assertThat(body("{\"a\":1e1000000000,\"b\":1e-1000000000}"))
        .contains("\"a\":1E+1000000000,\"b\":1E-1000000000}");
  }

  @Test
  void the_fingerprint_is_that_of_the_event_without_its_stamp() throws Exception {
    Event event = event("{\"_meta\":{\"originStore\":\"s\"}," + USER + "}");
    byte[] before = event.fingerprint();

    event.body(17);

    assertThat(event.fingerprint())
        .isEqualTo(before)
        .isEqualTo(
            MessageDigest.getInstance("SHA-256")
                .digest(
                    ("{\"_meta\":{\"originStore\":\"s\"}," + USER + "}")
                        .getBytes(StandardCharsets.UTF_8)));
    assertThat(event("{" + USER + "}").fingerprint()).isNotEqualTo(before);
  }

  @Test
  void the_stamp_is_taken_out_of_complete_json() {
    Event event =
        Event.of(
            "k",
            "c",
            3L,
            Samples.json(
                "{\"_meta\":{\"dataAcquisitionTime\":1.7e9,\"originStore\":\"s\"}," + USER + "}"));

    assertThat(event.acquired()).isEqualTo(1_700_000_000L);
    assertThat(event.json())
        .isEqualTo(Samples.json("{\"_meta\":{\"originStore\":\"s\"}," + USER + "}"));
    assertThat(Samples.json(event.text()).at("/_meta/dataAcquisitionTime").asLong())
        .isEqualTo(1_700_000_000L);
  }

  @Test
  void a_stamp_of_zero_is_unknown_and_one_that_is_no_number_stays_for_validation() {
    assertThat(
            Event.of("k", "c", null, Samples.json("{\"_meta\":{\"dataAcquisitionTime\":0}}"))
                .acquired())
        .isNull();
    ObjectNode wrong = Samples.json("{\"_meta\":{\"dataAcquisitionTime\":\"today\"}}");
    assertThat(Event.of("k", "c", null, wrong).json()).isEqualTo(wrong);
    assertThat(Event.of("k", "c", null, Samples.json("{\"_meta\":7}")).acquired()).isNull();
  }

  @Test
  void half_a_character_has_a_text_for_people() {
    Event event = event("{\"user\":{\"firstName\":\"a\\ud83d\",\"lastName\":\"\\ude00b\"}}");

    assertThat(event.text()).contains("firstName", "lastName");
  }

  @Test
  void what_nests_deeper_than_any_event_is_left_out_of_the_text() {
    ObjectNode deep = Samples.sendData();
    JsonNode inner = AnyJson.nested(100_000);
    deep.set("x", inner);

    assertThat(Event.of("k", "c", null, deep).text()).hasSizeLessThan(10_000).contains("send data");
  }

  @Property(tries = 2_000)
  void all_valid_unicode_arrives_unharmed(@ForAll("unicode") String text) throws IOException {
    ObjectNode json = Samples.sendData();
    ((ObjectNode) json.get("user")).put("firstName", text);

    byte[] body = Event.of("k", "c", null, json).body(17);

    assertThat(new String(body, StandardCharsets.UTF_8)).doesNotContain("\\ud");
    assertThat(Samples.JSON.readTree(body).at("/user/firstName").textValue()).isEqualTo(text);
    assertThat(new Validator().violations(json)).isEmpty();
  }

  @Provide
  Arbitrary<String> unicode() {
    Arbitrary<Integer> any =
        Arbitraries.integers()
            .between(0, Character.MAX_CODE_POINT)
            .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE);
    Arbitrary<Integer> low = Arbitraries.integers().between(0, 0x250);
    return Arbitraries.oneOf(any, low)
        .list()
        .ofMaxSize(40)
        .map(points -> points.stream().map(Character::toString).reduce("", String::concat));
  }

  private static Event event(String json) {
    return Event.of("k", "c", null, Samples.json(json));
  }

  private static String body(String json) {
    String body = new String(event(json).body(17), StandardCharsets.UTF_8);
    try {
      assertThat(Samples.JSON.readTree(body)).isNotNull();
    } catch (JsonProcessingException e) {
      throw new AssertionError(body, e);
    }
    return body;
  }
}
