package com.nexway.dmp.adapter.delivery;

import com.nexway.dmp.adapter.outbox.LetterState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the log tells of dropped letters: a line each of a few, one line of many. */
final class SettledLines {
  private static final int FEW = 5;

  private final List<Long> waiting = new ArrayList<>();
  private final List<Long> refused = new ArrayList<>();

  void waits(long letter) {
    waiting.add(letter);
  }

  /** A letter was not sent; 0 where the file is none. */
  void refused(long letter) {
    refused.add(letter);
  }

  List<String> all() {
    List<String> lines = new ArrayList<>();
    String why = " not sent again: dead-letters/resend/refused has the file, and why";
    if (refused.size() > FEW) {
      lines.add(
          refused.size()
              + " dropped files were not sent again: dead-letters/resend/refused has them, and why");
    } else {
      refused.forEach(
          letter ->
              lines.add(
                  (letter == 0 ? "A dropped file that is no dead letter" : "Dead letter " + letter)
                      + " was"
                      + why));
    }
    if (waiting.size() > FEW) {
      lines.add(waiting.size() + " dead letters wait to be sent again");
    } else {
      waiting.forEach(letter -> lines.add("Dead letter " + letter + " waits to be sent again"));
    }
    return lines;
  }

  /** Lines as they are where they are few, else how many of each state there are. */
  static List<String> few(List<String> lines, Collection<LetterState> states) {
    if (lines.size() <= FEW) {
      return lines;
    }
    Map<LetterState, Long> counts =
        states.stream()
            .collect(Collectors.groupingBy(state -> state, TreeMap::new, Collectors.counting()));
    return List.of(
        counts.entrySet().stream()
            .map(each -> each.getValue() + " " + each.getKey())
            .collect(Collectors.joining(", ", "Dead letters that were sent again: ", "")));
  }
}
