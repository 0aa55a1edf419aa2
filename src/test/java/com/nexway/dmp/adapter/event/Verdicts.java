package com.nexway.dmp.adapter.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nexway.dmp.adapter.record.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;

/** Rows of a table of rules: an event, where it fails, and the words. */
final class Verdicts {
  private static final Validator VALIDATOR = new Validator();

  private Verdicts() {}

  static DynamicTest refused(ObjectNode event, String pointer, String words) {
    return dynamicTest(
        pointer + " " + words,
        () -> {
          List<Problem> problems = VALIDATOR.violations(event);
          assertThat(problems).hasSize(1);
          assertThat(problems.get(0).isError()).isTrue();
          assertThat(problems.get(0).pointer()).isEqualTo(pointer);
          assertThat(problems.get(0).message()).contains(words);
        });
  }

  static DynamicTest warned(ObjectNode event, String pointer) {
    return dynamicTest(
        pointer,
        () -> {
          List<Problem> problems = VALIDATOR.violations(event);
          assertThat(problems).hasSize(1);
          assertThat(problems.get(0).isError()).isFalse();
          assertThat(problems.get(0).pointer()).isEqualTo(pointer);
        });
  }

  static DynamicTest taken(ObjectNode event) {
    return dynamicTest(
        "taken: " + Shown.cut(event.toString()),
        () -> assertThat(VALIDATOR.violations(event)).isEmpty());
  }

  static ObjectNode sendData(String pointer, String value) {
    return Samples.with(Samples.sendData(), pointer, value);
  }

  static ObjectNode order(String pointer, @Nullable String value) {
    return value == null
        ? Samples.with(Samples.order(), pointer, (JsonNode) null)
        : Samples.with(Samples.order(), pointer, value);
  }
}
