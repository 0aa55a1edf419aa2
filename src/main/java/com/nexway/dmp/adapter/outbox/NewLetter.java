package com.nexway.dmp.adapter.outbox;

import com.nexway.dmp.adapter.event.Draft;
import com.nexway.dmp.adapter.event.Event;
import com.nexway.dmp.adapter.record.Problem;
import com.nexway.dmp.adapter.record.Unreadable;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A dead letter to be stored.
 *
 * @param entry the entry that died; null for what was never accepted
 * @param digest of the record and its problems: the same again makes no second letter
 */
record NewLetter(
    String source,
    String shop,
    @Nullable String key,
    @Nullable Hash customer,
    @Nullable Hash person,
    @Nullable Long entry,
    DeadLetter.Reason reason,
    String why,
    List<Problem> problems,
    String place,
    @Nullable String record,
    @Nullable String event,
    @Nullable AnswerText answer,
    @Nullable Hash digest) {

  static NewLetter of(Draft.Refused refused, String shop, Pseudonym pseudonym) {
    String source = refused.record().origin().source();
    String record = LetterText.of(refused.record());
    Event event = refused.event();
    String key = refused.key() == null ? null : pseudonym.key(refused.key());
    return new NewLetter(
        source,
        shop,
        key,
        event == null ? null : Incoming.customer(event),
        event == null ? null : Incoming.person(event),
        null,
        DeadLetter.Reason.INVALID,
        why(refused.problems()),
        refused.problems(),
        refused.record().origin().place(),
        record,
        event == null ? null : event.text(),
        null,
        digest(source, key, record, refused.problems()));
  }

  static NewLetter of(Unreadable unreadable, String shop) {
    String source = unreadable.origin().source();
    return new NewLetter(
        source,
        shop,
        null,
        null,
        null,
        null,
        DeadLetter.Reason.UNREADABLE,
        why(unreadable.problems()),
        unreadable.problems(),
        unreadable.origin().place(),
        unreadable.raw(),
        null,
        null,
        digest(source, null, unreadable.raw(), unreadable.problems()));
  }

  /** The addresses of the people that it mentions, in whatever it keeps. */
  Set<String> people() {
    Set<String> people = new LinkedHashSet<>();
    for (String text : new String[] {record, event, LetterText.of(problems)}) {
      people.addAll(text == null ? Set.of() : Person.addresses(text));
    }
    return people;
  }

  /** What most of some letters died of, without the values that they name; null of none. */
  static @Nullable String commonest(List<NewLetter> letters) {
    Map<String, Long> kinds =
        letters.stream().collect(Collectors.groupingBy(NewLetter::kind, Collectors.counting()));
    return kinds.entrySet().stream()
        .max(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .orElse(null);
  }

  private String kind() {
    return LetterKind.words(problems, why);
  }

  private static String why(List<Problem> problems) {
    List<Problem> errors = problems.stream().filter(Problem::isError).toList();
    String first = errors.isEmpty() ? "refused without a reason" : sentence(errors.get(0));
    return errors.size() < 2 ? first : first + " (and " + (errors.size() - 1) + " more)";
  }

  /** A problem with the property and the column that it speaks of. */
  static String sentence(Problem problem) {
    String property = problem.pointer().replaceFirst("^/", "").replace('/', '.');
    String column = problem.column() == null ? "" : " (column " + problem.column() + ")";
    String where = (property + column).strip();
    return where.isEmpty() ? problem.message() : where + ": " + problem.message();
  }

  private static Hash digest(
      String source, @Nullable String key, String record, List<Problem> problems) {
    StringBuilder text = new StringBuilder(source).append('\n').append(key).append('\n');
    text.append(record).append('\n');
    problems.forEach(problem -> text.append(problem.message()).append('\n'));
    return Hash.of(text.toString());
  }
}
