package com.nexway.dmp.adapter.cli;

import com.nexway.dmp.adapter.camel.TodaysMappings;
import com.nexway.dmp.adapter.delivery.OpenLetters;
import com.nexway.dmp.adapter.delivery.RecordsAgain;
import com.nexway.dmp.adapter.delivery.Retried;
import com.nexway.dmp.adapter.mapping.Mapper;
import com.nexway.dmp.adapter.mapping.SecretColumns;
import com.nexway.dmp.adapter.mapping.SuppressedAddresses;
import com.nexway.dmp.adapter.outbox.DeadLetter;
import com.nexway.dmp.adapter.outbox.DeadLetter.Reason;
import com.nexway.dmp.adapter.outbox.Outbox;
import com.nexway.dmp.adapter.outbox.Paused;
import com.nexway.dmp.adapter.settings.SourceFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Sends dead letters again as today's mapping makes them. */
@Command(
    name = "retry",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Maps the records of dead letters once more by the mappings as they are now, and sends those",
      "that are right. What was right and the DMP refused goes as it was, and so only where it is",
      "named: by --kind or by its number."
    },
    footer = {"", "Ends with 0 where none of them stays open, else with 1."})
final class RetryLettersCommand implements Callable<Integer> {
  private static final int PROGRESS = 10_000;

  @Mixin private WantedLetters wanted = new WantedLetters();

  @Option(names = "--dry-run", description = "Tell how many would pass, and send none.")
  private boolean dryRun;

  @Spec private CommandSpec spec = CommandSpec.create();

  private long looked;
  private long unnamed;

  @Override
  public Integer call() {
    return wanted.with(spec, this::retry);
  }

  private int retry(OpenLetters open, Outbox store) {
    RecordsAgain records = records();
    try {
      Retried retried = dryRun ? open.tried(this::takes, records) : open.send(this::takes, records);
      print(retried, store);
      return retried.reasons().isEmpty() && retried.all() > 0 ? 0 : 1;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** By the files as they are now; what is wrong with them is told. */
  private RecordsAgain records() {
    Configuration now = Configuration.read(wanted.home(), System.getenv());
    PrintWriter err = spec.commandLine().getErr();
    now.mappings().problems().forEach(err::println);
    now.examples().forEach(err::println);
    for (SourceFile source : now.sources().bad()) {
      source.problems().forEach(err::println);
    }
    List<String> suppressed =
        now.settings() == null ? List.of() : now.settings().intake().suppressed();
    return new TodaysMappings(
        now.sources().good(),
        new Mapper(now.mappings(), new SuppressedAddresses(suppressed)),
        new SecretColumns(now.mappings()));
  }

  private boolean takes(DeadLetter letter) {
    if (!wanted.takes(letter)) {
      return false;
    }
    if (letter.reason() != Reason.INVALID && !wanted.isChosen()) {
      unnamed++;
      return false;
    }
    if (++looked % PROGRESS == 0) {
      spec.commandLine().getErr().println(looked + " dead letters looked at …");
    }
    return true;
  }

  private void print(Retried retried, Outbox store) {
    PrintWriter out = spec.commandLine().getOut();
    if (retried.all() == 0) {
      out.println(unnamed == 0 ? wanted.none() : "No dead letter is open that a mapping refused.");
    } else {
      out.println(
          "%d of %d dead letters %s."
              .formatted(
                  retried.right(),
                  retried.all(),
                  dryRun ? "would now pass" : "are on their way to the DMP"));
    }
    for (Map.Entry<String, Long> reason : retried.reasons().entrySet()) {
      out.println("  %d %s: %s".formatted(reason.getValue(), stay(), reason.getKey()));
    }
    if (unnamed > 0) {
      out.println(
          """
          %d more were right, and not taken by the DMP, or could not be read: dead-letters list \
          tells why. They go as they were where you name their --kind."""
              .formatted(unnamed));
    }
    if (retried.right() > 0 && !dryRun) {
      after(store, out);
    }
  }

  private String stay() {
    return dryRun ? "would stay open" : "stay open";
  }

  private static void after(Outbox store, PrintWriter out) {
    for (Paused paused : store.paused()) {
      out.println(
          "The source %1$s is paused: what is sent of it waits until: resume %1$s"
              .formatted(paused.source()));
    }
    out.println(
        """
        Where a mapping was edited, restart the adapter: until then it maps new records as it did \
        when it started.""");
  }
}
