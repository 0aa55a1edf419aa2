package com.nexway.dmp.adapter.cli;

import com.nexway.dmp.adapter.delivery.OpenLetters;
import com.nexway.dmp.adapter.outbox.DeadLetter;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** All that is known of dead letters. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "What a dead letter holds: why, the record, the event, and what the DMP answered.",
      "It shows personal data, as the file in dead-letters/ does."
    },
    footer = {"", "Ends with 1 where there is none."})
final class ShowLettersCommand implements Callable<Integer> {
  @Mixin private WantedLetters wanted = new WantedLetters();

  @Option(
      names = "--most",
      paramLabel = "N",
      defaultValue = "1",
      description = "How many are shown where there are several (${DEFAULT-VALUE}).")
  private int most = 1;

  @Spec private CommandSpec spec = CommandSpec.create();

  /** Prints the first ones, and counts the others. */
  private final class Showing implements Consumer<DeadLetter> {
    private int letters;

    @Override
    public void accept(DeadLetter letter) {
      if (++letters <= most) {
        out().print(OpenLetters.text(letter));
      }
    }
  }

  @Override
  public Integer call() {
    return wanted.with(
        spec,
        (open, store) -> {
          Showing showing = new Showing();
          open.each(wanted::takes, showing);
          if (showing.letters == 0) {
            out().println(wanted.none());
          } else if (showing.letters > most) {
            spec.commandLine()
                .getErr()
                .println("And %d more; --most shows more.".formatted(showing.letters - most));
          }
          return showing.letters == 0 ? 1 : 0;
        });
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
