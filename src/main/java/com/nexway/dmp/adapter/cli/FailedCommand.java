package com.nexway.dmp.adapter.cli;

import com.nexway.dmp.adapter.camel.CannotStart;
import com.nexway.dmp.adapter.files.Obstacle;
import com.nexway.dmp.adapter.settings.NoHome;
import com.nexway.dmp.adapter.storage.StorageRefused;
import com.nexway.dmp.adapter.storage.StorageUnavailable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/**
 * A command that fails says why in a sentence. A stack trace is for the log: it helps whoever mends
 * the adapter, not a shop owner.
 */
final class FailedCommand implements IExecutionExceptionHandler {
  /** Failures whose message is a sentence for the shop owner already. */
  private static final List<Class<? extends Exception>> EXPECTED =
      List.of(CannotStart.class, Obstacle.class, StorageRefused.class, StorageUnavailable.class);

  private static final int DEEPEST = 20;

  /** As Java words a file that is there and may not be read. */
  private static final Pattern DENIED = Pattern.compile("(.+) \\(Permission denied\\)");

  @Override
  public int handleExecutionException(Exception fault, CommandLine command, ParseResult result) {
    PrintWriter err = command.getErr();
    if (fault instanceof NoHome) {
      err.println(fault.getMessage());
      err.flush();
      return CommandLine.ExitCode.USAGE;
    }
    if (EXPECTED.stream().anyMatch(expected -> expected.isInstance(fault))) {
      err.println(fault.getMessage());
    } else if (denied(fault).isPresent()) {
      err.println(Obstacle.words(denied(fault).get()));
    } else {
      err.println("Something went wrong inside the adapter: " + fault);
      err.println(
          "This is a fault of the program, not of your shop. The details are in "
              + written(fault)
              + ". Please send that file, with what you did and the answer of --version, to whoever"
              + " looks after your adapter.");
    }
    err.flush();
    return CommandLine.ExitCode.SOFTWARE;
  }

  /** What this user may not do with a file, which lies deep in what a library throws. */
  private static Optional<AccessDeniedException> denied(Throwable fault) {
    Throwable cause = fault;
    for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
      if (cause instanceof AccessDeniedException found) {
        return Optional.of(found);
      }
      Matcher told = DENIED.matcher(String.valueOf(cause.getMessage()));
      if (cause instanceof FileNotFoundException && told.matches()) {
        return Optional.of(new AccessDeniedException(told.group(1)));
      }
      cause = cause.getCause();
    }
    return Optional.empty();
  }

  private static String written(Exception fault) {
    if (Logs.file().isPresent()) {
      LoggerFactory.getLogger(FailedCommand.class).error("a command failed", fault);
      return Logs.file().get().toString();
    }
    StringWriter trace = new StringWriter();
    fault.printStackTrace(new PrintWriter(trace));
    try {
      Path file = Files.createTempFile("nexway-dmp-adapter-fault-", ".log");
      return Files.writeString(file, trace.toString()).toString();
    } catch (IOException e) {
      return "the lines that follow (no file can be written: " + e + ")\n" + trace;
    }
  }
}
