package com.nexway.dmp.adapter.cli;

import com.nexway.dmp.adapter.delivery.LetterFolder;
import com.nexway.dmp.adapter.outbox.Erased;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Removes one person from all that the adapter keeps. */
@Command(
    name = "erase",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Removes one person from all that the adapter keeps, and says what was removed.",
      "That is the outbox, dead letters and their files, and what is remembered of the person's",
      "records. Not reached is what the DMP has already, what lies in drop/, and earlier backups."
    })
public final class EraseCommand implements Callable<Integer> {
  @Mixin private OpenOutbox outbox = new OpenOutbox();

  @Parameters(paramLabel = "EMAIL", description = "The person's e-mail address.")
  private String email = "";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    if (!email.matches("\\S+@\\S+")) {
      throw new ParameterException(
          spec.commandLine(),
          "'%s' is no e-mail address: write the person's address, such as claire@example.com"
              .formatted(email));
    }
    return outbox.with(
        spec,
        store -> {
          Erased erased = store.erase(email);
          int files = delete(erased);
          spec.commandLine()
              .getOut()
              .println(
                  "Erased: %d events, %d dead letters, %d files, what was remembered of %d records."
                      .formatted(
                          erased.events(), erased.deadLetters(), files, erased.fingerprints()));
          if (erased.events() + erased.deadLetters() + erased.fingerprints() + files == 0) {
            spec.commandLine()
                .getOut()
                .println("Nothing was kept of this address. Is it spelt as in the shop?");
          }
          return 0;
        });
  }

  /** The files of its dead letters, and those that a person has mended or sent again. */
  private int delete(Erased erased) {
    Path folder = outbox.home().deadLetters();
    LetterFolder letters = new LetterFolder(folder, Duration.ZERO, Clock.systemUTC());
    try {
      return letters.delete(erased.files()) + letters.erase(email);
    } catch (IOException e) {
      throw new UncheckedIOException("a file in " + folder + " cannot be deleted", e);
    }
  }
}
