package com.nexway.dmp.adapter.mapping;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.nexway.dmp.adapter.event.Draft;
import com.nexway.dmp.adapter.event.Event;
import com.nexway.dmp.adapter.record.Origin;
import com.nexway.dmp.adapter.record.Problem;
import com.nexway.dmp.adapter.record.SourceRecord;
import com.nexway.dmp.adapter.yaml.FileProblem;
import com.nexway.dmp.adapter.yaml.YamlFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A merchant's mappings and records, for tests. */
final class Shop {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private Shop() {}

  /** A mapping that is right. */
  static Mapping mapping(String yaml) {
    List<FileProblem> problems = new ArrayList<>();
    Mapping mapping = read(yaml, problems);
    if (mapping == null) {
      throw new AssertionError("the mapping is wrong: " + problems);
    }
    return mapping;
  }

  /** What is wrong with a mapping, a line a problem. */
  static List<String> problems(String yaml) {
    List<FileProblem> problems = new ArrayList<>();
    read(yaml, problems);
    return problems.stream().map(FileProblem::toString).toList();
  }

  private static @org.jspecify.annotations.Nullable Mapping read(
      String yaml, List<FileProblem> problems) {
    return YamlFile.parse(yaml, "mappings/test.yaml", problems)
        .flatMap(root -> MappingReader.read("test", root, problems))
        .orElse(null);
  }

  /** A mapping of {@code send data} that maps one property of the user. */
  static Mapping user(String property) {
    return mapping(
        """
        key: ${id}
        event:
          action: send data
          user:
            email: ann@example.com
        """
            + property.indent(4));
  }

  static SourceRecord record(Map<String, Object> fields) {
    return new SourceRecord(new Origin("shop", "line 2"), fields, List.of());
  }

  /** A record with an id and one more column. */
  static SourceRecord with(String column, Object value) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("id", "1");
    fields.put(column, value);
    return record(fields);
  }

  static SourceRecord rows(List<Map<String, Object>> rows) {
    Map<String, Object> fields = new LinkedHashMap<>();
    for (Map<String, Object> row : rows) {
      row.forEach(fields::putIfAbsent);
    }
    return new SourceRecord(new Origin("shop", "lines 2 to 3"), fields, rows);
  }

  @SuppressWarnings("unchecked")
  static SourceRecord json(String text) {
    try {
      return record(JSON.readValue(text, LinkedHashMap.class));
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  static Draft draft(Mapping mapping, SourceRecord record) {
    return new Mapper(new Mappings(Map.of(), List.of()), new SuppressedAddresses(List.of()))
        .draft(record, mapping);
  }

  /** The event of a record that is right. */
  static Event ready(Mapping mapping, SourceRecord record) {
    if (draft(mapping, record) instanceof Draft.Ready ready) {
      return ready.event();
    }
    throw new AssertionError("no event: " + draft(mapping, record));
  }

  /** The event of a record that is right, as JSON in its exact bytes. */
  static String event(Mapping mapping, SourceRecord record) {
    String body = new String(ready(mapping, record).body(0), StandardCharsets.UTF_8);
    return body.replace("\"dataAcquisitionTime\":0", "").replace("\"_meta\":{},", "");
  }

  /** What is told of a record, errors and warnings, a line each. */
  static List<String> told(Mapping mapping, SourceRecord record) {
    Draft draft = draft(mapping, record);
    List<Problem> problems =
        draft instanceof Draft.Ready ready
            ? ready.warnings()
            : draft instanceof Draft.Refused refused ? refused.problems() : List.of();
    return problems.stream()
        .map(
            problem ->
                problem.severity()
                    + " "
                    + problem.pointer()
                    + " from "
                    + problem.column()
                    + ": "
                    + problem.message())
        .toList();
  }
}
