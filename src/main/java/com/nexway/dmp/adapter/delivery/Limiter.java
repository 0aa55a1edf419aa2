package com.nexway.dmp.adapter.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells a limiter's 429 from the DMP's own, which says "already processed" (the document's table of
 * answers). Gateways put their counters on every answer, and frameworks write Too Many Requests
 * under any 429: neither says anything.
 */
final class Limiter {
  private static final Pattern NAME = Pattern.compile("(x-)?rate-?limit(-.*)?");
  private static final Pattern NOTHING_LEFT = Pattern.compile("\\s*\"?0+(\\.0*)?\"?\\s*(;.*)?");

  /**
   * {@code RateLimit: "default";r=0;t=30}, or {@code limit=10, remaining=0}, as the drafts had it.
   */
  private static final Pattern NONE_REMAINING =
      Pattern.compile("(^|[;,\\s])(r|remaining)\\s*=\\s*0+\\s*($|[;,])");

  private static final Pattern BETWEEN_WORDS =
      Pattern.compile("[^\\p{L}]+|(?<=\\p{Ll})(?=\\p{Lu})");

  private static final Set<String> DENIALS =
      Set.of("not", "never", "cannot", "unable", "without", "nothing");

  /** "was not", "could not be": as far before the word as a denial may stand. */
  private static final int NEAR = 3;

  private Limiter() {}

  /** Whether an answer 429 asks for fewer requests. */
  static boolean speaks(Answer.Given answer) {
    return answer.headers().containsKey("retry-after")
        || answer.headers().entrySet().stream().anyMatch(Limiter::isUsedUp)
        || speaksOfLimit(answer.body());
  }

  private static boolean isUsedUp(Map.Entry<String, String> header) {
    String name = header.getKey();
    if (!NAME.matcher(name).matches()) {
      return false;
    }
    String value = header.getValue().toLowerCase(Locale.ROOT);
    return name.contains("remaining")
        ? List.of(value.split(",")).stream().anyMatch(one -> NOTHING_LEFT.matcher(one).matches())
        : NONE_REMAINING.matcher(value).find();
  }

  private static boolean speaksOfLimit(String body) {
    List<String> words = words(body);
    boolean limit = false;
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      if (word.startsWith("duplicat") || word.equals("processed") && !isDenied(words, i)) {
        return false;
      }
      limit |= isOfLimits(word);
    }
    return limit;
  }

  private static boolean isOfLimits(String word) {
    return word.equals("rate")
        || word.equals("rates")
        || word.startsWith("ratelimit")
        || word.startsWith("limit")
        || word.startsWith("quota")
        || word.startsWith("throttl");
  }

  /** "Your request was not processed" is no word of an event that was. */
  private static boolean isDenied(List<String> words, int at) {
    return words.subList(Math.max(0, at - NEAR), at).stream().anyMatch(DENIALS::contains);
  }

  private static List<String> words(String body) {
    List<String> words = new ArrayList<>();
    for (String word : BETWEEN_WORDS.split(body)) {
      words.add(word.toLowerCase(Locale.ROOT));
    }
    return words;
  }
}
