package com.nexway.dmp.adapter.cli;

import com.nexway.dmp.adapter.event.EventFile;
import com.nexway.dmp.adapter.event.Validator;
import com.nexway.dmp.adapter.text.OneLine;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks ready Event JSON against the document, without sending it. */
@Command(
    name = "validate",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Checks ready Event JSON against the Event document; nothing is sent.",
    footer = {
      "",
      "A file holds one event, a list of events, or an event a line (JSON lines), in UTF-8.",
      "Of a dead letter, a file in dead-letters/, its \"event\" is checked.",
      "Each problem is a line, FILE: /json/pointer: what is wrong. An event with warnings alone is",
      "sent; one with an error is not, for the DMP is known to refuse it.",
      "",
      "Exit code: 0 no errors, 1 at least one error, 2 a file that cannot be read or wrong use."
    })
public final class ValidateCommand implements Callable<Integer> {
  /** Most characters of a path that are shown. */
  private static final int LONGEST = 1_000;

  private static final String STDIN = "-";

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "A file of Event JSON; - reads it from standard input.")
  private List<String> files = List.of();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    Validator validator = new Validator();
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    int exit = ExitCode.OK;
    for (String file : files) {
      try (InputStream in = open(file)) {
        String name = file.equals(STDIN) ? "standard input" : OneLine.of(file, LONGEST);
        EventFile.Summary summary = EventFile.check(name, in, validator, out::println);
        out.flush();
        err.println(name + ": " + told(summary));
        exit = summary.wrong() > 0 ? Math.max(exit, ExitCode.SOFTWARE) : exit;
      } catch (IOException | InvalidPathException e) {
        err.println(OneLine.of(file, LONGEST) + ": cannot be read: " + reason(e));
        exit = ExitCode.USAGE;
      }
      err.flush();
    }
    return exit;
  }

  private static InputStream open(String file) throws IOException {
    return file.equals(STDIN) ? System.in : Files.newInputStream(Path.of(file));
  }

  private static String told(EventFile.Summary summary) {
    String events = summary.events() == 1 ? "1 event" : summary.events() + " events";
    return events
        + ", "
        + summary.wrong()
        + " with errors, "
        + summary.doubtful()
        + " with warnings alone"
        + (summary.letters() == 0 ? "" : "; of a dead letter its \"event\" was checked");
  }

  private static String reason(Exception e) {
    return e instanceof NoSuchFileException ? "there is no such file" : e.getMessage();
  }
}
