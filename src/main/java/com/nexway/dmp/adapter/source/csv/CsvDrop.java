package com.nexway.dmp.adapter.source.csv;

import com.nexway.dmp.adapter.files.Obstacle;
import com.nexway.dmp.adapter.record.Batch;
import com.nexway.dmp.adapter.source.Checkpoints;
import com.nexway.dmp.adapter.source.SourceStates;
import com.nexway.dmp.adapter.text.OneLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** The drop folders: which files are ready to be read, and where reading goes on. */
public final class CsvDrop {
  private static final Logger LOG = LoggerFactory.getLogger(CsvDrop.class);

  private static final String CHANGED = "it changed while it was read, and is read again";

  private final Function<String, CsvSettings> settings;
  private final Checkpoints checkpoints;
  private final ColumnCheck columnCheck;
  private final SourceStates states;
  private final Path work;
  private final Clock clock;
  private final Map<String, FileWatch> watches = new ConcurrentHashMap<>();

  /**
   * @param settings the settings of a source by its name
   * @param columnCheck what a mapping needs of a file's columns
   * @param work a folder of our own, where lines are brought together
   */
  public CsvDrop(
      Function<String, CsvSettings> settings,
      Checkpoints checkpoints,
      ColumnCheck columnCheck,
      SourceStates states,
      Path work,
      Clock clock) {
    this.settings = settings;
    this.checkpoints = checkpoints;
    this.columnCheck = columnCheck;
    this.states = states;
    this.work = work;
    this.clock = clock;
  }

  /**
   * Whether a file is to be read now. What keeps a file from ever being read is told once; half
   * written ones are left alone in silence.
   */
  public boolean takes(String source, Path file) {
    CsvSettings of = settings.apply(source);
    String name = String.valueOf(file.getFileName());
    String shown = OneLine.name(file);
    if (FileNames.isUnfinished(name) || isMarker(of, file)) {
      return false;
    }
    if (!of.files().matches(name)) {
      states.failed(source, file.toString(), shown + FileNames.whyNot(name, of.files()));
      return false;
    }
    try {
      return isReady(of, file);
    } catch (NoSuchFileException e) {
      return false;
    } catch (IOException e) {
      states.failed(source, file.toString(), shown + " cannot be read: " + Obstacle.words(e));
      return false;
    }
  }

  private boolean isReady(CsvSettings of, Path file) throws IOException {
    Instant now = clock.instant();
    FileWatch.Seen seen =
        watch(of.name()).look(file, Files.size(file), Files.getLastModifiedTime(file), now);
    boolean complete = of.marker().isEmpty() || Files.exists(marker(of, file));
    return complete && seen.isSettled(of.settleTime(), now) && seen.mayBeTried(now);
  }

  /**
   * Opens a file that {@link #takes} found ready.
   *
   * @throws CsvRefused where it must not be read as it is
   */
  public CsvReading open(String source, Path file) throws IOException, CsvRefused {
    CsvSettings of = settings.apply(source);
    if (isChanged(source, file)) {
      throw new IOException(CHANGED);
    }
    CsvReading reading = CsvReading.open(of, file, columnCheck);
    reading.remarks().forEach(odd -> LOG.warn("{}: {}: {}", source, OneLine.name(file), odd));
    return reading;
  }

  /** The batches behind the rows that are done; none where it was read to its end before. */
  public Iterator<Batch> batches(String source, Path file, CsvReading reading) throws IOException {
    String key = reading.key();
    String identity = CsvReading.identity(file);
    CsvPosition start = CsvPosition.of(source, key, identity, checkpoints.find(source, key));
    if (start.ended() && start.file().equals(identity)) {
      FileWatch.Seen seen = watch(source).known(file);
      LOG.atLevel(seen != null && seen.hasStayed() ? Level.DEBUG : Level.INFO)
          .log("{}: {} was read to its end before", source, OneLine.name(file));
      return Collections.emptyIterator();
    }
    if (start.ended()) {
      LOG.info("{}: the content of {} was read before; again", source, OneLine.name(file));
      start = start.anew(identity);
    } else if (start.row() > 0) {
      LOG.info("{}: {} goes on behind row {}", source, OneLine.name(file), start.row());
    }
    return reading.batches(start, work.resolve(source));
  }

  /**
   * A file was read to its end.
   *
   * @throws IOException where it changed meanwhile: it must not be moved away, but read again
   */
  public void finish(String source, Path file) throws IOException {
    if (isChanged(source, file)) {
      throw new IOException(CHANGED);
    }
  }

  private boolean isChanged(String source, Path file) throws IOException {
    FileWatch.Seen seen = watch(source).known(file);
    return seen == null || !seen.is(Files.size(file), Files.getLastModifiedTime(file));
  }

  /** A file was read to its end, and moved away where that was possible. */
  public void done(String source, Path file) throws IOException {
    if (Files.exists(file) && !isChanged(source, file)) {
      stays(source, file);
      return;
    }
    watch(source).forget(file);
    states.mended(source, file.toString());
    states.mended(source, "");
    states.succeeded(source);
    CsvSettings of = settings.apply(source);
    if (!of.marker().isEmpty()) {
      Files.deleteIfExists(marker(of, file));
    }
  }

  /** A file must not be read as it is: it stays, and is looked at again when it changes. */
  public void refused(String source, Path file, String why) {
    FileWatch.Seen seen = watch(source).known(file);
    if (seen != null) {
      seen.refuse();
    }
    states.failed(
        source, file.toString(), OneLine.name(file) + " is not read and stays where it is: " + why);
  }

  /**
   * Reading failed for a reason that is not the file's: it stays, and is tried again later.
   *
   * @param why the failure in words
   * @param fault the exception where the program itself is to blame
   */
  public void failed(String source, Path file, String why, @Nullable Throwable fault) {
    FileWatch.Seen seen = watch(source).known(file);
    Duration wait = seen == null ? Duration.ZERO : seen.failed(clock.instant());
    LOG.debug("{}: {} is tried again in {}", source, OneLine.name(file), wait);
    states.failed(source, "", OneLine.name(file) + " waits: " + why, fault);
  }

  /** It is told once, and looked at seldom: reading it again stores nothing. */
  private void stays(String source, Path file) {
    FileWatch.Seen seen = watch(source).known(file);
    if (seen != null) {
      seen.stays(clock.instant());
    }
    states.mended(source, "");
    states.succeeded(source);
    states.failed(
        source,
        file.toString(),
        OneLine.name(file)
            + " was read to its end, but cannot be moved to .done; once it can, it is");
  }

  private static boolean isMarker(CsvSettings of, Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    return !of.marker().isEmpty() && name.endsWith(of.marker().toLowerCase(Locale.ROOT));
  }

  private static Path marker(CsvSettings of, Path file) {
    return file.resolveSibling(file.getFileName() + of.marker());
  }

  private FileWatch watch(String source) {
    return watches.computeIfAbsent(source, name -> new FileWatch());
  }
}
