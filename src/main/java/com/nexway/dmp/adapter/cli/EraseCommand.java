package com.nexway.dmp.adapter.cli;

import com.nexway.dmp.adapter.delivery.LetterFolder;
import com.nexway.dmp.adapter.operations.FileErasure;
import com.nexway.dmp.adapter.outbox.Erased;
import com.nexway.dmp.adapter.outbox.Outbox;
import com.nexway.dmp.adapter.outbox.Person;
import com.nexway.dmp.adapter.settings.Home;
import com.nexway.dmp.adapter.source.csv.CsvSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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
      "That is the outbox, dead letters and their files, what is remembered of the person's",
      "records, and the lines of CSV files that were read (drop/*/.done, .errors). Not reached",
      "is what the DMP has already, files that wait in drop/ (which are told), and earlier backups."
    },
    footer = {"", "Ends with 1 where something is left, which is told with what to do."})
public final class EraseCommand implements Callable<Integer> {
  @Mixin private OpenOutbox outbox = new OpenOutbox();

  @Parameters(paramLabel = "EMAIL", description = "The person's e-mail address.")
  private String email = "";

  @ArgGroup private Suppressing suppressing = new Suppressing();

  @Spec private CommandSpec spec = CommandSpec.create();

  /** One or the other. */
  private static final class Suppressing {
    @Option(
        names = "--suppress",
        description = {
          "Also skip what comes again of this person, from whatever source.",
          "Of the address, only a hash is kept."
        })
    private boolean on;

    @Option(names = "--unsuppress", description = "Let this person in again; nothing is erased.")
    private boolean off;
  }

  @Override
  public Integer call() {
    if (!email.matches("\\S+@\\S+")) {
      throw new ParameterException(
          spec.commandLine(),
          "'%s' is no e-mail address: write the person's address, such as claire@example.com"
              .formatted(email));
    }
    return outbox.withNew(spec, suppressing.off ? this::unsuppress : this::erase);
  }

  private int unsuppress(Outbox store) {
    out()
        .println(
            store.people().unsuppress(person())
                ? "This address is let in again."
                : "This address was not suppressed: it is let in as it was.");
    return 0;
  }

  /** The list first: what comes in meanwhile is skipped, or erased behind it. */
  private int erase(Outbox store) {
    if (suppressing.on) {
      store.people().suppress(person());
    }
    Erased erased = store.people().erase(person());
    int letters = letters(erased);
    FileErasure.Report report = files();
    out()
        .println(
            """
            Erased: %d events, %d dead letters, %d of their files, what was remembered of %d \
            records, %d lines of %d other files."""
                .formatted(
                    erased.events(),
                    erased.deadLetters(),
                    letters,
                    erased.fingerprints(),
                    report.lines(),
                    report.files()));
    int all = erased.events() + erased.deadLetters() + erased.fingerprints();
    if (all + letters + report.files() == 0) {
      out().println("Nothing was kept of this address. Is it spelt as in the shop?");
    }
    if (suppressing.on) {
      out().println("What comes again of this person is skipped; --unsuppress lets them in again.");
    } else if (all + letters + report.files() > 0) {
      out().println("What the shop sends of this person again is taken: --suppress skips it.");
    }
    report.left().forEach(left -> out().println("Not erased: " + left + "."));
    return report.left().isEmpty() ? 0 : 1;
  }

  /** The files of dead letters, and those that a person has mended or sent again. */
  private int letters(Erased erased) {
    Path folder = outbox.home().deadLetters();
    LetterFolder letters = new LetterFolder(folder, Duration.ZERO, Clock.systemUTC());
    try {
      return letters.delete(erased.files()) + letters.erase(person());
    } catch (IOException e) {
      throw new UncheckedIOException("a file in " + folder + " cannot be deleted", e);
    }
  }

  private FileErasure.Report files() {
    Home home = outbox.home();
    List<CsvSettings> sources =
        Configuration.read(home, System.getenv()).sources().good().stream()
            .filter(CsvSettings.class::isInstance)
            .map(CsvSettings.class::cast)
            .toList();
    return FileErasure.of(home.drop(), home.data().resolve("work"), sources, person());
  }

  private Person person() {
    return new Person(email);
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
