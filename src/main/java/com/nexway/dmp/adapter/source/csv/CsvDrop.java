package com.nexway.dmp.adapter.source.csv;

import com.nexway.dmp.adapter.files.Obstacle;
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
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
  private final CsvSurvey.ColumnCheck columnCheck;
  private final SourceStates states;
  private final Path work;
  private final Clock clock;
  private final Map<String, FileWatch> watches = new ConcurrentHashMap<>();

  /**
   * @param settings the settings of a source by its name
   * @param columnCheck what a mapping needs of a file's columns
   * @param work a folder of our own, where files are sorted
   */
  public CsvDrop(
      Function<String, CsvSettings> settings,
      Checkpoints checkpoints,
      CsvSurvey.ColumnCheck columnCheck,
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
    if (!complete || !seen.isSettled(of.settleTime(), now) || !seen.mayBeTried(now)) {
      return false;
    }
    if (seen.survey() == null) {
      try {
        CsvSurvey survey = CsvSurvey.of(file, of, columnCheck);
        survey.remarks().forEach(odd -> LOG.warn("{}: {}: {}", of.name(), OneLine.name(file), odd));
        seen.surveyed(survey);
      } catch (CsvRefused e) {
        seen.refuse();
        states.failed(
            of.name(),
            file.toString(),
            OneLine.name(file) + " is not read and stays where it is: " + e.getMessage());
        return false;
      }
    }
    return true;
  }

  /** Opens a file that {@link #takes} found ready; empty where it was read to its end before. */
  public Optional<CsvReading> open(String source, Path file) throws IOException {
    CsvSettings of = settings.apply(source);
    FileWatch.Seen seen = watch(source).known(file);
    CsvSurvey survey = seen == null ? null : seen.survey();
    if (survey == null || isChanged(source, file)) {
      throw new IOException(CHANGED);
    }
    String sorted = of.grouping().sorts() ? " by " + of.grouping().column() : "";
    String key = survey.hash() + sorted;
    String identity = CsvReading.identity(file);
    CsvPosition start = CsvPosition.of(source, key, identity, checkpoints.find(source, key));
    if (start.ended() && start.file().equals(identity)) {
      LOG.atLevel(seen.hasStayed() ? Level.DEBUG : Level.INFO)
          .log("{}: {} was read to its end before", source, OneLine.name(file));
      return Optional.empty();
    }
    if (start.ended()) {
      LOG.info("{}: the content of {} was read before; again", source, OneLine.name(file));
      start = start.anew(identity);
    } else if (start.row() > 0) {
      LOG.info("{}: {} goes on behind row {}", source, OneLine.name(file), start.row());
    }
    return Optional.of(CsvReading.open(of, file, survey, start, work.resolve(source)));
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
