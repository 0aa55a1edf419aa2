package com.nexway.dmp.adapter.cli;

import com.nexway.dmp.adapter.outbox.Paused;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lets a paused source's events go on. */
@Command(
    name = "resume",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Lets the events of a paused source go on.",
      "A source is paused when too many of its events were refused in a row. Mend its mapping first;",
      "what is in the outbox already is sent as it is."
    })
public final class ResumeCommand implements Callable<Integer> {
  @Mixin private OpenOutbox outbox = new OpenOutbox();

  @Parameters(paramLabel = "SOURCE", description = "The source's name.")
  private String source = "";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    return outbox.with(
        spec,
        store -> {
          List<String> paused = store.paused().stream().map(Paused::source).toList();
          if (!paused.contains(source)) {
            spec.commandLine()
                .getErr()
                .println(
                    "The source '%s' is not paused; paused: %s"
                        .formatted(source, paused.isEmpty() ? "none" : String.join(", ", paused)));
            return 1;
          }
          store.resume(source);
          spec.commandLine().getOut().println("The source " + source + " is delivered again.");
          return 0;
        });
  }
}
