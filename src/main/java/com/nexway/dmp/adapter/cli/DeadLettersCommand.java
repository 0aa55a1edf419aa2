package com.nexway.dmp.adapter.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What could not be sent, and what is to become of it. */
@Command(
    name = "dead-letters",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "What could not be sent: lists it by kind, shows it, sends it again, or ends it.",
      "Where many records have one problem, mend the mapping (or the record in the shop), then",
      "retry: their records are mapped once more, and those that are right now are sent."
    },
    footer = {"", "It works whether the adapter runs or not."},
    subcommands = {
      ListLettersCommand.class,
      ShowLettersCommand.class,
      RetryLettersCommand.class,
      DiscardLettersCommand.class
    })
public final class DeadLettersCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "write what is to be done: list, show, retry or discard");
  }
}
