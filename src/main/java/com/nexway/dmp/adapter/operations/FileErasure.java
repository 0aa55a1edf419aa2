package com.nexway.dmp.adapter.operations;

import com.nexway.dmp.adapter.files.Mention;
import com.nexway.dmp.adapter.files.Obstacle;
import com.nexway.dmp.adapter.files.WorkFolder;
import com.nexway.dmp.adapter.outbox.Person;
import com.nexway.dmp.adapter.source.csv.CsvErasure;
import com.nexway.dmp.adapter.source.csv.CsvSettings;
import com.nexway.dmp.adapter.text.OneLine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Takes a person out of the files that the adapter keeps: the lines of CSV files that were read,
 * and what sorting left. A file that waits to be read is the shop's; it is told, and stays.
 */
public final class FileErasure {
  /** Folders of files that the adapter is done with. */
  private static final Set<String> OURS = Set.of(".done", ".errors");

  private static final List<String> SEALED = List.of(".7z", ".rar", ".bz2", ".xz", ".xls");

  private static final int DEEPEST = 8;
  private static final int MOST_TOLD = 20;

  private final Path drop;
  private final Path work;
  private final Collection<CsvSettings> sources;
  private final Person person;
  private final List<String> left = new ArrayList<>();
  private int files;
  private int lines;
  private int untold;

  /**
   * What was done.
   *
   * @param files files that were changed or removed
   * @param lines lines that went from files that stay
   * @param left what could not be done, and what is to be done by hand, in sentences without
   *     personal data; at most a few
   */
  public record Report(int files, int lines, List<String> left) {}

  private FileErasure(Path drop, Path work, Collection<CsvSettings> sources, Person person) {
    this.drop = drop;
    this.work = work;
    this.sources = sources;
    this.person = person;
  }

  /**
   * Takes a person out.
   *
   * @param drop the folder of the drop folders
   * @param work where files are sorted
   * @param sources what is known of the drop folders' files
   */
  public static Report of(Path drop, Path work, Collection<CsvSettings> sources, Person person) {
    FileErasure erasure = new FileErasure(drop, work, sources, person);
    erasure.everyFile(drop, erasure::dropped);
    erasure.sorted();
    if (erasure.untold > 0) {
      erasure.left.add("and %d more files".formatted(erasure.untold));
    }
    return new Report(erasure.files, erasure.lines, List.copyOf(erasure.left));
  }

  /** Does something with a file, or with the next one. */
  private interface Step {
    void with(Path file) throws IOException;
  }

  private void everyFile(Path folder, Step step) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    List<Path> all;
    try (Stream<Path> tree = Files.walk(folder, DEEPEST)) {
      all = tree.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException | UncheckedIOException e) {
      tell(shown(folder) + " cannot be looked through: " + words(e));
      return;
    }
    for (Path file : all) {
      try {
        step.with(file);
      } catch (IOException e) {
        tell(shown(file) + " is as it was: " + words(e));
      }
    }
  }

  private void dropped(Path file) throws IOException {
    String name = String.valueOf(file.getFileName());
    CsvSettings settings = settings(file);
    if (SEALED.stream().anyMatch(name.toLowerCase(Locale.ROOT)::endsWith)) {
      tell(shown(file) + " is packed or a spreadsheet, and cannot be looked into: look yourself");
    } else if (Mention.isPacked(file)) {
      if (Mention.isIn(file, person::isIn)) {
        tell(
            shown(file)
                + " is packed or a spreadsheet, and mentions this person: take the lines out and"
                + " pack it again, or delete it");
      }
      rename(file, name);
    } else if (!isOurs(file)) {
      if (CsvErasure.isIn(file, settings, person::isIn)) {
        tell(
            shown(file)
                + " waits to be read and mentions this person: take the lines out, or erase with"
                + " --suppress, and once more when it is read");
      }
    } else {
      int gone = CsvErasure.erase(file, settings, person::isIn);
      lines += gone;
      files += gone > 0 ? 1 : 0;
      rename(file, name);
    }
  }

  /** A file that is ours may be called after the person. */
  private void rename(Path file, String name) throws IOException {
    if (isOurs(file) && person.isInName(name)) {
      Files.move(file, file.resolveSibling(person.takenFromName(name)));
      files++;
    }
  }

  private void sorted() {
    if (!Files.isDirectory(work)) {
      return;
    }
    try {
      WorkFolder.removeDead(work);
    } catch (IOException e) {
      tell(shown(work) + " cannot be cleared: " + words(e));
    }
    everyFile(
        work,
        file -> {
          if (Mention.isIn(file, person::isIn)) {
            tell(
                "a file is being sorted that mentions this person: what is made of it in data/work"
                    + " goes when it is read; erase once more then");
          }
        });
  }

  private boolean isOurs(Path file) {
    for (Path part : drop.relativize(file)) {
      if (OURS.contains(part.toString())) {
        return true;
      }
    }
    return false;
  }

  /** Those of the source whose folder it is. */
  private CsvSettings settings(Path file) {
    Path folder = drop.relativize(file).getParent();
    while (folder != null && OURS.contains(String.valueOf(folder.getFileName()))) {
      folder = folder.getParent();
    }
    for (CsvSettings source : sources) {
      if (folder != null && folder.equals(Path.of(source.folder()))) {
        return source;
      }
    }
    return CsvSettings.anyhow("", "", "");
  }

  private void tell(String what) {
    if (left.size() >= MOST_TOLD) {
      untold++;
    } else if (!left.contains(what)) {
      left.add(what);
    }
  }

  private String shown(Path path) {
    Path home = drop.toAbsolutePath().getParent();
    Path from = home == null ? path : home.relativize(path.toAbsolutePath());
    return person.takenFromName(OneLine.of(from.toString().replace('\\', '/')));
  }

  private String words(Exception e) {
    return person.takenFromName(
        OneLine.of(
            e instanceof IOException io ? Obstacle.words(io) : String.valueOf(e.getMessage())));
  }
}
