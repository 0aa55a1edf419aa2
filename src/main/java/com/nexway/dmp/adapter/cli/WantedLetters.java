package com.nexway.dmp.adapter.cli;

import com.nexway.dmp.adapter.delivery.LetterFolder;
import com.nexway.dmp.adapter.delivery.OpenLetters;
import com.nexway.dmp.adapter.outbox.DeadLetter;
import com.nexway.dmp.adapter.outbox.Outbox;
import com.nexway.dmp.adapter.settings.AdapterSettings;
import com.nexway.dmp.adapter.settings.Home;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which dead letters a command is about. */
final class WantedLetters {
  @Mixin private OpenOutbox outbox = new OpenOutbox();

  @Parameters(
      paramLabel = "WHICH",
      arity = "0..*",
      description = "Single ones: the number of a dead letter, or an order's.")
  private List<String> which = new ArrayList<>();

  @Option(names = "--source", paramLabel = "SOURCE", description = "Those of one source.")
  private String source = "";

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      description = "Those of one kind, as list names it; may be given more than once.")
  private List<String> kinds = new ArrayList<>();

  /** Something that is done with all that are open. */
  @FunctionalInterface
  interface Work {
    int with(OpenLetters open, Outbox store);
  }

  int with(CommandSpec spec, Work work) {
    return outbox.with(spec, (store, settings) -> work.with(open(store, settings), store));
  }

  private OpenLetters open(Outbox store, AdapterSettings settings) {
    return new OpenLetters(
        store.letters(),
        new LetterFolder(
            home().deadLetters(), settings.retention().deadLetters(), Clock.systemUTC()));
  }

  Home home() {
    return outbox.home();
  }

  boolean takes(DeadLetter letter) {
    return (source.isEmpty() || source.equals(letter.source()))
        && (kinds.isEmpty() || kinds.contains(letter.kind().name()))
        && (which.isEmpty() || which.stream().anyMatch(word -> is(letter, word)));
  }

  private static boolean is(DeadLetter letter, String word) {
    String key = letter.key();
    return word.equals(Long.toString(letter.id()))
        || key != null && (key.equals(word) || key.endsWith(":" + word));
  }

  /** Whether they were chosen one by one, or by what is wrong with them. */
  boolean isChosen() {
    return !which.isEmpty() || !kinds.isEmpty();
  }

  /** Whether all that are open are meant. */
  boolean isAll() {
    return !isChosen() && source.isEmpty();
  }

  /** What is said where none is wanted that is open. */
  String none() {
    return isAll()
        ? "No dead letter is open."
        : "No open dead letter is like that: dead-letters list shows those that are open.";
  }
}
