package com.nexway.dmp.adapter.cli;

import com.nexway.dmp.adapter.yaml.Nearest;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** A command that was called wrongly says what is wrong and what was most likely meant. */
final class WrongUse implements IParameterExceptionHandler {
  @Override
  public int handleParseException(ParameterException wrong, String[] args) {
    CommandLine command = wrong.getCommandLine();
    CommandSpec spec = command.getCommandSpec();
    command.getErr().println(sentence(wrong, spec));
    if (!spec.subcommands().isEmpty()) {
      command.getErr().println("The commands: " + String.join(", ", spec.subcommands().keySet()));
    }
    command.getErr().println("More: " + spec.qualifiedName() + " --help");
    command.getErr().flush();
    return CommandLine.ExitCode.USAGE;
  }

  private static String sentence(ParameterException wrong, CommandSpec spec) {
    if (!(wrong instanceof UnmatchedArgumentException unmatched)
        || unmatched.getUnmatched().isEmpty()) {
      return spec.qualifiedName() + ": " + wrong.getMessage();
    }
    String word = unmatched.getUnmatched().get(0);
    List<String> known = new ArrayList<>();
    String what = "command";
    if (word.startsWith("-")) {
      what = "option";
      spec.options().forEach(option -> known.addAll(List.of(option.names())));
    } else if (spec.subcommands().isEmpty()) {
      what = "argument";
    } else {
      known.addAll(spec.subcommands().keySet());
    }
    return "%s: there is no %s '%s'%s"
        .formatted(spec.qualifiedName(), what, word, Nearest.hint(word, known));
  }
}
