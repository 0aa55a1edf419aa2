package com.nexway.dmp.adapter.outbox;

import com.nexway.dmp.adapter.record.Problem;
import com.nexway.dmp.adapter.text.Impersonal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts what is heard of one batch, by kind and reason. */
final class Hearing {
  /** Most reasons of one batch that are told apart; the others are one. */
  private static final int REASONS = 200;

  private static final String OTHER = "other";

  private record What(Heard.Kind kind, String reason) {}

  private static final class First {
    private final @Nullable String key;
    private final String place;
    private int records;

    First(@Nullable String key, String place) {
      this.key = key;
      this.place = place;
    }
  }

  private final Map<What, First> heard = new LinkedHashMap<>();

  void skipped(Skip skip) {
    add(Heard.Kind.SKIPPED, Impersonal.kind(skip.reason()), skip.key(), skip.place());
  }

  void stale(Incoming in) {
    add(Heard.Kind.STALE, "older than what is known", in.key(), in.origin().place());
  }

  void unchanged(Incoming in) {
    add(Heard.Kind.UNCHANGED, "as it was", in.key(), in.origin().place());
  }

  void refusedBefore(NewLetter letter) {
    String reason = "refused before for the same reason";
    add(Heard.Kind.UNCHANGED, reason, letter.key(), letter.place());
  }

  void doubted(Incoming in, Problem doubt) {
    String reason = Impersonal.kind(NewLetter.sentence(doubt));
    add(Heard.Kind.WARNING, reason, in.key(), in.origin().place());
  }

  private void add(Heard.Kind kind, String reason, @Nullable String key, String place) {
    What exact = new What(kind, reason);
    boolean apart = heard.size() < REASONS || heard.containsKey(exact);
    heard.computeIfAbsent(apart ? exact : new What(kind, OTHER), what -> new First(key, place))
        .records++;
  }

  List<Heard> all() {
    List<Heard> all = new ArrayList<>();
    heard.forEach(
        (what, first) ->
            all.add(new Heard(what.kind, what.reason, first.records, first.key, first.place)));
    return all;
  }
}
