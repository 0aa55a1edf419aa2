package com.nexway.dmp.adapter.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nexway.dmp.adapter.event.Columns;
import com.nexway.dmp.adapter.event.Draft;
import com.nexway.dmp.adapter.event.Event;
import com.nexway.dmp.adapter.event.Validator;
import com.nexway.dmp.adapter.record.Problem;
import com.nexway.dmp.adapter.record.SourceRecord;
import com.nexway.dmp.adapter.text.Spreadsheet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One record becomes a draft. */
final class Drafting {
  private static final Validator VALIDATOR = new Validator();

  private final SourceRecord record;
  private final Mapping mapping;
  private final SuppressedAddresses suppressed;
  private final Scope scope;
  private final Pass pass;

  Drafting(
      SourceRecord record, Mapping mapping, SuppressedAddresses suppressed, @Nullable Trace trace) {
    this.record = record;
    this.mapping = mapping;
    this.suppressed = suppressed;
    this.scope = Scope.of(record);
    this.pass = new Pass(trace);
  }

  Draft draft() {
    Condition when = mapping.heading().when();
    String unmet = when == null ? null : when.unmet(scope, pass);
    if (unmet != null) {
      return skippedAsWhole(unmet);
    }
    ObjectNode made = mapping.event().render(scope, pass);
    ObjectNode json = made == null ? new ObjectNode(JsonNodeFactory.instance) : made;
    String key = key(json.path("action").asText());
    String email = json.path("user").path("email").asText();
    if (pass.skipped() != null) {
      return new Draft.Skipped(record, key, email, pass.skipped());
    }
    String pattern = suppressed.of(email);
    if (pattern != null) {
      return new Draft.Skipped(
          record, key, email, "addresses of the form " + pattern + " are not sent");
    }
    Event event =
        Event.of(
            key == null ? record.origin().toString() : key,
            customer(),
            number(mapping.heading().version()),
            json);
    List<Problem> problems = pass.problems();
    return problems.stream().anyMatch(Problem::isError)
        ? new Draft.Refused(record, key, event, withViolations(problems, event.json()))
        : new Draft.Ready(record, event, problems, new Origins(record, mapping.event()));
  }

  /** Nothing is made of it, but it is asked for by its key, and erased by its address. */
  private Draft skippedAsWhole(String reason) {
    Rule user = mapping.event().member("user");
    Rule email = user instanceof ObjectRule person ? person.member("email") : null;
    String key = key(textOrEmpty(mapping.event().member("action")));
    return new Draft.Skipped(record, key, textOrEmpty(email), reason);
  }

  private String textOrEmpty(@Nullable Rule rule) {
    String text = rule == null ? null : text(rule);
    return text == null ? "" : text;
  }

  /** All that is wrong at once: what mapping found, and what validation finds besides. */
  private List<Problem> withViolations(List<Problem> problems, ObjectNode json) {
    Set<String> told = new HashSet<>();
    problems.forEach(problem -> told.add(problem.pointer()));
    Columns columns = new Origins(record, mapping.event());
    List<Problem> all = new ArrayList<>(problems);
    for (Problem violation : VALIDATOR.violations(json)) {
      if (violation.isError()
          && told.stream().noneMatch(pointer -> isWithin(violation.pointer(), pointer))) {
        all.add(violation.from(columns.of(violation.pointer())));
      }
    }
    return all;
  }

  /** Whether a pointer is one that was told already, or holds it: then the cause is known. */
  private static boolean isWithin(String pointer, String told) {
    return told.equals(pointer) || told.startsWith(pointer + "/");
  }

  /** A status that is refused gives no action; most mappings can make one kind of event alone. */
  private @Nullable String key(String action) {
    int before = pass.problems().size();
    String key = text(mapping.heading().key());
    if (key == null && pass.problems().stream().skip(before).anyMatch(Problem::isError)) {
      return null; // told already
    }
    if (key == null) {
      pass.reading(mapping.heading().key().columns(), null);
      pass.error("the key is empty, so that this record cannot be told from others");
      return null;
    }
    if (Spreadsheet.shortened(key)) {
      pass.reading(mapping.heading().key().columns(), null);
      pass.error("the key " + Spreadsheet.advice(key));
      return null;
    }
    return Event.key(action.isEmpty() ? ActionRules.only(mapping.event()) : action, key);
  }

  private @Nullable String customer() {
    Rule rule = mapping.heading().customer();
    return rule == null ? null : text(rule);
  }

  private @Nullable String text(Rule rule) {
    JsonNode json = rule.render(scope, pass);
    return json == null ? null : json.asText();
  }

  private @Nullable Long number(@Nullable Rule rule) {
    JsonNode json = rule == null ? null : rule.render(scope, pass);
    return json == null ? null : json.longValue();
  }
}
