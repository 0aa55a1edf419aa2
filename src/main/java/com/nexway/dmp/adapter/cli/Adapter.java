package com.nexway.dmp.adapter.cli;

import java.nio.charset.Charset;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program: a word for each thing that it can do. */
@Command(
    name = "nexway-dmp-adapter",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    description =
        "Feeds the Nexway DMP from a shop's database, CSV exports and webhooks, and loses nothing.",
    footer = {
      "",
      "help KEY tells what a key of config/adapter.yaml or a parameter of a source means. Each",
      "command tells more with --help. They end with 0 when all is fine, with 1 when there is",
      "something to mend, and with 2 when they were called wrongly."
    },
    subcommands = {
      RunCommand.class,
      DemoCommand.class,
      CheckCommand.class,
      PreviewCommand.class,
      ValidateCommand.class,
      SandboxCommand.class,
      AccountCommand.class,
      FindCommand.class,
      DeadLettersCommand.class,
      BackupCommand.class,
      EraseCommand.class,
      ResumeCommand.class,
      HelpCommand.class
    })
public final class Adapter implements Runnable {
  /** The Java from which on each use of its inner side, as Netty's of memory, is warned of. */
  private static final int WARNS_OF_UNSAFE = 24;

  @Spec private CommandSpec spec = CommandSpec.create();

  /** Runs a command and ends the process with its exit code. */
  public static void main(String[] args) {
    if (Runtime.version().feature() >= WARNS_OF_UNSAFE) {
      System.setProperty("io.netty.noUnsafe", "true"); // Netty does without it there
    }
    Charset charset = Terminal.charset();
    System.exit(
        commandLine()
            .setOut(Terminal.on(System.out, charset))
            .setErr(Terminal.on(System.err, charset))
            .execute(args));
  }

  /** The commands, with what they do when they are called wrongly or fail. */
  static CommandLine commandLine() {
    return new CommandLine(new Adapter())
        .setUsageHelpWidth(100)
        // Bold words would be escaped as a stranger's are.
        .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(new WrongUse())
        .setExecutionExceptionHandler(new FailedCommand());
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "no command was given");
  }
}
