package com.nexway.dmp.adapter.cli;

import com.nexway.dmp.adapter.settings.AdapterSettings;
import com.nexway.dmp.adapter.settings.Home;
import com.nexway.dmp.adapter.source.SourceSettings;
import com.nexway.dmp.adapter.yaml.FileProblem;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Reads all that the merchant wrote and tells everything that is wrong with it. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Tells everything that is wrong with settings, mappings and sources.",
      "It reads config/adapter.yaml, mappings/ and routes/sources/, and runs the mappings' examples;",
      "each problem is told with file, line and column. Nothing is started, stored or sent."
    },
    footer = {"", "Ends with 0 when all is right, with 1 when there is something to mend."})
public final class CheckCommand implements Callable<Integer> {
  @Option(
      names = "--connect",
      description = {
        "Also asks whether outbox and databases answer, and whether each query and each CSV file "
            + "in drop/ has the columns that its mapping reads; a page of each query is read as "
            + "a run reads it, and what a run would meet is told. Nothing is changed."
      })
  private boolean connect;

  @Mixin private HomeOption homeOption = new HomeOption();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    Home home = homeOption.home();
    Configuration configuration = Configuration.read(home, System.getenv());
    List<FileProblem> problems = new ArrayList<>(configuration.problems());
    AdapterSettings settings = configuration.settings();
    PrintWriter out = spec.commandLine().getOut();
    if (settings != null) {
      problems.addAll(OutboxCheck.ask(settings, connect));
    }
    if (connect && settings != null) {
      Connections.Found found = Connections.ask(configuration, settings);
      found.remarks().forEach(out::println);
      problems.addAll(found.problems());
    }
    configuration.risks().forEach(risk -> out.println("warning: " + risk));
    problems.forEach(out::println);
    out.println(lastLine(configuration, problems.size()));
    out.flush();
    return problems.isEmpty() ? 0 : 1;
  }

  private static String lastLine(Configuration configuration, int problems) {
    if (problems > 0) {
      return (problems == 1 ? "1 thing" : problems + " things") + " to mend.";
    }
    List<String> mappings = configuration.mappings().names().stream().sorted().toList();
    List<String> sources =
        configuration.sources().good().stream().map(SourceSettings::name).toList();
    return "All is right in %s: %s, %s."
        .formatted(
            configuration.home().folder(),
            counted(mappings, "mapping"),
            sources.isEmpty()
                ? "no source yet (each is a file in routes/sources/)"
                : counted(sources, "source"));
  }

  private static String counted(List<String> names, String word) {
    return "%d %s%s%s"
        .formatted(
            names.size(),
            word,
            names.size() == 1 ? "" : "s",
            names.isEmpty() ? "" : " (" + String.join(", ", names) + ")");
  }
}
