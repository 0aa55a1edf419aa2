package com.nexway.dmp.adapter.mapping;

import com.nexway.dmp.adapter.event.EventDocument;
import com.nexway.dmp.adapter.event.Kind;
import com.nexway.dmp.adapter.event.Property;
import com.nexway.dmp.adapter.yaml.Nearest;
import com.nexway.dmp.adapter.yaml.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a part of the event: an object, an array or a single value, as the document has it. */
final class PartReader {
  private static final Set<String> WORDS = Set.of("each", "when");

  private final Reading reading;

  PartReader(Reading reading) {
    this.reading = reading;
  }

  /** The rule that makes a property; null where it is wrong, which is told. */
  @Nullable Rule read(Property target, YamlNode node) {
    return switch (target.kind()) {
      case OBJECT -> object(target, node);
      case ARRAY -> array(target, node);
      default -> new LeafReader(target, reading).read(node);
    };
  }

  @Nullable ObjectRule object(Property target, YamlNode node) {
    if (!(node instanceof YamlNode.Fields fields)) {
      reading.problem(
          node,
          LeafReader.name(target)
              + " is made of properties, each on a line of its own below it: "
              + String.join(", ", target.members().keySet()));
      return null;
    }
    Condition condition = condition(fields);
    List<ObjectRule.Member> members = new ArrayList<>();
    for (Property member : target.members().values()) {
      YamlNode written = fields.entries().get(member.name());
      if (written != null) {
        Rule rule = read(member, written);
        if (rule != null) {
          members.add(new ObjectRule.Member(member.name(), rule));
        }
      } else if (member.mandatory()) {
        reading.problem(
            fields,
            LeafReader.name(member)
                + " is not mapped, and the DMP refuses "
                + (target.path().isEmpty() ? "an event" : LeafReader.name(target))
                + " without it: "
                + member.meaning());
      }
    }
    rejectUnknown(target, fields);
    return new ObjectRule(target, condition, List.copyOf(members));
  }

  private @Nullable Rule array(Property target, YamlNode node) {
    Property item = target.item();
    if (item == null) {
      throw new IllegalStateException(target.path() + " is an array without elements");
    }
    if (node instanceof YamlNode.Items list) {
      List<ListRule.Entry> entries = new ArrayList<>();
      for (YamlNode element : list.items()) {
        ListRule.Entry entry = entry(item, element);
        if (entry != null) {
          entries.add(entry);
        }
      }
      return new ListRule(new Elements(target), List.copyOf(entries));
    }
    if (node instanceof YamlNode.Fields fields && fields.entries().containsKey("each")) {
      return each(target, item, fields);
    }
    if (item.kind() == Kind.STRING) {
      return textList(item, node);
    }
    reading.problem(
        node,
        LeafReader.name(target)
            + " is a list: write '- ' before the first property of each element,"
            + " or each: with the array it is made from, or each: rows");
    return null;
  }

  private ListRule.@Nullable Entry entry(Property item, YamlNode element) {
    if (item.kind() == Kind.OBJECT && element instanceof YamlNode.Fields fields) {
      Condition condition = condition(fields);
      Rule rule = object(item, without(Set.of("when"), fields));
      return rule == null ? null : new ListRule.Entry(condition, rule);
    }
    Rule rule = read(item, element);
    return rule == null ? null : new ListRule.Entry(null, rule);
  }

  private @Nullable Condition condition(YamlNode.Fields fields) {
    YamlNode when = fields.entries().get("when");
    return when == null ? null : new ConditionReader(reading).read(when);
  }

  private @Nullable Rule textList(Property item, YamlNode node) {
    LeafReader leaves = new LeafReader(item, reading);
    if (node instanceof YamlNode.Fields fields) {
      Options options = new Options(fields, reading);
      String split = options.text("split");
      return new TextList(leaves.leafOrNothing(options), split == null ? null : split);
    }
    Rule rule = leaves.read(node);
    if (rule instanceof Leaf leaf) {
      return new TextList(leaf, null);
    }
    return rule == null
        ? null
        : new ListRule(new Elements(item), List.of(new ListRule.Entry(null, rule)));
  }

  private @Nullable Rule each(Property target, Property item, YamlNode.Fields fields) {
    YamlNode array = fields.entries().get("each");
    if (!(array instanceof YamlNode.Scalar scalar) || scalar.isNull()) {
      reading.add(fields.problemAt("each", "each: needs the name of an array, or rows"));
      return null;
    }
    Reference from = from(scalar);
    if (from == null) {
      return null;
    }
    PartReader inside = new PartReader(reading.inside(from));
    Condition condition = inside.condition(fields);
    YamlNode.Fields rest = without(WORDS, fields);
    Rule rule =
        item.kind() == Kind.OBJECT
            ? inside.object(item, rest)
            : new LeafReader(item, inside.reading).read(rest);
    return rule == null ? null : new Each(from, condition, new Elements(target), rule);
  }

  private static YamlNode.Fields without(Set<String> keys, YamlNode.Fields fields) {
    Map<String, YamlNode> rest = new LinkedHashMap<>(fields.entries());
    rest.keySet().removeAll(keys);
    return new YamlNode.Fields(fields.place(), rest, fields.keys());
  }

  private @Nullable Reference from(YamlNode.Scalar scalar) {
    String written = scalar.text().strip();
    if (written.startsWith("${") && written.endsWith("}")) {
      written = written.substring(2, written.length() - 1);
    }
    if (written.equals(Each.ROWS)) {
      reading.columns().add(Column.rows(scalar.place()));
      return new Reference(written);
    }
    return new ValueReader(reading).reference(written, scalar);
  }

  private void rejectUnknown(Property target, YamlNode.Fields fields) {
    for (String key : fields.entries().keySet()) {
      if (!target.members().containsKey(key) && !key.equals("when")) {
        reading.add(
            fields.problemAt(
                key,
                LeafReader.name(target) + " has no property '" + key + "'" + hint(target, key)));
      }
    }
  }

  private static String hint(Property target, String key) {
    String near = Nearest.hint(key, target.members().keySet());
    if (!near.isEmpty()) {
      return near;
    }
    Set<String> names = new LinkedHashSet<>();
    for (String path : EventDocument.document().paths()) {
      names.add(path.substring(path.lastIndexOf('.') + 1).replace("[]", ""));
    }
    return Nearest.to(key, names)
        .flatMap(
            name ->
                EventDocument.document().paths().stream()
                    .map(path -> path.replace("[]", ""))
                    .filter(path -> path.equals(name) || path.endsWith("." + name))
                    .findFirst())
        .map(path -> "; did you mean " + path + "?")
        .orElse("; it has " + String.join(", ", target.members().keySet()));
  }
}
