package com.nexway.dmp.adapter.cli;

import com.nexway.dmp.adapter.outbox.DeadLetter;
import com.nexway.dmp.adapter.outbox.LetterKind;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Dead letters by their kind: how many, and from when to when. */
final class LetterKinds {
  /** Those of one kind. */
  record Group(LetterKind kind, long letters, Instant first, Instant last) {
    private Group and(Group other) {
      return new Group(
          kind,
          letters + other.letters,
          first.isBefore(other.first) ? first : other.first,
          last.isAfter(other.last) ? last : other.last);
    }
  }

  private final Map<LetterKind, Group> groups = new HashMap<>();

  void add(DeadLetter letter) {
    groups.merge(letter.kind(), new Group(letter.kind(), 1, letter.at(), letter.at()), Group::and);
  }

  /** The largest first. */
  List<Group> groups() {
    return groups.values().stream()
        .sorted(
            Comparator.comparingLong(Group::letters)
                .reversed()
                .thenComparing(group -> group.kind().name()))
        .toList();
  }

  long letters() {
    return groups.values().stream().mapToLong(Group::letters).sum();
  }
}
