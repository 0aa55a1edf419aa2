package com.nexway.dmp.adapter.delivery;

import com.nexway.dmp.adapter.files.Obstacle;
import com.nexway.dmp.adapter.outbox.DeadLetter;
import com.nexway.dmp.adapter.outbox.LetterState;
import com.nexway.dmp.adapter.outbox.Resend;
import com.nexway.dmp.adapter.outbox.Resent;
import com.nexway.dmp.adapter.text.OneLine;
import com.nexway.dmp.adapter.text.Sparing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder dead-letters/resend/: what is dropped there is read and checked, all of a look at
 * once, and its place afterwards tells what became of it; bean {@code resends}.
 *
 * <p>{@code .sent/NAME.json} was handed to the outbox, and the note beside it tells the ending;
 * {@code refused/NAME.json} was not sent, and {@code NAME.txt} beside it tells why.
 */
public final class Resends {
  private static final Logger LOG = LoggerFactory.getLogger(Resends.class);
  private static final String SENT = ".sent";
  private static final String REFUSED = "refused";

  /** Bytes of one look: what is more waits for the next. */
  private static final long MOST = 32L << 20;

  private static final int KINDS = 50;

  private final Path folder;
  private final DroppedFiles dropped;
  private final SentNotes sent;
  private final RefusedFiles refused;
  private final LetterCopies copies;
  private final Mending mending;
  private final Sparing sparing =
      new Sparing(Sparing.TEN_MINUTES, KINDS, System::nanoTime, line -> LOG.warn("{}", line));

  /**
   * @param deadLetters the folder dead-letters/
   */
  public Resends(Path deadLetters, RecordsAgain records) {
    this.mending = new Mending(records);
    this.folder = deadLetters.resolve("resend");
    this.dropped = new DroppedFiles(folder);
    this.sent = new SentNotes(folder.resolve(SENT));
    this.refused = new RefusedFiles(folder.resolve(REFUSED));
    this.copies = new LetterCopies(deadLetters);
  }

  /**
   * Reads the files that were dropped and are whole. One that cannot be read is told, and is tried
   * again with the next look.
   */
  public List<HandedIn> dropped() throws IOException {
    List<HandedIn> files = new ArrayList<>();
    long bytes = 0;
    for (Path file : dropped.look()) {
      if (bytes > MOST) {
        break;
      }
      try {
        bytes += Files.size(file);
        read(file, files);
      } catch (NoSuchFileException e) {
        LOG.debug("A dropped file was taken away again", e);
      } catch (IOException e) {
        tell(file, "cannot be read", e);
      }
    }
    for (Path other : dropped.folders(Set.of(SENT, REFUSED))) {
      sparing.say(
          other.toString(),
          "dead-letters/resend/%s is a folder, which is not read: move its files themselves"
              .formatted(OneLine.name(other)));
    }
    return files;
  }

  private static void read(Path file, List<HandedIn> files) throws IOException {
    if (RefusedFiles.isNote(file)) {
      Files.deleteIfExists(file);
    } else {
      files.add(ResendFile.read(file));
    }
  }

  /** The dead letters that the files are about. */
  public List<Long> letters(List<HandedIn> files) {
    return files.stream().map(HandedIn::letter).filter(letter -> letter > 0).distinct().toList();
  }

  /**
   * What is to be sent of each file, or what is still wrong with it.
   *
   * @param letters the dead letters that they are about, as the outbox keeps them
   */
  public List<HandedIn> mended(List<HandedIn> files, List<DeadLetter> letters) {
    Map<Long, DeadLetter> rows =
        letters.stream().collect(Collectors.toMap(DeadLetter::id, Function.identity()));
    return files.stream()
        .map(
            file ->
                file instanceof HandedIn.Letter letter
                    ? mending.mended(letter, rows.get(letter.letter()))
                    : file)
        .toList();
  }

  /** What is right, for the outbox, in the order of the files. */
  public List<Resend> ready(List<HandedIn> files) {
    return files.stream()
        .filter(HandedIn.Ready.class::isInstance)
        .map(file -> ((HandedIn.Ready) file).resend())
        .toList();
  }

  /**
   * Puts each file where it belongs. Where one was copied and not moved, the other is taken away:
   * nobody shall mend it twice.
   *
   * @param resents what the outbox said of {@link #ready}
   * @return lines for the log, without personal data
   */
  public List<String> settle(List<HandedIn> files, List<Resent> resents) {
    Iterator<Resent> answers = resents.iterator();
    SettledLines lines = new SettledLines();
    for (HandedIn file : files) {
      try {
        if (file instanceof HandedIn.Ready ready) {
          settle(ready, answers.next(), lines);
        } else if (file instanceof HandedIn.Wrong wrong) {
          refuse(wrong, lines);
        }
      } catch (IOException e) {
        tell(file.file(), "cannot be moved", e);
      }
    }
    try {
      copies.remove();
    } catch (IOException e) {
      sparing.say("copies", "Letters that were sent again lie twice: " + words(e));
    }
    return lines.all();
  }

  private void settle(HandedIn.Ready ready, Resent resent, SettledLines lines) throws IOException {
    long letter = ready.letter();
    // The process ended between the outbox's commit and this: what is missing is done now.
    boolean interrupted =
        resent instanceof Resent.Before before && before.isOpen() && !sent.has(letter);
    if (resent instanceof Resent.Queued || interrupted) {
      String base = RefusedFiles.base(ready.file());
      sent.take(ready.file(), base, letter);
      copies.add(ready.source(), base, letter);
      lines.waits(letter);
    } else {
      String more =
          resent instanceof Resent.Outdated
              ? "; to send it nevertheless, write \"forced\": true below \"deadLetter\""
              : "";
      refuse(new HandedIn.Wrong(ready.file(), letter, List.of(resent.why() + more)), lines);
    }
  }

  private void refuse(HandedIn.Wrong wrong, SettledLines lines) throws IOException {
    refused.take(wrong.file(), wrong.reasons());
    lines.refused(wrong.letter());
  }

  /** The dead letters whose files wait in .sent/ for an ending; at most a thousand. */
  public List<Long> waiting() throws IOException {
    return List.copyOf(sent.waiting().keySet());
  }

  /**
   * Writes endings into the notes of their files.
   *
   * @param endings delivered or refused again, by dead letter
   * @return lines for the log
   */
  public List<String> ended(Map<Long, LetterState> endings) throws IOException {
    return SettledLines.few(sent.end(endings), endings.values());
  }

  /** A look failed as a whole: nothing was moved, and the next look tries again. */
  public void failed(Exception e) {
    sparing.say("all", "Dropped dead letters wait: " + words(e));
  }

  private static String words(Exception e) {
    return e instanceof IOException io ? Obstacle.words(io) : String.valueOf(e.getMessage());
  }

  private void tell(Path file, String what, IOException e) {
    sparing.say(
        file.toString(),
        "dead-letters/resend/%s %s: %s".formatted(OneLine.name(file), what, words(e)));
  }
}
