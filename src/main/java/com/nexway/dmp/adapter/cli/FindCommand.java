package com.nexway.dmp.adapter.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.nexway.dmp.adapter.outbox.Count;
import com.nexway.dmp.adapter.outbox.Counted;
import com.nexway.dmp.adapter.outbox.Found;
import com.nexway.dmp.adapter.outbox.Outbox;
import com.nexway.dmp.adapter.settings.AdapterSettings;
import com.nexway.dmp.adapter.settings.Home;
import com.nexway.dmp.adapter.source.SourceSettings;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Where one order, customer or licence is. */
@Command(
    name = "find",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Says where an order, a customer or a licence is, a line for each thing that is known of it.",
      "It reads the outbox, whether the adapter runs or not. The number of an order finds it in each",
      "shop; an e-mail address finds all that is known of the person."
    },
    footer = {"", "Ends with 1 where nothing is found."})
public final class FindCommand implements Callable<Integer> {
  /** Lines that are shown. */
  private static final int MOST = 50;

  @Mixin private OpenOutbox outbox = new OpenOutbox();

  @Parameters(
      paramLabel = "KEY",
      description = "An order's number (or order:NUMBER), an e-mail address or a licence key.")
  private String words = "";

  @Option(names = "--json", description = "Answer as JSON, for programs.")
  private boolean json;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    if (words.isBlank()) {
      throw new ParameterException(
          spec.commandLine(), "write what is looked for, such as 100123 or claire@example.com");
    }
    return outbox.with(spec, this::find);
  }

  private int find(Outbox store, AdapterSettings settings) {
    List<Found> found = store.find(words);
    FoundLines lines = new FoundLines(settings.delivery().perSecond(), Clock.systemDefaultZone());
    if (json) {
      ArrayNode all = JsonNodeFactory.instance.arrayNode();
      found.forEach(each -> all.add(lines.json(each)));
      out().println(all);
    } else if (found.isEmpty()) {
      out().println(nothing(settings, unread(store)));
    } else {
      found.stream().limit(MOST).map(lines::line).forEach(out()::println);
      if (found.size() > MOST) {
        out().println("And %d more; --json shows them.".formatted(found.size() - MOST));
      }
    }
    return found.isEmpty() ? 1 : 0;
  }

  private String nothing(AdapterSettings settings, Set<String> unread) {
    String sources =
        unread.isEmpty() ? "" : " Nothing was read yet of: " + String.join(", ", unread) + ".";
    return """
    Nothing is known of '%s'. Looked at: what waits, what was sent in the last %d days or is known \
    to be unchanged, dead letters, and what was skipped. Write the number as the shop shows it, \
    the customer's e-mail address, or a licence.%s"""
        .formatted(words, settings.retention().delivered().toDays(), sources);
  }

  private Set<String> unread(Outbox store) {
    Set<String> read =
        store.counts().stream()
            .filter(count -> count.what() == Counted.READ && count.number() > 0)
            .map(Count::source)
            .collect(Collectors.toSet());
    Home home = outbox.home();
    return Configuration.read(home, System.getenv()).sources().good().stream()
        .map(SourceSettings::name)
        .filter(source -> !read.contains(source))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
