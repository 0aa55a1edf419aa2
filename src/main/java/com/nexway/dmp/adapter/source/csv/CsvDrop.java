package com.nexway.dmp.adapter.source.csv;

import com.nexway.dmp.adapter.files.Obstacle;
import com.nexway.dmp.adapter.record.Batch;
import com.nexway.dmp.adapter.source.Checkpoints;
import com.nexway.dmp.adapter.source.FileProgress;
import com.nexway.dmp.adapter.source.SourceStates;
import com.nexway.dmp.adapter.text.OneLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
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

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmssSSS").withZone(ZoneOffset.UTC);

  private final Function<String, CsvSettings> settings;
  private final Checkpoints checkpoints;
  private final ColumnCheck columnCheck;
  private final SourceStates states;
  private final Path work;
  private final Clock clock;
  private final ProgressWatch progress = new ProgressWatch();
  private final Map<String, DropFolder> folders = new ConcurrentHashMap<>();

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
    return folder(source).takes(file, clock.instant());
  }

  /** Looks at the folder of a source, before its files are asked for. */
  public void look(String source, Path folder) throws IOException {
    folder(source).look(folder, clock.instant());
  }

  /**
   * Opens a file that {@link #takes} found ready.
   *
   * @throws CsvRefused where it must not be read as it is
   */
  public CsvReading open(String source, Path file) throws IOException, CsvRefused {
    failIfChanged(source, file);
    CsvReading reading = CsvReading.open(settings.apply(source), file, columnCheck);
    reading.remarks().forEach(odd -> LOG.warn("{}: {}: {}", source, OneLine.name(file), odd));
    LOG.debug("{}: {} is opened", source, OneLine.name(file));
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    states.doing(source, "reading %s since %s".formatted(OneLine.name(file), now));
    return reading;
  }

  /** The batches behind the rows that are done; none where it was read to its end before. */
  public Iterator<Batch> batches(String source, Path file, CsvReading reading) throws IOException {
    String key = reading.key();
    String identity = CsvReading.identity(file);
    CsvPosition start = CsvPosition.of(source, key, identity, checkpoints.find(source, key));
    if (start.ended() && start.file().equals(identity)) {
      LOG.atLevel(folder(source).known(file).hasStayed() ? Level.DEBUG : Level.INFO)
          .log("{}: {} was read to its end before", source, OneLine.name(file));
      return Collections.emptyIterator();
    }
    if (start.ended()) {
      LOG.info("{}: the content of {} was read before; again", source, OneLine.name(file));
      start = start.anew(identity);
    } else if (start.row() > 0) {
      LOG.info("{}: {} goes on behind row {}", source, OneLine.name(file), start.row());
    }
    if (reading.isLong()) {
      LOG.info("{}: {} is long; its lines are brought together first", source, OneLine.name(file));
    }
    reading.errorsTo(file, start.row() > 0);
    return reading.batches(start, work.resolve(source));
  }

  /** A batch of a file was stored. */
  public void stored(String source, Path file, CsvReading reading) throws IOException {
    progress
        .at(source, reading.read(), reading.share(), clock.instant())
        .ifPresent(far -> LOG.info("{}: {}: {}", source, OneLine.name(file), far.words()));
  }

  /** How far the files are that are being read. */
  public Collection<FileProgress> progress() {
    return progress.all();
  }

  /** A file is closed, for whatever reason. */
  public void closed(String source) {
    progress.end(source);
  }

  /**
   * A file was read to its end.
   *
   * @throws IOException where it changed meanwhile: it must not be moved away, but read again
   */
  public void finish(String source, Path file, CsvReading reading) throws IOException {
    failIfChanged(source, file);
    reading.emptied().forEach(words -> LOG.info("{}: {}: {}", source, OneLine.name(file), words));
  }

  private void failIfChanged(String source, Path file) throws IOException {
    if (isChanged(source, file)) {
      throw new IOException("it changed while it was read, and is read again");
    }
  }

  private boolean isChanged(String source, Path file) throws IOException {
    return !folder(source).known(file).is(Files.size(file), Files.getLastModifiedTime(file));
  }

  /** What the name of a file begins with from now on that was read: the time, in UTC. */
  public String stamp() {
    return STAMP.format(clock.instant());
  }

  /**
   * A file was read to its end, and moved away where that was possible.
   *
   * @param moved where to
   */
  public void done(String source, Path file, Path moved) throws IOException {
    states.mended(source, "");
    states.succeeded(source);
    states.doing(source, settings.apply(source).waiting());
    if (Files.exists(file) && !isChanged(source, file)) {
      stays(source, file);
      return;
    }
    folder(source).done(file, moved, clock.instant());
    states.mended(source, file.toString());
    folder(source).deleteMarker(file);
  }

  /** A file must not be read as it is: it stays, and is looked at again when it changes. */
  public void refused(String source, Path file, String why) {
    folder(source).known(file).refuse();
    states.failed(
        source, file.toString(), OneLine.name(file) + " is not read and stays where it is: " + why);
  }

  /** A file cannot be opened, for a reason that a person can mend: it is tried again later. */
  public void denied(String source, Path file, IOException why) {
    folder(source).known(file).failed(clock.instant());
    states.failed(
        source, file.toString(), OneLine.name(file) + " cannot be read: " + Obstacle.words(why));
  }

  /**
   * Reading failed for a reason that is not the file's: it stays, and is tried again later.
   *
   * @param why the failure in words
   * @param fault the exception where the program itself is to blame
   */
  public void failed(String source, Path file, String why, @Nullable Throwable fault) {
    Duration wait = folder(source).known(file).failed(clock.instant());
    LOG.debug("{}: {} is tried again in {}", source, OneLine.name(file), wait);
    states.failed(source, "", OneLine.name(file) + " waits: " + why, fault);
    states.doing(source, settings.apply(source).waiting());
  }

  /** It is told once, and looked at seldom: reading it again stores nothing. */
  private void stays(String source, Path file) {
    folder(source).known(file).stays(clock.instant());
    states.failed(
        source,
        file.toString(),
        OneLine.name(file)
            + " was read to its end, but cannot be moved to .done; once it can, it is");
  }

  private DropFolder folder(String source) {
    return folders.computeIfAbsent(source, name -> new DropFolder(settings.apply(name), states));
  }
}
