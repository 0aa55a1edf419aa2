package com.nexway.dmp.adapter.cli;

import com.nexway.dmp.adapter.camel.Databases;
import com.nexway.dmp.adapter.camel.Drivers;
import com.nexway.dmp.adapter.camel.JdbcExecutor;
import com.nexway.dmp.adapter.files.Obstacle;
import com.nexway.dmp.adapter.mapping.Mapping;
import com.nexway.dmp.adapter.mapping.SuppressedAddresses;
import com.nexway.dmp.adapter.record.SourceRecord;
import com.nexway.dmp.adapter.settings.AdapterSettings;
import com.nexway.dmp.adapter.source.SourceSettings;
import com.nexway.dmp.adapter.source.csv.CsvReading;
import com.nexway.dmp.adapter.source.csv.CsvRefused;
import com.nexway.dmp.adapter.source.csv.CsvSettings;
import com.nexway.dmp.adapter.source.csv.DropFiles;
import com.nexway.dmp.adapter.source.database.DatabaseRecords;
import com.nexway.dmp.adapter.source.database.DatabaseSettings;
import com.nexway.dmp.adapter.source.database.DatabaseWords;
import com.nexway.dmp.adapter.source.database.QueryRefused;
import com.nexway.dmp.adapter.source.database.TrialRun;
import com.nexway.dmp.adapter.yaml.FileProblem;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;

/** What the files cannot say: whether the databases answer, and have what is asked of them. */
final class Connections {
  private static final int SAMPLES = 5;
  private static final String UNNAMED =
      "remark: its name has letters that Java lacks here, and will be written without them; start"
          + " the adapter with LC_ALL=C.UTF-8, and it stays as it is";

  private final Configuration configuration;
  private final List<FileProblem> problems = new ArrayList<>();
  private final List<FileProblem> remarks = new ArrayList<>();
  private final Set<String> away = new HashSet<>();
  private final Databases databases;
  private final SuppressedAddresses suppressed;

  private Connections(
      Configuration configuration, Databases databases, SuppressedAddresses suppressed) {
    this.configuration = configuration;
    this.suppressed = suppressed;
    this.databases = databases;
  }

  /**
   * What was found.
   *
   * @param problems what is to be mended
   * @param remarks what may be so, and may be a mistake
   */
  record Found(List<FileProblem> problems, List<FileProblem> remarks) {}

  /** Asks the databases, and looks at the columns of the sources. */
  static Found ask(Configuration configuration, AdapterSettings settings) {
    Drivers.from(configuration.home().folder().resolve("lib"));
    try (Databases databases = new Databases(settings.databases())) {
      Connections connections =
          new Connections(
              configuration, databases, new SuppressedAddresses(settings.intake().suppressed()));
      new TreeSet<>(settings.databases().keySet()).forEach(connections::database);
      for (SourceSettings source : configuration.sources().good()) {
        if (source instanceof DatabaseSettings database) {
          connections.query(database);
        } else if (source instanceof CsvSettings csv) {
          connections.files(csv);
        }
      }
      return new Found(connections.problems, connections.remarks);
    }
  }

  private void database(String name) {
    try {
      databases.connect(name);
    } catch (SQLException e) {
      away.add(name);
      problems.add(setting("databases.%s cannot be reached: %s".formatted(name, words(e))));
    }
  }

  private void query(DatabaseSettings source) {
    if (away.contains(source.database())) {
      return;
    }
    DataSource database = databases.of(source.database());
    try (JdbcExecutor executor = new JdbcExecutor(database, source.queryTimeout())) {
      compare(source, DatabaseRecords.columns(source, database), "source " + source.name());
      TrialRun.Found found = TrialRun.of(source, database, executor, Clock.systemUTC().instant());
      found.problems().forEach(told -> problems.add(new FileProblem(file(source), 0, 0, told)));
      found
          .remarks()
          .forEach(told -> remarks.add(new FileProblem(file(source), 0, 0, "remark: " + told)));
      map(source, found.records());
    } catch (SQLException | IllegalStateException e) {
      problems.add(new FileProblem(file(source), 0, 0, words(source, e)));
    }
  }

  /** What the source's mapping makes of its records; some that are wrong may always have been. */
  private void map(DatabaseSettings source, List<SourceRecord> records) {
    Mapping mapping = configuration.mappings().find(source.mapping()).orElse(null);
    if (mapping != null) {
      TrialMapping trial = new TrialMapping(mapping, suppressed, records);
      String file = "mappings/" + mapping.name() + ".yaml";
      trial
          .errors()
          .forEach(
              told ->
                  (trial.makesNothing() ? problems : remarks)
                      .add(
                          new FileProblem(
                              file, 0, 0, trial.makesNothing() ? told : "remark: " + told)));
      trial.doubts().forEach(told -> remarks.add(new FileProblem(file, 0, 0, "remark: " + told)));
    }
  }

  /** Why a query cannot be read, in one line. */
  static String words(DatabaseSettings source, Exception failure) {
    Throwable cause = failure.getCause() instanceof SQLException ? failure.getCause() : failure;
    return cause instanceof QueryRefused
        ? cause.getMessage()
        : "the query cannot be run on %s: %s".formatted(source.database(), words(cause));
  }

  /** Drivers write several lines; a problem has one. */
  static String words(Throwable failure) {
    String line = String.valueOf(failure.getMessage()).replaceAll("\\s+", " ").strip();
    return failure instanceof SQLException sql ? DatabaseWords.of(sql, line) : line;
  }

  private void files(CsvSettings source) {
    try {
      for (Path sample : DropFiles.samples(configuration.home().drop(), source, SAMPLES)) {
        String shown = configuration.home().name(sample);
        if (DropFiles.isUnnamed(sample)) {
          remarks.add(new FileProblem(shown, 0, 0, UNNAMED));
        }
        try (CsvReading reading = CsvReading.preview(source, sample)) {
          compare(source, reading.columns(), shown);
        } catch (CsvRefused e) {
          problems.add(
              new FileProblem(shown, 0, 0, "the file would not be read: " + e.getMessage()));
        } catch (IOException e) {
          problems.add(
              new FileProblem(shown, 0, 0, "the file cannot be read: " + Obstacle.words(e)));
        }
      }
    } catch (IOException e) {
      problems.add(
          new FileProblem(
              file(source), 0, 0, "drop/%s cannot be read: %s".formatted(source.folder(), e)));
    }
  }

  /** Tells each column that the mapping of a source reads and that is not there. */
  private void compare(SourceSettings source, List<String> columns, String where) {
    Mapping mapping = configuration.mappings().find(source.mapping()).orElse(null);
    if (mapping != null) {
      mapping.missing(columns).forEach(told -> problems.add(in(where, told)));
      mapping.remarks(columns).forEach(told -> remarks.add(in(where, told)));
    }
  }

  private static FileProblem in(String where, FileProblem told) {
    return new FileProblem(
        told.file(), told.line(), told.column(), told.message() + " (in " + where + ")");
  }

  private static String file(SourceSettings source) {
    return "routes/sources/" + source.name() + ".yaml";
  }

  private static FileProblem setting(String message) {
    return new FileProblem("config/adapter.yaml", 0, 0, message);
  }
}
