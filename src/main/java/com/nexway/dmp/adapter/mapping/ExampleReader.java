package com.nexway.dmp.adapter.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nexway.dmp.adapter.event.EventDocument;
import com.nexway.dmp.adapter.record.Origin;
import com.nexway.dmp.adapter.record.SourceRecord;
import com.nexway.dmp.adapter.yaml.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the examples of a mapping: records, and the events that they must make. */
final class ExampleReader {
  private final Reading reading;

  ExampleReader(Reading reading) {
    this.reading = reading;
  }

  List<Example> read(@Nullable YamlNode node) {
    List<Example> examples = new ArrayList<>();
    if (node instanceof YamlNode.Items list) {
      for (YamlNode item : list.items()) {
        Example example = one(item);
        if (example != null) {
          examples.add(example);
        }
      }
    } else if (node != null) {
      reading.problem(
          node, "examples: is a list; write '- ' before record: or rows: of each example");
    }
    return examples;
  }

  private @Nullable Example one(YamlNode node) {
    if (!(node instanceof YamlNode.Fields fields)) {
      reading.problem(node, "an example has record: or rows:, and event: or skipped: true");
      return null;
    }
    Options options = new Options(fields, reading);
    YamlNode record = options.take("record");
    YamlNode rows = options.take("rows");
    YamlNode event = options.take("event");
    boolean skipped = options.flag("skipped", false);
    options.rejectOthers("an example", List.of());
    YamlNode given = record != null ? record : rows;
    if (given == null || record != null && rows != null) {
      reading.problem(fields, "an example needs either record: or rows:");
      return null;
    }
    if ((event == null) != skipped) {
      reading.problem(fields, "an example needs either event: or skipped: true");
      return null;
    }
    Origin origin = new Origin("example", "line " + fields.place().line());
    SourceRecord from = rows != null ? rows(given, origin) : record(given, origin);
    JsonNode expected =
        event == null ? null : new ExpectedJson(reading).of(EventDocument.document().root(), event);
    return from == null || event != null && expected == null
        ? null
        : new Example(
            fields,
            from,
            (ObjectNode) expected,
            event instanceof YamlNode.Fields written ? written : null);
  }

  private @Nullable SourceRecord record(YamlNode node, Origin origin) {
    if (!(node instanceof YamlNode.Fields fields)) {
      reading.problem(node, "record: is a map of columns");
      return null;
    }
    return new SourceRecord(origin, row(fields), List.of());
  }

  private @Nullable SourceRecord rows(YamlNode node, Origin origin) {
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    if (node instanceof YamlNode.Items list) {
      for (YamlNode item : list.items()) {
        if (item instanceof YamlNode.Fields fields) {
          rows.add(row(fields));
        }
      }
    }
    if (rows.isEmpty()) {
      reading.problem(node, "rows: is a list of rows, each a map of columns");
      return null;
    }
    Map<String, @Nullable Object> first = new LinkedHashMap<>();
    for (Map<String, @Nullable Object> row : rows) {
      for (Map.Entry<String, @Nullable Object> column : row.entrySet()) {
        Object value = first.get(column.getKey());
        if (value == null || value.equals("")) {
          first.put(column.getKey(), column.getValue());
        }
      }
    }
    return new SourceRecord(origin, first, rows);
  }

  private static Map<String, @Nullable Object> row(YamlNode.Fields fields) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    fields.entries().forEach((name, value) -> row.put(name, YamlValue.of(value)));
    return row;
  }
}
