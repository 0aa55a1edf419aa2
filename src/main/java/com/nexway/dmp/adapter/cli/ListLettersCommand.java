package com.nexway.dmp.adapter.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.nexway.dmp.adapter.outbox.LetterKind;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The open dead letters by kind. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "The open dead letters by kind, the largest first.",
    footer = {"", "Ends with 1 where any is open, for there is something to mend."})
final class ListLettersCommand implements Callable<Integer> {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  @Mixin private WantedLetters wanted = new WantedLetters();

  @Option(names = "--json", description = "Answer as JSON, for programs.")
  private boolean json;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    return wanted.with(
        spec,
        (open, store) -> {
          LetterKinds kinds = new LetterKinds();
          open.each(wanted::takes, kinds::add);
          if (json) {
            out().println(json(kinds));
          } else {
            print(kinds);
          }
          return kinds.letters() == 0 ? 0 : 1;
        });
  }

  private void print(LetterKinds kinds) {
    if (kinds.letters() == 0) {
      out().println(wanted.none());
      return;
    }
    for (LetterKinds.Group group : kinds.groups()) {
      LetterKind kind = group.kind();
      out()
          .printf(
              "%d of %s, kind %s, %s%s%n    %s%n",
              group.letters(),
              kind.source(),
              kind.name(),
              shown(group.first()),
              group.letters() == 1 ? "" : " to " + shown(group.last()),
              kind.words());
    }
    out().println();
    out()
        .println(
            """
            Look at one of a kind: dead-letters show --kind KIND. Mend the mapping, or the record in \
            the shop; then dead-letters retry --dry-run tells how many would pass.""");
  }

  private static String shown(Instant time) {
    return TIME.format(time.atZone(ZoneId.systemDefault()));
  }

  private static ArrayNode json(LetterKinds kinds) {
    ArrayNode all = JsonNodeFactory.instance.arrayNode();
    for (LetterKinds.Group group : kinds.groups()) {
      all.addObject()
          .put("kind", group.kind().name())
          .put("source", group.kind().source())
          .put("reason", group.kind().reason().toString())
          .put("words", group.kind().words())
          .put("letters", group.letters())
          .put("first", group.first().toString())
          .put("last", group.last().toString());
    }
    return all;
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
