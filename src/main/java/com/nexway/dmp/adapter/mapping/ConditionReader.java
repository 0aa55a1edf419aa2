package com.nexway.dmp.adapter.mapping;

import com.nexway.dmp.adapter.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads {@code when:}, one comparison or a list of them that must all hold. */
final class ConditionReader {
  private static final List<String> COMPARISONS = List.of("equals", "in", "not", "empty");

  private final Reading reading;

  ConditionReader(Reading reading) {
    this.reading = reading;
  }

  /** The condition; null where it is wrong, which is told. */
  @Nullable Condition read(YamlNode node) {
    List<YamlNode> nodes = node instanceof YamlNode.Items list ? list.items() : List.of(node);
    List<Condition.Test> tests = new ArrayList<>();
    for (YamlNode one : nodes) {
      if (one instanceof YamlNode.Fields fields) {
        Condition.Test test = test(new Options(fields, reading));
        if (test != null) {
          tests.add(test);
        }
      } else {
        reading.problem(one, "when: is written as { column: status, in: [paid, cancelled] }");
      }
    }
    return tests.isEmpty() ? null : new Condition(List.copyOf(tests));
  }

  private Condition.@Nullable Test test(Options options) {
    Source source = new ValueReader(reading).of(options, null);
    String reason = options.text("reason");
    List<String> given = new ArrayList<>();
    for (String key : COMPARISONS) {
      if (options.has(key)) {
        given.add(key);
      }
    }
    boolean expression = options.has("expression") && given.isEmpty();
    if (given.size() != 1 && !expression) {
      reading.problem(
          options.fields(),
          "when: needs one of equals:, in:, not: and empty:, and has "
              + (given.isEmpty() ? "none" : String.join(", ", given)));
    }
    List<String> words = List.of("true");
    boolean among = true;
    for (String key : given) {
      if (key.equals("empty")) {
        among = options.flag(key, true);
        words = List.of("");
      } else {
        words = lower(options.texts(key));
        among = !key.equals("not");
      }
    }
    options.rejectOthers("when:", COMPARISONS);
    return source == null ? null : new Condition.Test(source, words, among, reason);
  }

  private static List<String> lower(List<String> texts) {
    return texts.stream().map(text -> text.strip().toLowerCase(Locale.ROOT)).toList();
  }
}
