package com.nexway.dmp.adapter.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.nexway.dmp.adapter.event.Kind;
import com.nexway.dmp.adapter.event.Property;
import com.nexway.dmp.adapter.mapping.conversion.Conversion;
import com.nexway.dmp.adapter.mapping.conversion.Misfit;
import com.nexway.dmp.adapter.mapping.conversion.Notation;
import com.nexway.dmp.adapter.yaml.Nearest;
import com.nexway.dmp.adapter.yaml.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a single value of a mapping: a text, or a map that says where it comes from. */
final class LeafReader {
  private static final List<String> OTHERS =
      Stream.concat(Stream.of("split"), Calculation.Operation.KEYS.stream()).toList();

  /** Properties of which half is wrong: a text made of several columns has all of them. */
  private static final Pattern IDENTIFIER =
      Pattern.compile(
          "key|customer|version|email|uniqueReference|identifier|licenceNumbers?|companyRegistrationNumber"
              + "|FTIN|VATIN|.*(?:id|ID|Id|URL|Url)");

  private final Property target;
  private final String name;
  private final Reading reading;

  LeafReader(Property target, Reading reading) {
    this.target = target;
    this.name = name(target);
    this.reading = reading;
  }

  /** The rule; null where it is wrong, which is told. */
  @Nullable Rule read(YamlNode node) {
    if (node instanceof YamlNode.Scalar scalar) {
      return scalar(scalar);
    }
    if (node instanceof YamlNode.Fields fields) {
      return leaf(new Options(fields, reading));
    }
    reading.problem(node, name + " takes one value, and this is " + node.what());
    return null;
  }

  private @Nullable Rule scalar(YamlNode.Scalar node) {
    if (node.text().isEmpty() || node.isNull()) {
      reading.problem(node, name + ": no value is written here; leave the line out, or write one");
      return null;
    }
    if (ValueReader.isConstant(node.text())) {
      return constant(node, ValueReader.constant(node.text()));
    }
    Source source = whole(new ValueReader(reading).text(node));
    if (target.kind() == Kind.FLOAT || target.kind() == Kind.INTEGER) {
      CalculationReader.refuseText(source, node, reading);
    }
    return source == null ? null : plain(source);
  }

  private Leaf plain(Source source) {
    Conversion conversion = Conversion.to(target, reading.notation());
    return new Leaf(
        source, true, Html.KEPT, null, null, conversion, Ending.Word.OMIT, Ending.Word.FAIL);
  }

  private @Nullable Rule constant(YamlNode.Scalar node, String text) {
    List<String> doubts = new ArrayList<>();
    Notation plain = Notation.of(reading.notation().zone(), '.');
    Conversion conversion = Conversion.to(target, plain);
    try {
      JsonNode json = conversion.convert(text, doubts::add);
      if (json == null) {
        reading.problem(node, name + ": '" + text + "' stands for nothing; leave the line out");
        return null;
      }
      if (doubts.isEmpty()) {
        return new Constant(json);
      }
    } catch (Misfit misfit) {
      reading.problem(node, name + ": " + wrongConstant(text, misfit));
      return null;
    }
    // The doubt is told with every record.
    Source same = new FixedText(text);
    return new Leaf(
        same, false, Html.KEPT, null, null, conversion, Ending.Word.OMIT, Ending.Word.FAIL);
  }

  private String wrongConstant(String text, Misfit misfit) {
    String shown = "'" + text + "' is ";
    return switch (target.kind()) {
      case DATE -> shown + "no date; write it as 2026-03-31";
      case INT64 -> shown + "no time; write it as 2026-03-31T10:15:00Z";
      case INTEGER -> shown + "no whole number";
      case FLOAT ->
          shown
              + (target.isRatio()
                  ? "no ratio from 0 to 1; for 20 % write 0.2"
                  : "no amount; write it as 19.90");
      default ->
          target.values().isEmpty()
              ? misfit.why()
              : shown
                  + "none of its values"
                  + Nearest.to(text, target.values())
                      .map(near -> "; did you mean " + near + "?")
                      .orElse(": " + String.join(", ", target.values()));
    };
  }

