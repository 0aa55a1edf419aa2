package com.nexway.dmp.adapter.cli;

import com.nexway.dmp.adapter.cli.Sample.Wanted;
import com.nexway.dmp.adapter.mapping.Mapping;
import com.nexway.dmp.adapter.settings.Home;
import com.nexway.dmp.adapter.source.csv.CsvRefused;
import com.nexway.dmp.adapter.source.csv.CsvSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what a mapping makes of records, before anything is sent. */
@Command(
    name = "preview",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    customSynopsis = {
      "nexway-dmp-adapter preview SOURCE [--input FILE] [--changed] [--limit N] [--home DIR]",
      "       nexway-dmp-adapter preview --mapping NAME --input FILE [--group COLUMN]",
      "                                  [--charset NAME] [--delimiter WORD] [--changed] [--limit N]",
      "                                  [--home DIR]"
    },
    description = {
      "Shows the events that a mapping makes of real records.",
      "Each value is shown with the column it came from, and what is wrong. Nothing is stored or sent, and no file or place is moved.",
      "",
      "The records are those of a source: the file in its drop folder that is read next, or else the",
      "one that was read last; of a database, those that changed last. With --input they are those",
      "of a file, read as the source reads, or by --mapping alone."
    },
    footer = {
      "",
      "The last line counts the records that were shown. _meta.dataAcquisitionTime is not shown unless",
      "the mapping has it: by itself it is the moment at which an event is stored.",
      "",
      "Ends with 0 when each record makes an event or is skipped. Ends with 1 when one makes none, with",
      "--changed also one that made none before, when a column is missing, or, with --changed, when the",
      "mapping's examples do not hold; and with 2 for an --input that cannot be read or wrong use."
    })
public final class PreviewCommand implements Callable<Integer> {
  private static final int SHOWN = 10;
  private static final int COMPARED = 1_000;

  /** Records are counted as far as this: a moment's work. */
  private static final int COUNTED = 20_000;

  private static final int MOST = 100_000;

  @Parameters(
      arity = "0..1",
      paramLabel = "SOURCE",
      description = "The source, a file in routes/sources/ without .yaml.")
  private String source = "";

  @Option(
      names = "--mapping",
      paramLabel = "NAME",
      description = "Instead of a source, a file in mappings/ without .yaml.")
  private String mapping = "";

  @Option(
      names = "--input",
      paramLabel = "FILE",
      description = {
        "The file with the records: CSV, or .json or .jsonl (an object, a list, "
            + "or an object a line). For a webhook, what the shop sent."
      })
  private @Nullable Path input;

  @Option(
      names = "--group",
      paramLabel = "COLUMN",
      description = "With --mapping and CSV, the column whose value the lines of one record share.")
  private String group = "";

  @Option(
      names = "--charset",
      paramLabel = "NAME",
      description = "With --mapping and CSV, its character set, such as windows-1252; else UTF-8.")
  private String charset = "";

  @Option(
      names = "--delimiter",
      paramLabel = "WORD",
      description = {
        "With --mapping and CSV, what stands between its columns: comma, semicolon, tab or pipe; "
            + "else its header tells."
      })
  private String delimiter = "";

  @Option(
      names = "--changed",
      description = {
        "Shows only what the mapping makes differently from the one that run used last; "
            + "over the last records, of a drop folder those of the file that was read last."
      })
  private boolean changed;

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "How many records, 1 to 100000. Default: 10, and with --changed 1000.")
  private @Nullable Integer limit;

  @Mixin private HomeOption homeOption = new HomeOption();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    try {
      refuseWrongUse();
      Home home = homeOption.home();
      PreviewSubject subject =
          source.isEmpty()
              ? PreviewSubject.ofMapping(home, mapping, System.getenv())
              : PreviewSubject.ofSource(home, source, System.getenv());
      PreviewReport report = new PreviewReport(subject.mapping(), subject.suppressed(), out);
      boolean right;
      if (changed) {
        Mapping last = new UsedMappings(home).find(subject.mapping().name());
        right = report.changes(sample(home, subject), last);
      } else {
        right = report.events(sample(home, subject));
      }
      out.flush();
      return right ? 0 : 1;
    } catch (CannotPreview e) {
      if (e.isCalledWrongly()) {
        throw new ParameterException(spec.commandLine(), e.getMessage(), e);
      }
      spec.commandLine().getErr().println(e.getMessage());
      spec.commandLine().getErr().flush();
      return 1;
    }
  }

  private void refuseWrongUse() throws CannotPreview {
    String wrong = null;
    if (!source.isEmpty() && !mapping.isEmpty()) {
      wrong = "name a source or --mapping, not both: a source has its mapping";
    } else if (source.isEmpty() && mapping.isEmpty()) {
      wrong = "name a source, or --mapping NAME and --input FILE";
    } else if (source.isEmpty() && input == null) {
      wrong = "--mapping needs --input FILE; or name a source in its place";
    } else if (!source.isEmpty() && !(charset + delimiter).isEmpty()) {
      wrong = "--charset and --delimiter go with --mapping: a source says itself how it is written";
    } else if (!group.isEmpty() && !source.isEmpty()) {
      wrong = "--group goes with --mapping: a source says itself which lines are one record";
    } else if (!group.isEmpty() && new SampleFile(input, "").isJson()) {
      wrong = "--group is for CSV: what is one record in JSON is one object";
    } else if (limit != null && (limit < 1 || limit > MOST)) {
      wrong = "--limit is a number from 1 to " + MOST + ", and this is " + limit;
    }
    if (wrong != null) {
      throw CannotPreview.calledWrongly(wrong);
    }
  }

  private Sample sample(Home home, PreviewSubject subject) throws CannotPreview {
    Wanted wanted =
        new Wanted(limit == null ? changed ? COMPARED : SHOWN : limit, changed, COUNTED);
    if (input == null) {
      return new SourceSample(home, subject.settings(), wanted).of(subject.source());
    }
    SampleFile file = new SampleFile(input, input.toString());
    if (subject.source() == null
        && group.isEmpty()
        && subject.mapping().readsRows()
        && !file.isJson()) {
      throw CannotPreview.calledWrongly(
          "the mapping has each: rows, so add --group COLUMN: " + RowsCheck.GROUP);
    }
    try {
      return subject.source() == null
          ? file.anyhow(written(), wanted)
          : file.as(subject.source(), wanted);
    } catch (NoSuchFileException e) {
      throw CannotPreview.calledWrongly(input + ": cannot be read: there is no such file");
    } catch (IOException | CsvRefused e) {
      throw CannotPreview.calledWrongly(input + ": cannot be read: " + e.getMessage());
    }
  }

  /** How a file of CSV is written, as the options say. */
  private CsvSettings written() throws CannotPreview {
    try {
      return CsvSettings.anyhow(group, charset, delimiter);
    } catch (IllegalArgumentException e) {
      String option = e.getMessage().contains("character set") ? "--charset " : "--delimiter ";
      throw CannotPreview.calledWrongly(option + e.getMessage());
    }
  }
}
