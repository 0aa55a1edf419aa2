package com.nexway.dmp.adapter.cli;

import com.nexway.dmp.adapter.camel.Databases;
import com.nexway.dmp.adapter.camel.Drivers;
import com.nexway.dmp.adapter.camel.JdbcExecutor;
import com.nexway.dmp.adapter.cli.Sample.Wanted;
import com.nexway.dmp.adapter.record.Batch;
import com.nexway.dmp.adapter.record.SourceRecord;
import com.nexway.dmp.adapter.settings.AdapterSettings;
import com.nexway.dmp.adapter.settings.DatabaseAccess;
import com.nexway.dmp.adapter.settings.Home;
import com.nexway.dmp.adapter.source.SourceSettings;
import com.nexway.dmp.adapter.source.csv.CsvRefused;
import com.nexway.dmp.adapter.source.csv.CsvSettings;
import com.nexway.dmp.adapter.source.csv.DropFiles;
import com.nexway.dmp.adapter.source.database.DatabaseRecords;
import com.nexway.dmp.adapter.source.database.DatabaseSettings;
import com.nexway.dmp.adapter.source.database.Order;
import com.nexway.dmp.adapter.source.database.TrialRun;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** Real records of a source, where it reads them; nothing of it is moved or marked. */
final class SourceSample {
  private final Home home;
  private final AdapterSettings settings;
  private final Wanted wanted;

  SourceSample(Home home, AdapterSettings settings, Wanted wanted) {
    this.home = home;
    this.settings = settings;
    this.wanted = wanted;
  }

  Sample of(SourceSettings source) throws CannotPreview {
    if (source instanceof CsvSettings csv) {
      return csv(csv);
    }
    if (source instanceof DatabaseSettings database) {
      return database(database);
    }
    throw CannotPreview.calledWrongly(
        "%s is a webhook: its records come when the shop sends them; save one as a file and call"
                .formatted(source.name())
            + " preview %1$s --input FILE, or preview --mapping %2$s --input FILE"
                .formatted(source.name(), source.mapping()));
  }

  private Sample csv(CsvSettings source) throws CannotPreview {
    String folder = "drop/" + source.folder();
    try {
      List<Path> waiting = DropFiles.waiting(home.drop(), source);
      List<Path> done = DropFiles.done(home.drop(), source);
      if (waiting.isEmpty() && done.isEmpty()) {
        throw CannotPreview.toMend(
            "in %s no file waits that is named as %s, and none was read; put one there, or name one: preview %s --input FILE"
                .formatted(folder, source.files(), source.name()));
      }
      // What was sent can change; what waits will be sent by the edited mapping anyway.
      boolean next = done.isEmpty() || !wanted.last() && !waiting.isEmpty();
      Path file = next ? waiting.get(0) : done.get(0);
      return csv(source, file, next ? waiting.size() - 1 : -1);
    } catch (IOException e) {
      throw CannotPreview.toMend(folder + " cannot be read: " + e.getMessage());
    }
  }

  private Sample csv(CsvSettings source, Path file, int more) throws IOException, CannotPreview {
    String name = home.name(file);
    String which = more < 0 ? ", which was read last" : ", which is read next";
    String others = more < 1 ? "" : " (" + more + " more wait)";
    try {
      return new SampleFile(file, name + which + others).csv(source, wanted);
    } catch (CsvRefused e) {
      throw CannotPreview.toMend(name + ": the file would not be read: " + e.getMessage());
    }
  }

  /** The records that changed last, which are those that a merchant knows. */
  private Sample database(DatabaseSettings source) throws CannotPreview {
    String name = source.database();
    DatabaseAccess access = settings.databases().get(name);
    Drivers.from(home.folder().resolve("lib"));
    try (Databases databases = new Databases(Map.of(name, access))) {
      reach(name, databases);
      return database(source, databases.of(name));
    }
  }

  private static void reach(String name, Databases databases) throws CannotPreview {
    try {
      databases.connect(name);
    } catch (SQLException e) {
      throw CannotPreview.toMend(
          "config/adapter.yaml: databases.%s cannot be reached: %s"
              .formatted(name, Connections.words(e)));
    }
  }

  private Sample database(DatabaseSettings source, DataSource database) throws CannotPreview {
    try (JdbcExecutor executor = new JdbcExecutor(database, source.queryTimeout())) {
      Iterator<Batch> batches =
          DatabaseRecords.of(
              source, database, executor, Order.NEWEST_FIRST, Clock.systemUTC().instant());
      String where = "database " + source.database() + ", the records that changed last";
      Sample sample = new Wanted(wanted.most(), false, 0).from(where, List.of(), batches);
      TrialRun.Found found = TrialRun.of(source, database, executor, Clock.systemUTC().instant());
      return new Sample(
          where,
          columns(sample),
          sample.records(),
          sample.unreadable(),
          sample.total(),
          Stream.concat(found.problems().stream(), found.remarks().stream()).toList());
    } catch (SQLException e) {
      throw refused(source, e);
    } catch (IllegalStateException e) {
      if (e.getCause() instanceof SQLException) {
        throw refused(source, e);
      }
      throw e;
    }
  }

  private static CannotPreview refused(DatabaseSettings source, Exception e) {
    return CannotPreview.toMend(
        "routes/sources/%s.yaml: %s".formatted(source.name(), Connections.words(source, e)));
  }

  private static List<String> columns(Sample sample) {
    return sample.records().stream()
        .findFirst()
        .map(SourceRecord::fields)
        .map(fields -> List.copyOf(fields.keySet()))
        .orElse(List.of());
  }
}
