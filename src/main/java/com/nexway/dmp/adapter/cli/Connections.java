package com.nexway.dmp.adapter.cli;

import com.nexway.dmp.adapter.camel.Drivers;
import com.nexway.dmp.adapter.mapping.Mapping;
import com.nexway.dmp.adapter.settings.AdapterSettings;
import com.nexway.dmp.adapter.settings.DatabaseAccess;
import com.nexway.dmp.adapter.settings.StoreSettings;
import com.nexway.dmp.adapter.source.SourceSettings;
import com.nexway.dmp.adapter.source.csv.CsvReading;
import com.nexway.dmp.adapter.source.csv.CsvRefused;
import com.nexway.dmp.adapter.source.csv.CsvSettings;
import com.nexway.dmp.adapter.source.csv.DropFiles;
import com.nexway.dmp.adapter.source.database.DatabaseSettings;
import com.nexway.dmp.adapter.storage.Database;
import com.nexway.dmp.adapter.storage.Location;
import com.nexway.dmp.adapter.storage.StorageRefused;
import com.nexway.dmp.adapter.storage.StorageUnavailable;
import com.nexway.dmp.adapter.yaml.FileProblem;
import com.nexway.dmp.adapter.yaml.Nearest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** What the files cannot say: whether the databases answer, and have what is asked of them. */
final class Connections {
  private static final String SQLITE = "jdbc:sqlite:";
  private static final int SAMPLES = 5;
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Configuration configuration;
  private final AdapterSettings settings;
  private final List<FileProblem> problems = new ArrayList<>();
  private final List<FileProblem> remarks = new ArrayList<>();
  private final Set<String> away = new HashSet<>();

  private Connections(Configuration configuration, AdapterSettings settings) {
    this.configuration = configuration;
    this.settings = settings;
  }

  /**
   * What was found.
   *
   * @param problems what is to be mended
   * @param remarks what may be so, and may be a mistake
   */
  record Found(List<FileProblem> problems, List<FileProblem> remarks) {}

  /** Asks the outbox and the databases, and looks at the columns of the sources. */
  static Found ask(Configuration configuration, AdapterSettings settings) {
    Connections connections = new Connections(configuration, settings);
    Drivers.from(configuration.home().folder().resolve("lib"));
    connections.outbox(settings.store());
    new TreeMap<>(settings.databases()).forEach(connections::database);
    for (SourceSettings source : configuration.sources().good()) {
      if (source instanceof DatabaseSettings database) {
        connections.query(database);
      } else if (source instanceof CsvSettings csv) {
        connections.files(csv);
      }
    }
    return new Found(connections.problems, connections.remarks);
  }

  /** An outbox that is not there yet is made by `run`; one that is there must open. */
  private void outbox(StoreSettings store) {
    if (store.url().startsWith(SQLITE)
        && Files.notExists(Path.of(store.url().substring(SQLITE.length())))) {
      return;
    }
    try {
      Database.open(
              new Location(store.url(), store.username(), store.password().reveal(), PATIENCE))
          .close();
    } catch (StorageRefused | StorageUnavailable e) {
      problems.add(setting("outbox.url: " + e.getMessage()));
    }
  }

  private void database(String name, DatabaseAccess access) {
    try {
      DatabaseProbe.connect(access).close();
    } catch (SQLException e) {
      away.add(name);
      problems.add(
          setting("databases.%s cannot be reached: %s".formatted(name, DatabaseProbe.words(e))));
    }
  }

  private void query(DatabaseSettings source) {
    String file = file(source);
    DatabaseAccess access = settings.databases().get(source.database());
    if (access == null || away.contains(source.database())) {
      return;
    }
    try {
      List<String> columns = DatabaseProbe.columns(access, source);
      int before = problems.size();
      column(file, "time-column", source.timeColumn(), columns);
      column(file, "id-column", source.idColumn(), columns);
      if (problems.size() == before) {
        DatabaseProbe.cursor(access, source);
      }
      compare(source, columns, "source " + source.name());
    } catch (SQLException e) {
      problems.add(
          new FileProblem(
              file,
              0,
              0,
              "the query cannot be run on %s: %s"
                  .formatted(source.database(), DatabaseProbe.words(e))));
    }
  }

  private void files(CsvSettings source) {
    try {
      for (Path sample : DropFiles.samples(configuration.home().drop(), source, SAMPLES)) {
        String shown = configuration.home().name(sample);
        try (CsvReading reading = CsvReading.preview(source, sample)) {
          compare(source, reading.columns(), shown);
        } catch (CsvRefused e) {
          problems.add(
              new FileProblem(shown, 0, 0, "the file would not be read: " + e.getMessage()));
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

  private void column(String file, String parameter, String column, List<String> columns) {
    if (columns.stream().noneMatch(column::equalsIgnoreCase)) {
      String message = "%s: the query has no column '%s'%s; it has %s";
      problems.add(
          new FileProblem(
              file,
              0,
              0,
              message.formatted(
                  parameter, column, Nearest.hint(column, columns), String.join(", ", columns))));
    }
  }

  private static FileProblem setting(String message) {
    return new FileProblem("config/adapter.yaml", 0, 0, message);
  }
}
