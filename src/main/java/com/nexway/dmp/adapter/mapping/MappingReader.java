package com.nexway.dmp.adapter.mapping;

import com.nexway.dmp.adapter.event.EventDocument;
import com.nexway.dmp.adapter.event.Kind;
import com.nexway.dmp.adapter.event.Property;
import com.nexway.dmp.adapter.event.Property.Need;
import com.nexway.dmp.adapter.mapping.conversion.Notation;
import com.nexway.dmp.adapter.yaml.FileProblem;
import com.nexway.dmp.adapter.yaml.YamlNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads one mapping file, and tells everything that is wrong with it at once. */
final class MappingReader {
  private static final Property KEY = heading("key", Kind.STRING);
  private static final Property CUSTOMER = heading("customer", Kind.STRING);
  static final Property VERSION = heading("version", Kind.INT64);

  private static final String EXAMPLES = "examples";

  private final Reading reading;

  private MappingReader(Reading reading) {
    this.reading = reading;
  }

  /**
   * @param name the mapping's name
   * @param root the content of its file
   * @param problems what is wrong is added here
   * @return the mapping; empty where anything is wrong
   */
  static Optional<Mapping> read(String name, YamlNode root, List<FileProblem> problems) {
    int before = problems.size();
    if (!(root instanceof YamlNode.Fields fields)) {
      problems.add(
          root.problem("a mapping begins with key: and event:, and this is " + root.what()));
      return Optional.empty();
    }
    Mapping mapping = new MappingReader(Reading.of(problems)).mapping(name, fields);
    return problems.size() > before ? Optional.empty() : Optional.ofNullable(mapping);
  }

  private @Nullable Mapping mapping(String name, YamlNode.Fields fields) {
    Options options = new Options(fields, reading);
    NotationReader notations = new NotationReader(VERSION, reading, options);
    Reading inFile = reading.with(Notation.of(notations.zone(), notations.decimal()));
    Rule key = key(options, inFile);
    Rule customer = leaf(CUSTOMER, options, inFile);
    Rule version = leaf(VERSION, options, inFile);
    YamlNode when = options.take("when");
    Condition condition = when == null ? null : new ConditionReader(inFile).read(when);
    ObjectRule event = event(options, inFile);
    List<Example> examples = new ExampleReader(inFile).read(options.take(EXAMPLES));
    options.rejectOthers("a mapping", List.of());
    return key == null || event == null
        ? null
        : new Mapping(
            name,
            new Mapping.Heading(key, customer, version, condition, notations.zone()),
            event,
            inFile.columns(),
            examples,
            words(fields));
  }

  /** All that the file says, but for its examples, which hold columns that it does not read. */
  private static String words(YamlNode node) {
    StringBuilder words = new StringBuilder();
    if (node instanceof YamlNode.Scalar scalar) {
      words.append(scalar.text().toLowerCase(Locale.ROOT)).append('\n');
    } else if (node instanceof YamlNode.Items items) {
      items.items().forEach(item -> words.append(words(item)));
    } else if (node instanceof YamlNode.Fields fields) {
      fields
          .entries()
          .forEach((name, value) -> words.append(name.equals(EXAMPLES) ? "" : words(value)));
    }
    return words.toString();
  }

  private @Nullable Rule key(Options options, Reading inFile) {
    if (!options.has("key")) {
      options.take("key");
      reading.problem(
          options.fields(),
          "key: is missing: say what identifies a record, for example key: ${order_id};"
              + " for a customer his address, key: ${email}");
      return null;
    }
    Rule key = leaf(KEY, options, inFile);
    if (key instanceof Constant) {
      reading.add(
          options
              .fields()
              .problemAt(
                  "key",
                  "key: is the same for every record; name a column, for example ${order_id}"));
    }
    return key;
  }

  private static @Nullable Rule leaf(Property target, Options options, Reading inFile) {
    YamlNode node = options.take(target.name());
    return node == null ? null : new LeafReader(target, inFile).read(node);
  }

  private @Nullable ObjectRule event(Options options, Reading inFile) {
    YamlNode node = options.take("event");
    if (node == null) {
      reading.problem(
          options.fields(), "event: is missing: below it stands the event, property by property");
      return null;
    }
    ObjectRule event = new PartReader(inFile).object(EventDocument.document().root(), node);
    if (event != null && node instanceof YamlNode.Fields written) {
      ActionRules.check(event, written, inFile);
    }
    return event;
  }

  private static Property heading(String name, Kind kind) {
    return new Property(name, name, kind, Need.OPTIONAL, "", List.of(), null, Map.of(), null);
  }
}
