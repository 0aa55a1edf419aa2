package com.nexway.dmp.adapter.cli;

import com.nexway.dmp.adapter.event.Draft;
import com.nexway.dmp.adapter.mapping.Mapping;
import com.nexway.dmp.adapter.mapping.Mappings;
import com.nexway.dmp.adapter.mapping.Preview;
import com.nexway.dmp.adapter.mapping.SuppressedAddresses;
import com.nexway.dmp.adapter.record.SourceRecord;
import com.nexway.dmp.adapter.settings.Home;
import com.nexway.dmp.adapter.settings.SettingsFile;
import com.nexway.dmp.adapter.source.csv.CsvRefused;
import com.nexway.dmp.adapter.yaml.FileProblem;
import com.nexway.dmp.adapter.yaml.Nearest;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Shows what a mapping makes of the records of a file. */
@Command(
    name = "preview",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Shows the events that a mapping makes of the records of a CSV or JSON file: each value with",
      "the column it came from, and what is wrong. Nothing is stored or sent."
    },
    footer = {
      "",
      "Ends with 0 when each record makes an event or is skipped, with 1 when there is something to",
      "mend, and with 2 for a file that cannot be read or wrong use."
    })
public final class PreviewCommand implements Callable<Integer> {
  @Option(names = "--mapping", required = true, paramLabel = "NAME", description = "The mapping.")
  private String mapping = "";

  @Option(
      names = "--input",
      required = true,
      paramLabel = "FILE",
      description =
          "A CSV file, or a .json or .jsonl file: an object, a list, or an object a line.")
  private Path input = Path.of("");

  @Option(
      names = "--group",
      paramLabel = "COLUMN",
      description = "Of a CSV file, the column whose value the lines of one record share.")
  private String group = "";

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "How many records are shown. Default: ${DEFAULT-VALUE}.")
  private int limit = 10;

  @Mixin private HomeOption homeOption = new HomeOption();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Home home = homeOption.home();
    Mappings mappings = Mappings.load(home.mappings(), "mappings");
    Mapping found = mappings.find(mapping).orElse(null);
    if (found == null) {
      return withoutMapping(mappings, out);
    }
    PreviewInput read = read();
    if (read == null) {
      return 2;
    }
    boolean wrong = !read.unreadable().isEmpty();
    read.unreadable().forEach(line -> out.println(line.origin().place() + ": cannot be read"));
    Preview preview = new Preview(found, new SuppressedAddresses(suppressed(home)));
    for (SourceRecord record : read.records()) {
      Preview.Shown shown = preview.of(record);
      wrong |= shown.draft() instanceof Draft.Refused;
      shown.lines().forEach(out::println);
    }
    out.flush();
    return wrong ? 1 : 0;
  }

  /** The merchant's own list, where config/adapter.yaml can be read. */
  private static List<String> suppressed(Home home) {
    return SettingsFile.read(home, System.getenv(), new ArrayList<>())
        .map(settings -> settings.intake().suppressed())
        .orElse(List.of());
  }

  private int withoutMapping(Mappings mappings, PrintWriter out) {
    String file = "mappings/" + mapping + ".yaml";
    List<FileProblem> problems =
        mappings.problems().stream().filter(problem -> problem.file().equals(file)).toList();
    if (problems.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(),
          "there is no mapping " + mapping + Nearest.hint(mapping, mappings.names()));
    }
    problems.forEach(out::println);
    out.flush();
    return 1;
  }

  private @Nullable PreviewInput read() {
    try {
      String name = input.toString().toLowerCase(Locale.ROOT);
      return name.endsWith(".json") || name.endsWith(".jsonl")
          ? PreviewInput.json(input, limit)
          : PreviewInput.csv(input, group, limit);
    } catch (IOException | CsvRefused e) {
      PrintWriter err = spec.commandLine().getErr();
      err.println(input + ": cannot be read: " + e.getMessage());
      err.flush();
      return null;
    }
  }
}
