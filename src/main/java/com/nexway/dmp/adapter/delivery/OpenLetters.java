package com.nexway.dmp.adapter.delivery;

import com.nexway.dmp.adapter.outbox.DeadLetter;
import com.nexway.dmp.adapter.outbox.Letters;
import com.nexway.dmp.adapter.outbox.Resend;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * All dead letters that are open, a few at a time however many there are: sent again by today's
 * mapping, or discarded. Each step is one transaction, so that what was begun can be done again.
 */
public final class OpenLetters {
  /** Letters of one step, each at most as long as an event and its record. */
  private static final int STEP = 50;

  private final Letters letters;
  private final LetterFolder folder;

  /**
   * @param folder the folder of dead letters
   */
  public OpenLetters(Letters letters, LetterFolder folder) {
    this.letters = letters;
    this.folder = folder;
  }

  /** Hands each one on that is wanted, oldest first. */
  public void each(Predicate<DeadLetter> wanted, Consumer<DeadLetter> taken) {
    steps(wanted, step -> step.forEach(taken));
  }

  /** All of a letter, as its file shows it. */
  public static String text(DeadLetter letter) {
    return new LetterFiles().text(letter);
  }

  /**
   * What would become of those that are wanted; nothing is stored or sent.
   *
   * @param records makes events of their records by today's mappings
   */
  public Retried tried(Predicate<DeadLetter> wanted, RecordsAgain records) {
    Mending mending = new Mending(records);
    Retried retried = new Retried();
    each(wanted, letter -> retried.add(mending.unchanged(letter)));
    return retried;
  }

  /**
   * Sends those that are wanted, and are right by today's mapping.
   *
   * @throws IOException if the files of letters that are sent cannot be removed
   */
  public Retried send(Predicate<DeadLetter> wanted, RecordsAgain records) throws IOException {
    Mending mending = new Mending(records);
    Retried retried = new Retried();
    steps(
        wanted,
        step -> {
          List<Resend> ready = new ArrayList<>();
          for (DeadLetter letter : step) {
            HandedIn looked = mending.unchanged(letter);
            if (looked instanceof HandedIn.Ready right) {
              ready.add(right.resend());
            } else {
              retried.add(looked);
            }
          }
          letters.resend(ready).forEach(retried::add);
        });
    removeFiles();
    return retried;
  }

  /**
   * Ends those that are wanted: nobody needs them.
   *
   * @return how many
   * @throws IOException if their files cannot be removed
   */
  public int discard(Predicate<DeadLetter> wanted) throws IOException {
    int[] discarded = {0};
    steps(
        wanted,
        step -> discarded[0] += letters.discard(step.stream().map(DeadLetter::id).toList()));
    removeFiles();
    return discarded[0];
  }

  private void steps(Predicate<DeadLetter> wanted, Consumer<List<DeadLetter>> taken) {
    long last = 0;
    for (List<DeadLetter> step = letters.open(last, STEP);
        !step.isEmpty();
        step = letters.open(last, STEP)) {
      last = step.get(step.size() - 1).id();
      taken.accept(step.stream().filter(wanted).toList());
    }
  }

  /** As routes/dead-letters.yaml does, which may do it at the same time. */
  private void removeFiles() throws IOException {
    for (Map<Long, String> over = letters.over(STEP); !over.isEmpty(); over = letters.over(STEP)) {
      folder.delete(over.values());
      letters.cleared(over.keySet());
    }
  }
}
