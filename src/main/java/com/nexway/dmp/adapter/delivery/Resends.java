package com.nexway.dmp.adapter.delivery;

import com.nexway.dmp.adapter.event.Draft;
import com.nexway.dmp.adapter.event.Drafts;
import com.nexway.dmp.adapter.outbox.Resent;
import com.nexway.dmp.adapter.record.Batch;
import com.nexway.dmp.adapter.record.Lane;
import com.nexway.dmp.adapter.record.Problem;
import com.nexway.dmp.adapter.record.Problems;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The folder dead-letters/resend/: what is dropped there is read and checked, and its place
 * afterwards tells what became of it.
 *
 * <p>{@code .sent/NAME.json} waits beside a note {@code NAME.waiting.txt}, which becomes {@code
 * NAME.delivered.txt} or {@code NAME.refused-again.txt}; {@code refused/NAME.json} was not sent,
 * and {@code NAME.txt} beside it tells why.
 */
public final class Resends {
  private static final long LONGEST = 4L << 20;
  private static final String SENT = ".sent/";
  private static final String REFUSED = "refused/";
  private static final String REFUSED_FOLDER = "resend/refused";
  private static final String WAITING = ".waiting.txt";
  private static final int MOST = 1_000;

  private final Path deadLetters;

  /**
   * @param deadLetters the folder dead-letters/
   */
  public Resends(Path deadLetters) {
    this.deadLetters = deadLetters;
  }

  /**
   * What became of a file.
   *
   * @param file where it goes, from resend/
   * @param note the file beside it that tells about it
   * @param text the note's text
   * @param log a line for the log, without personal data
   */
  public record Told(String file, String note, String text, String log) {}

  /**
   * Reads a file that was dropped. What is wrong with it is a refused draft, not an exception.
   *
   * @param file its path
   * @throws IOException if it cannot be read now
   */
  public Drafts read(String file) throws IOException {
    Path path = Path.of(file);
    String text =
        Files.size(path) > LONGEST
            ? null
            : new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
    Draft draft = ResendFile.read(String.valueOf(path.getFileName()), text);
    return new Drafts(
        new Batch("resend", Lane.LIVE, List.of(draft.record()), List.of(), null), List.of(draft));
  }

  /** Whether the event may be sent. */
  public boolean isReady(Drafts checked) {
    return checked.drafts().get(0) instanceof Draft.Ready;
  }

  /** Tells why a file is not sent: what is wrong with it. */
  public Told refused(String name, Drafts checked) {
    List<String> reasons = new ArrayList<>();
    List<String> warnings = new ArrayList<>();
    if (checked.drafts().get(0) instanceof Draft.Refused refused) {
      for (Problem problem : Problems.gathered(refused.problems())) {
        (problem.isError() ? reasons : warnings).add(line(problem));
      }
    }
    reasons.addAll(warnings);
    return notSent(name, letter(checked), reasons);
  }

  /**
   * Tells what became of a file whose event was handed to the outbox. Where it was copied and not
   * moved, the other one is taken away: nobody shall mend it twice.
   */
  public Told told(String name, Drafts checked, Resent resent) throws IOException {
    Object letter = letter(checked);
    if (resent instanceof Resent.Outdated outdated) {
      return notSent(
          name,
          letter,
          List.of(
              outdated.why()
                  + "; to send it nevertheless, write \"forced\": true below \"deadLetter\""));
    }
    if (resent instanceof Resent.Unknown unknown) {
      return notSent(name, letter, List.of(unknown.why()));
    }
    Object source = checked.drafts().get(0).record().fields().get(ResendFile.SOURCE);
    String base = base(name);
    removeCopies(LetterFiles.safe(String.valueOf(source), LetterFiles.LONGEST), "", letter);
    removeCopies(REFUSED_FOLDER, base, letter);
    String numbered = base.endsWith("-" + letter) ? base : base + "-" + letter;
    return new Told(
        SENT + numbered + ".json",
        SENT + numbered + WAITING,
        "Dead letter " + letter + " waits to be sent.\n",
        "Dead letter " + letter + " waits to be sent again");
  }

