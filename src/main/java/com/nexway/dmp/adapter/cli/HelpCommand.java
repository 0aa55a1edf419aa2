package com.nexway.dmp.adapter.cli;

import com.nexway.dmp.adapter.settings.Manual;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells what can be set, or what can be done. */
@Command(
    name = "help",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Tells what a setting or a parameter of a source means, or lists the commands.",
    footer = {
      "",
      "A KEY is one of config/adapter.yaml, such as dmp.per-second, or a parameter of a source,",
      "such as csv.files. dmp, outbox, csv, database and the like tell all of theirs.",
      "",
      "Exit code: 0 told, 2 there is no such key or command."
    })
public final class HelpCommand implements Callable<Integer> {
  @Parameters(
      arity = "0..1",
      paramLabel = "KEY",
      description = "A key, a parameter or a command; without one, the commands are listed.")
  private String key = "";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    CommandLine program = spec.parent().commandLine();
    PrintWriter out = spec.commandLine().getOut();
    CommandLine command = key.isEmpty() ? program : program.getSubcommands().get(key);
    List<String> told = Manual.about(key);
    if (!told.isEmpty()) {
      told.forEach(out::println);
    } else if (command != null) {
      command.usage(out);
    } else {
      throw new ParameterException(
          spec.commandLine(), "there is no key '" + key + "'" + Manual.hint(key));
    }
    out.flush();
    return ExitCode.OK;
  }
}
