package com.nexway.dmp.adapter.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Copies the outbox while the adapter runs. */
@Command(
    name = "backup",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Copies the outbox as it is now, also while the adapter runs.",
      "To start from the copy: stop the adapter, delete data/outbox.db-wal and data/outbox.db-shm,",
      "and put the copy in the place of data/outbox.db."
    })
public final class BackupCommand implements Callable<Integer> {
  @Mixin private OpenOutbox outbox = new OpenOutbox();

  @Parameters(paramLabel = "FILE", description = "The file to write; it must not exist.")
  private Path file = Path.of("");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    Path target = file.toAbsolutePath().normalize();
    if (Files.exists(target)) {
      spec.commandLine().getErr().println(target + " exists; name a file that does not");
      return 1;
    }
    return outbox.with(
        spec,
        store -> {
          store.upkeep().backup(target);
          spec.commandLine().getOut().println("The outbox was copied to " + target + ".");
          return 0;
        });
  }
}
