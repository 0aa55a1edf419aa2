package com.nexway.dmp.adapter.health;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nexway.dmp.adapter.text.OneLine;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How the adapter fares, as a scheduler of containers, a monitor and an operator ask it: {@link
 * Word} for each part and in all, with a sentence each. Nothing is looked at before somebody asks.
 */
public final class Health {
  private static final Logger LOG = LoggerFactory.getLogger(Health.class);
  private static final JsonMapper JSON = new JsonMapper();

  /** Most sentences about one part; how many more there are is told. */
  private static final int SENTENCES = 5;

  /** Most characters of a sentence. */
  private static final int LONGEST = 1_000;

  /** Most parts that the sentence about all of it names. */
  private static final int NAMED = 10;

  private final Parts parts;

  public Health(Parts parts) {
    this.parts = parts;
  }

  /** The findings about one part. */
  private static final class Found {
    private Word word = Word.UP;
    private final List<String> sentences = new ArrayList<>();

    /** A worse finding says more than those before it. */
    void add(Finding finding) {
      if (finding.word().compareTo(word) > 0) {
        sentences.add(0, finding.words());
        word = finding.word();
      } else {
        sentences.add(finding.words());
      }
    }

    String words() {
      String words =
          sentences.stream()
              .limit(SENTENCES)
              .map(sentence -> OneLine.of(sentence, LONGEST))
              .collect(Collectors.joining("; "));
      int more = sentences.size() - SENTENCES;
      return more > 0 ? words + "; and " + more + " more" : words;
    }
  }

  /** How all of it fares: the worst word of any part. */
  public Word word() {
    return worst(look());
  }

  /** How many parts fare how; every word is a key. */
  public Map<Word, Integer> count() {
    Map<Word, Integer> count = new EnumMap<>(Word.class);
    for (Word word : Word.values()) {
      count.put(word, 0);
    }
    look().values().forEach(found -> count.merge(found.word, 1, Integer::sum));
    return count;
  }

  /** Every part in words, as {@code /health} answers. */
  public Report report() {
    Map<String, Found> found = look();
    Word all = worst(found);
    ObjectNode root = JSON.createObjectNode();
    root.put("status", all.name()).put("words", sentence(all, found));
    ArrayNode checks = root.putArray("checks");
    found.forEach(
        (part, of) ->
            checks
                .addObject()
                .put("part", part)
                .put("status", of.word.name())
                .put("words", of.words()));
    return new Report(all == Word.DOWN ? 503 : 200, root.toPrettyString() + "\n");
  }

  private Map<String, Found> look() {
    Map<String, Found> found = new LinkedHashMap<>();
    for (Part part : parts.all()) {
      look(part).forEach(one -> found.computeIfAbsent(one.part(), name -> new Found()).add(one));
    }
    return found;
  }

  private static List<Finding> look(Part part) {
    try {
      return part.look();
    } catch (RuntimeException e) {
      LOG.debug("a part cannot be looked at", e);
      return List.of(Finding.watch("health", "a part cannot be looked at: " + e.getMessage()));
    }
  }

  private static Word worst(Map<String, Found> found) {
    return found.values().stream().map(of -> of.word).reduce(Word.UP, Word::or);
  }

  private static String sentence(Word all, Map<String, Found> found) {
    List<String> meant =
        found.entrySet().stream()
            .filter(of -> of.getValue().word == all)
            .map(Map.Entry::getKey)
            .toList();
    String names = meant.stream().limit(NAMED).collect(Collectors.joining(", "));
    String who = meant.size() > NAMED ? names + " and " + (meant.size() - NAMED) + " more" : names;
    return switch (all) {
      case UP -> "Everything works.";
      case WATCH -> "It runs, and somebody should look at this: " + who + ".";
      case DOWN -> "This does not work before it is mended: " + who + ".";
    };
  }

  /**
   * An answer to a monitor.
   *
   * @param status the HTTP status: 503 where the word is DOWN, else 200
   * @param json the word, a sentence, and each part
   */
  public record Report(int status, String json) {}
}
