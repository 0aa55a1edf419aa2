package com.nexway.dmp.adapter.yaml;

import com.nexway.dmp.adapter.files.Obstacle;
import com.nexway.dmp.adapter.files.Utf8;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.schema.JsonSchema;

/** Reads YAML into nodes that know their place; what is wrong is told, not thrown. */
public final class YamlFile {
  /** Longest file that is read, in bytes. */
  public static final int LIMIT = 1 << 20;

  /** Deepest nesting that is read. */
  public static final int DEEPEST = 50;

  /** Most values that are read; an alias counts as often as it is used. */
  public static final int MOST = 100_000;

  private final String name;
  private final List<FileProblem> problems;
  private int count;

  private YamlFile(String name, List<FileProblem> problems) {
    this.name = name;
    this.problems = problems;
  }

  /**
   * Reads a file.
   *
   * @param file the file
   * @param name its path as the merchant knows it, for messages
   * @param problems what is wrong with it is added here
   * @return its content; empty where it cannot be read, or holds nothing
   */
  public static Optional<YamlNode> read(Path file, String name, List<FileProblem> problems) {
    try {
      return parse(Utf8.read(file, LIMIT), name, problems);
    } catch (NoSuchFileException e) {
      problems.add(new FileProblem(name, 1, 1, "there is no such file"));
    } catch (Utf8.NotText e) {
      problems.add(new FileProblem(name, e.line(), 1, "the file is not UTF-8; save it as UTF-8"));
    } catch (Utf8.TooLong e) {
      problems.add(new FileProblem(name, 1, 1, String.valueOf(e.getMessage())));
    } catch (IOException e) {
      problems.add(new FileProblem(name, 1, 1, Obstacle.at(file, e).getMessage()));
    }
    return Optional.empty();
  }

  /** Reads YAML text; parameters as for {@link #read}. */
  public static Optional<YamlNode> parse(String text, String name, List<FileProblem> problems) {
    LoadSettings settings =
        LoadSettings.builder()
            .setLabel(name)
            .setSchema(new JsonSchema())
            .setAllowDuplicateKeys(true)
            .setCodePointLimit(LIMIT)
            .build();
    try {
      Optional<Node> root = new Compose(settings).composeString(text);
      return root.map(node -> new YamlFile(name, problems).whole(node));
    } catch (MarkedYamlEngineException e) {
      Mark mark = e.getProblemMark().orElse(null);
      FileProblem comment = mark == null ? null : Comments.swallowing(text, name, mark.getLine());
      problems.add(
          comment != null
              ? comment
              : new FileProblem(
                  name,
                  mark == null ? 1 : mark.getLine() + 1,
                  mark == null ? 1 : mark.getColumn() + 1,
                  inWords(e.getProblem())));
    } catch (YamlEngineException e) {
      problems.add(new FileProblem(name, 1, 1, "this is not YAML: " + e.getMessage()));
    }
    return Optional.empty();
  }

  private static String inWords(String problem) {
    if (problem.contains("'\\t")) {
      return "a tab stands here: indent with spaces";
    }
    String words = "this is not YAML: " + problem;
    return problem.startsWith("mapping values are not allowed")
        ? words + "; a text that holds ': ' needs quotes, and keys of one map the same indentation"
        : words;
  }

  private YamlNode whole(Node root) {
    YamlNode read = node(root, 1);
    if (count > MOST) {
      String message = "the file holds more than %d values, counting those that aliases repeat";
      problems.add(new FileProblem(name, 1, 1, message.formatted(MOST)));
    }
    return read;
  }

  private YamlNode node(Node node, int depth) {
    YamlNode.Place place = place(node);
    if (++count > MOST) {
      return new YamlNode.Scalar(place, "", false);
    }
    if (depth > DEEPEST) {
      problems.add(new FileProblem(name, place.line(), place.column(), "nested too deeply"));
      return new YamlNode.Scalar(place, "", false);
    }
    if (node instanceof ScalarNode scalar) {
      return new YamlNode.Scalar(
          place, scalar.getValue(), scalar.getScalarStyle() != ScalarStyle.PLAIN);
    }
    if (node instanceof SequenceNode sequence) {
      List<YamlNode> items = new ArrayList<>();
      for (Node item : sequence.getValue()) {
        items.add(node(item, depth + 1));
      }
      return new YamlNode.Items(place, items);
    }
    return fields((MappingNode) node, place, depth);
  }

  private YamlNode fields(MappingNode mapping, YamlNode.Place place, int depth) {
    Map<String, YamlNode> entries = new LinkedHashMap<>();
    Map<String, YamlNode.Place> keys = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      YamlNode.Place at = place(tuple.getKeyNode());
      if (!(tuple.getKeyNode() instanceof ScalarNode scalar)) {
        problems.add(new FileProblem(name, at.line(), at.column(), "a key must be a word"));
        continue;
      }
      String key = scalar.getValue();
      if (keys.containsKey(key)) {
        problems.add(
            new FileProblem(
                name,
                at.line(),
                at.column(),
                "'" + key + "' stands here twice; the first is in line " + keys.get(key).line()));
        continue;
      }
      keys.put(key, at);
      entries.put(key, node(tuple.getValueNode(), depth + 1));
    }
    return new YamlNode.Fields(place, entries, keys);
  }

  private YamlNode.Place place(Node node) {
    Mark mark = node.getStartMark().orElse(null);
    return mark == null
        ? new YamlNode.Place(name, 1, 1)
        : new YamlNode.Place(name, mark.getLine() + 1, mark.getColumn() + 1);
  }
}
