package com.nexway.dmp.adapter.cli;

import com.nexway.dmp.adapter.delivery.OpenLetters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Ends dead letters that nobody needs. */
@Command(
    name = "discard",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Ends dead letters that nobody needs: their files leave dead-letters/, and they are not sent.",
      "Say which: single ones, a kind, a source, or --all."
    },
    footer = {"", "Ends with 1 where there is none."})
final class DiscardLettersCommand implements Callable<Integer> {
  @Mixin private WantedLetters wanted = new WantedLetters();

  @Option(names = "--all", description = "All that are open.")
  private boolean all;

  @Option(names = "--dry-run", description = "Tell how many, and end none.")
  private boolean dryRun;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    if (wanted.isAll() && !all) {
      throw new ParameterException(
          spec.commandLine(),
          "say which are not needed: --kind KIND, --source SOURCE, their numbers, or --all");
    }
    return wanted.with(
        spec,
        (open, store) -> {
          long letters = dryRun ? counted(open) : discarded(open);
          spec.commandLine().getOut().println(letters == 0 ? wanted.none() : words(letters));
          return letters == 0 ? 1 : 0;
        });
  }

  private String words(long letters) {
    return (letters == 1 ? "1 dead letter " : letters + " dead letters ")
        + (dryRun ? "would be" : letters == 1 ? "is" : "are")
        + " discarded.";
  }

  private long counted(OpenLetters open) {
    LetterKinds kinds = new LetterKinds();
    open.each(wanted::takes, kinds::add);
    return kinds.letters();
  }

  private long discarded(OpenLetters open) {
    try {
      return open.discard(wanted::takes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