  private static Object letter(Drafts checked) {
    return checked.drafts().get(0).record().fields().getOrDefault(ResendFile.LETTER, 0L);
  }

  /** The dead letters whose files wait in .sent/ for an ending. */
  public List<Long> waiting() throws IOException {
    return List.copyOf(notes().keySet());
  }

  /**
   * Writes endings into the notes of their files.
   *
   * @param endings by dead letter: {@code delivered} or {@code refused again}
   * @return the endings, a line each
   */
  public List<String> ended(Map<Long, String> endings) throws IOException {
    Map<Long, Path> notes = notes();
    List<String> lines = new ArrayList<>();
    for (Map.Entry<Long, String> ending : endings.entrySet()) {
      Path note = notes.get(ending.getKey());
      if (note != null) {
        String word = ending.getValue();
        String name = String.valueOf(note.getFileName()).replace(WAITING, "");
        String more = word.equals("delivered") ? "" : "; its new dead letter tells why";
        String line = "Dead letter " + ending.getKey() + ": " + word + more;
        Files.writeString(note, line + ".\n");
        Files.move(note, note.resolveSibling(name + "." + word.replace(' ', '-') + ".txt"));
        lines.add(line);
      }
    }
    return lines;
  }

  /** Other files of a letter, and the note that it was not sent where no file is beside it. */
  private void removeCopies(String folder, String noted, Object letter) throws IOException {
    Path in = deadLetters.resolve(folder);
    if (!Files.isDirectory(in)) {
      return;
    }
    String ending = "-" + letter;
    try (Stream<Path> files = Files.list(in)) {
      for (Path file : files.toList()) {
        String name = String.valueOf(file.getFileName());
        if (name.endsWith(ending + ".json") || name.endsWith(ending + ".txt")) {
          Files.deleteIfExists(file);
        }
      }
    }
    if (!Files.exists(in.resolve(noted + ".json"))) {
      Files.deleteIfExists(in.resolve(noted + ".txt"));
    }
  }

  private Map<Long, Path> notes() throws IOException {
    Path sent = deadLetters.resolve("resend").resolve(".sent");
    Map<Long, Path> notes = new LinkedHashMap<>();
    if (!Files.isDirectory(sent)) {
      return notes;
    }
    try (Stream<Path> files = Files.list(sent)) {
      files
          .filter(file -> file.toString().endsWith(WAITING))
          .sorted()
          .limit(MOST)
          .forEach(file -> number(file, notes));
    }
    return notes;
  }

  private static void number(Path file, Map<Long, Path> notes) {
    String name = String.valueOf(file.getFileName());
    String digits = name.substring(name.lastIndexOf('-', name.length()) + 1).replace(WAITING, "");
    if (digits.matches("\\d{1,18}")) {
      notes.put(Long.valueOf(digits), file);
    }
  }

  private static Told notSent(String name, Object letter, List<String> reasons) {
    StringBuilder text = new StringBuilder(name + " was not sent again:\n");
    reasons.forEach(reason -> text.append("- ").append(reason).append('\n'));
    text.append("Correct it, and move it to dead-letters/resend/ once more.\n");
    String what =
        letter.equals(0L) ? "A dropped file that is no dead letter" : "Dead letter " + letter;
    return new Told(
        REFUSED + name,
        REFUSED + base(name) + ".txt",
        text.toString(),
        what + " was not sent again: dead-letters/" + REFUSED_FOLDER + " has the file, and why");
  }

  private static String line(Problem problem) {
    String where = problem.pointer().isEmpty() ? "" : problem.pointer() + ": ";
    String value = problem.value() == null ? "" : " (it is " + problem.value() + ")";
    return (problem.isError() ? "" : "only a warning: ") + where + problem.message() + value;
  }

  private static String base(String name) {
    return name.replaceFirst("(?i)\\.json$", "");
  }
}
