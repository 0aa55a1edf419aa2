package com.nexway.dmp.adapter.cli;

import com.nexway.dmp.adapter.outbox.Erased;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
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
    return outbox.with(
        spec,
        store -> {
          Erased erased = store.erase(email);
          erased.files().forEach(this::delete);
          PrintWriter out = spec.commandLine().getOut();
          out.println(
              "Erased: %d events, %d dead letters, %d files, what was remembered of %d records."
                  .formatted(
                      erased.events(),
                      erased.deadLetters(),
                      erased.files().size(),
                      erased.fingerprints()));
          return 0;
        });
  }

  private void delete(String file) {
    try {
      Files.deleteIfExists(outbox.home().deadLetters().resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException("dead-letters/" + file + " cannot be deleted", e);
    }
  }
}
