package com.nexway.dmp.adapter.sandbox;

import java.time.Duration;

/** Reads faults as people write them. */
final class FaultText {
  private static final String FIRST =
      "a fault begins with a status (503), lost, cut, hang or slow=300ms, not '%s'";
  private static final String THEN =
      "behind it stand every=N, times=N, containing=TEXT or retry-after=SECONDS, not '%s'";

  private FaultText() {}

  static Misbehaviour read(String text) {
    String[] words = text.strip().split("\\s+");
    Misbehaviour fault = first(words[0]);
    for (int i = 1; i < words.length; i++) {
      fault = narrowed(fault, words[i]);
    }
    return fault;
  }

  private static Misbehaviour first(String word) {
    return switch (word) {
      case "lost" -> Misbehaviour.lost();
      case "cut" -> Misbehaviour.cut();
      case "hang" -> Misbehaviour.hang();
      default -> {
        if (word.startsWith("slow=")) {
          yield Misbehaviour.slow(delay(word.substring("slow=".length())));
        }
        if (word.matches("\\d{3}")) {
          yield Misbehaviour.answer(Integer.parseInt(word));
        }
        throw new IllegalArgumentException(FIRST.formatted(word));
      }
    };
  }

  private static Misbehaviour narrowed(Misbehaviour fault, String word) {
    int equals = word.indexOf('=');
    String name = equals < 0 ? word : word.substring(0, equals);
    String value = word.substring(equals + 1);
    return switch (name) {
      case "every" -> fault.every(number(word, value));
      case "times" -> fault.times(number(word, value));
      case "containing" -> fault.containing(value);
      case "retry-after" -> fault.retryAfter(value.replace('_', ' '));
      default -> throw new IllegalArgumentException(THEN.formatted(word));
    };
  }

  private static int number(String word, String value) {
    if (!value.matches("\\d{1,9}")) {
      throw new IllegalArgumentException("'" + word + "' needs a whole number behind its =");
    }
    return Integer.parseInt(value);
  }

  private static Duration delay(String value) {
    if (value.matches("\\d{1,9}ms")) {
      return Duration.ofMillis(Long.parseLong(value.substring(0, value.length() - 2)));
    }
    if (value.matches("\\d{1,6}s")) {
      return Duration.ofSeconds(Long.parseLong(value.substring(0, value.length() - 1)));
    }
    throw new IllegalArgumentException("'slow=" + value + "' needs a time such as 300ms or 2s");
  }
}
