package com.nexway.dmp.adapter.source.csv;

import com.nexway.dmp.adapter.files.Obstacle;
import com.nexway.dmp.adapter.source.SourceStates;
import com.nexway.dmp.adapter.text.OneLine;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The folder of a source: which of its files are ready, and what else a look at it finds. */
final class DropFolder {
  private static final Logger LOG = LoggerFactory.getLogger(DropFolder.class);

  /** What is looked at of one folder. */
  private static final int MOST = 10_000;

  private final CsvSettings settings;
  private final SourceStates states;
  private final DoneWatch done = new DoneWatch();
  private final FileWatch watch = new FileWatch();

  DropFolder(CsvSettings settings, SourceStates states) {
    this.settings = settings;
    this.states = states;
  }

  /** Whether a file is to be read now. */
  synchronized boolean takes(Path file, Instant now) {
    String name = String.valueOf(file.getFileName());
    if (FileNames.isUnfinished(name) || isMarker(name)) {
      return false;
    }
    try {
      BasicFileAttributes is = attributes(file);
      Optional<String> obstacle = obstacle(name, is);
      obstacle.ifPresent(words -> tell(file, words));
      return obstacle.isEmpty() && isReady(file, is, now);
    } catch (NoSuchFileException e) {
      return false;
    } catch (IOException e) {
      tell(file, " cannot be read: " + Obstacle.words(e));
      return false;
    }
  }

  private Optional<String> obstacle(String name, BasicFileAttributes is) {
    if (!FileNames.isMeant(name, settings.files())) {
      return Optional.of(FileNames.whyNot(name, settings.files()));
    }
    if (is.isRegularFile()) {
      return Optional.empty();
    }
    String what = is.isSymbolicLink() ? " is a link" : " is no ordinary file";
    return Optional.of(what + ", which is not read: put the file itself there");
  }

  private boolean isReady(Path file, BasicFileAttributes is, Instant now) throws IOException {
    FileWatch.Seen seen = watch.look(file, is.size(), is.lastModifiedTime(), now);
    Duration settle = settings.settleTime();
    if (!seen.mayBeTried(now) || !seen.isSettled(settle, now)) {
      return false;
    }
    // Refused records that a person has mended come without one.
    if (!settings.marker().isEmpty() && !ErrorFile.isNameOfOne(OneLine.name(file))) {
      return Files.exists(marker(file));
    }
    // An upload that pauses in the middle of a line has likely not ended. What cannot be looked
    // into is told by whoever reads it.
    return seen.isSettled(settle.multipliedBy(2), now)
        || !Files.isReadable(file)
        || CsvFile.endsWithLine(file);
  }

  private static BasicFileAttributes attributes(Path file) throws IOException {
    return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
  }

  private boolean isMarker(String name) {
    String marker = settings.marker().toLowerCase(Locale.ROOT);
    return !marker.isEmpty() && name.toLowerCase(Locale.ROOT).endsWith(marker);
  }

  private Path marker(Path file) {
    return file.resolveSibling(file.getFileName() + settings.marker());
  }

  /** The second file that said that a file was complete. */
  void deleteMarker(Path file) throws IOException {
    if (!settings.marker().isEmpty()) {
      Files.deleteIfExists(marker(file));
    }
  }

  /** What is known of a file that {@link #takes} was asked for. */
  synchronized FileWatch.Seen known(Path file) {
    return watch.known(file);
  }

  /** A file was read to its end and moved away. */
  synchronized void done(Path file, Path moved, Instant now) {
    done.add(new DoneWatch.Done(moved, file, watch.known(file).size(), now));
    watch.forget(file);
  }

  /** Looks at the folder. */
  synchronized void look(Path folder, Instant now) throws IOException {
    for (DoneWatch.Done grown : done.grown(now)) {
      comeBack(grown);
    }
    int looked = 0;
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        if (++looked > MOST) {
          return;
        }
        look(entry, String.valueOf(entry.getFileName()), now);
      }
    }
  }

  private void look(Path entry, String name, Instant now) throws IOException {
    boolean meant = settings.files().matches(name) && !FileNames.isUnfinished(name);
    if (meant && Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
      tell(entry, " is a folder, which is not read: put the files themselves there");
    } else if (meant && DropFiles.isUnnamed(entry)) {
      rename(entry, name, now);
    }
  }

  /**
   * An upload had paused: what was read then was a part. Read again, what is known is no change.
   */
  private void comeBack(DoneWatch.Done file) throws IOException {
    LOG.warn(
        "{}: {} has grown after it was read, as by an upload that paused: it is read again when it"
            + " is whole. A longer settle-time waits for it, and a marker says that it is complete",
        settings.name(),
        OneLine.name(file.before()));
    Files.move(file.now(), free(file.before()));
  }

  /** The path of a file, or one beside it by which no file is called. */
  private static Path free(Path wanted) {
    Path free = wanted;
    for (int i = 2; Files.exists(free, LinkOption.NOFOLLOW_LINKS); i++) {
      free = wanted.resolveSibling(i + "-" + wanted.getFileName());
    }
    return free;
  }

  /**
   * Java opens files by names in the letters of sun.jnu.encoding alone, and a name can hold others;
   * with letters that it has, such a file is read like all others.
   */
  private void rename(Path entry, String name, Instant now) {
    try {
      BasicFileAttributes is = attributes(entry);
      FileWatch.Seen seen = watch.look(entry, is.size(), is.lastModifiedTime(), now);
      if (!is.isRegularFile() || !seen.isSettled(settings.settleTime(), now)) {
        return;
      }
      Path free = free(entry.resolveSibling(name.replace(DropFiles.NO_LETTER, '_')));
      Files.move(entry, free);
      watch.forget(entry);
      LOG.warn(
          "{}: a file is called {} now, since Java has only the letters of {} for names of files:"
              + " start it with LC_ALL=C.UTF-8, and names stay as they are",
          settings.name(),
          OneLine.name(free),
          System.getProperty("sun.jnu.encoding"));
    } catch (FileSystemException e) {
      tell(entry, " cannot be read: start with LC_ALL=C.UTF-8. " + Obstacle.words(e));
    } catch (IOException e) {
      tell(entry, " cannot be read: " + Obstacle.words(e));
    }
  }

  private void tell(Path file, String what) {
    states.failed(settings.name(), file.toString(), OneLine.name(file) + what);
  }
}