  /** A leaf that is empty in place of one that is wrong, so that reading can go on. */
  Leaf leafOrNothing(Options options) {
    return leaf(options) instanceof Leaf leaf ? leaf : plain(new ComposedText(false, List.of()));
  }

  @Nullable Rule leaf(Options options) {
    NotationReader notations = new NotationReader(target, reading, options);
    Notation notation = notations.read();
    CalculationReader calculations = new CalculationReader(target, reading, options);
    Integer round = calculations.round();
    Source source =
        whole(
            new ValueReader(hasDefault(options) ? reading.withDefault() : reading)
                .of(options, round));
    Calculation calculation = calculations.read(notation, round);
    boolean trim = options.flag("trim", true);
    Html html = Html.of(options, reading);
    Table table = table(options, source);
    Ending otherwise = ending(options, "otherwise", Ending.Word.FAIL);
    Ending whenEmpty = ending(options, "default", Ending.Word.OMIT);
    options.rejectOthers("the value of " + name, OTHERS);
    return source == null
        ? null
        : new Leaf(
            source,
            trim,
            html,
            table,
            calculation,
            Conversion.to(target, notation),
            whenEmpty,
            otherwise);
  }

  private @Nullable Source whole(@Nullable Source source) {
    return source instanceof ComposedText text && IDENTIFIER.matcher(target.name()).matches()
        ? text.asWhole()
        : source;
  }

  /** Whether an empty value gives another, so that it may be empty in all records. */
  private static boolean hasDefault(Options options) {
    YamlNode node = options.fields().entries().get("default");
    return node != null && word(node) != Ending.Word.SKIP && word(node) != Ending.Word.FAIL;
  }

  private @Nullable Table table(Options options, @Nullable Source source) {
    YamlNode node = options.take("values");
    if (node == null) {
      return null;
    }
    if (!(node instanceof YamlNode.Fields fields) || fields.entries().isEmpty()) {
      reading.problem(
          node,
          "values: needs lines such as paid: order, and this is "
              + (node instanceof YamlNode.Fields
                  ? "empty; without a word for each of the shop's words, leave it out"
                  : node.what()));
      return null;
    }
    Map<String, Ending> entries = new LinkedHashMap<>();
    for (Map.Entry<String, YamlNode> entry : fields.entries().entrySet()) {
      String key = entry.getKey();
      if (!key.equals(key.strip())) {
        reading.add(
            fields.problemAt(
                key, "'" + key + "' never occurs: blanks at the edges of a value are dropped"));
      }
      entries.put(key, ending(entry.getValue(), Ending.Word.OMIT));
    }
    String columns = source == null ? null : source.columns();
    return new Table(columns == null ? name : columns, entries, options.has("otherwise"));
  }

  private Ending ending(Options options, String key, Ending standard) {
    YamlNode node = options.take(key);
    return node == null ? standard : ending(node, standard);
  }

  private Ending ending(YamlNode node, Ending standard) {
    Ending.Word word = word(node);
    if (word != null) {
      return word;
    }
    Rule rule = read(node);
    return rule == null ? standard : new Ending.Gives(rule);
  }

  private static Ending.@Nullable Word word(YamlNode node) {
    if (node instanceof YamlNode.Scalar scalar && !scalar.quoted()) {
      for (Ending.Word word : Ending.Word.values()) {
        if (word.name().equalsIgnoreCase(scalar.text())) {
          return word;
        }
      }
    }
    return null;
  }

  /** The property as a mapping has it: {@code user.addresses.zipcode}. */
  static String name(Property property) {
    return property.path().isEmpty() ? "event" : property.path().replace("[]", "");
  }

  /** What the property is, for a message. */
  static String what(Property property) {
    Kind kind = property.kind();
    return switch (kind) {
      case STRING -> property.values().isEmpty() ? "a text" : "one of its words";
      case INT64 -> "a time";
      case INTEGER -> "a whole number";
      case FLOAT -> property.isRatio() ? "a ratio" : "an amount";
      case DATE -> "a date";
      case OBJECT -> "made of properties";
      case ARRAY -> "a list";
    };
  }
}
