package com.nexway.dmp.adapter.camel;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexway.dmp.adapter.source.FileProgress;
import com.nexway.dmp.adapter.source.SourceSettings;
import com.nexway.dmp.adapter.source.SourceState;
import com.nexway.dmp.adapter.source.Sources;
import com.nexway.dmp.adapter.source.csv.ColumnCheck;
import com.nexway.dmp.adapter.source.csv.CsvSettings;
import com.nexway.dmp.adapter.source.database.DatabaseSettings;
import com.nexway.dmp.adapter.source.webhook.Refusals;
import com.nexway.dmp.adapter.testing.SmallBatches;
import com.nexway.dmp.adapter.testing.SourceParameters;
import com.nexway.dmp.adapter.yaml.FileProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;
import org.apache.camel.main.Main;
import org.jspecify.annotations.Nullable;

/** The shipped templates and a test's sources, running on Camel with a recording intake. */
final class RunningSources implements AutoCloseable {
  final Path home;
  final RecordingIntake intake;
  private final List<SourceSettings> settings = new ArrayList<>();
  private final Main main = new Main();
  private final SourceBeans beans;

  /** Sources that are not started yet. */
  private RunningSources(Builder builder) {
    this.home = builder.home;
    this.intake = builder.intake;
    this.settings.addAll(builder.settings);
    this.beans =
        new SourceBeans(
            new Sources(settings),
            intake,
            ColumnCheck.NONE,
            Map.of(),
            name -> builder.database,
            home.resolve("drop"),
            home.resolve("data/work"),
            new Refusals((source, status) -> {}, builder.clock, System::nanoTime),
            builder.clock);
    beans.bind(main);
    main.configure().addRoutesBuilder(intake.route());
    main.configure()
        .withRoutesIncludePattern(
            "file:routes/csv.yaml,file:routes/database.yaml,file:routes/webhook.yaml,file:"
                + home.resolve("routes/sources")
                + "/*.yaml");
    main.configure().withStreamCachingEnabled(false);
    main.configure().withShutdownTimeout(5);
    main.start();
  }

  CamelContext context() {
    return main.getCamelContext();
  }

  Path drop(String source) {
    return home.resolve("drop").resolve(source);
  }

  /** The files that are being read. */
  Collection<FileProgress> files() {
    return beans.files();
  }

  SourceState state(String source) {
    return beans.states().all().stream()
        .filter(state -> state.source().equals(source))
        .findFirst()
        .orElseThrow(() -> new AssertionError("nothing is known of " + source));
  }

  @Override
  public void close() {
    main.stop();
  }

  /** What a test sets up before the sources start. */
  static final class Builder {
    private final Path home;
    private final RecordingIntake intake;
    private final List<SourceSettings> settings = new ArrayList<>();
    private @Nullable DataSource database;
    private Clock clock = Clock.systemUTC();
    private int batchRecords = 1_000;

    Builder(Path home, RecordingIntake intake) {
      this.home = home;
      this.intake = intake;
    }

    /** The database that all sources read. */
    Builder reading(DataSource shop) {
      database = shop;
      return this;
    }

    /** The time of the sources, where it is not the machine's. */
    Builder at(Clock time) {
      clock = time;
      return this;
    }

    /** A database source that reads often; {@code given} are further parameters. */
    Builder database(String name, String... given) {
      String[] all = plus(given, "mapping", name, "database", "shop", "every", "200ms");
      List<FileProblem> problems = new ArrayList<>();
      Optional<DatabaseSettings> read =
          DatabaseSettings.from(
              name, SourceParameters.of(problems, name, "database", all), ZoneId.of("UTC"));
      assertThat(problems).isEmpty();
      settings.add(read.orElseThrow());
      write(name, "database", all);
      return this;
    }

    /** How many records of the CSV sources that follow are one batch. */
    Builder batches(int records) {
      batchRecords = records;
      return this;
    }

    /** A CSV source that looks often; {@code given} are further parameters. */
    Builder csv(String name, String... given) {
      String[] all = plus(given, "mapping", name, "look-every", "100ms", "settle-time", "200ms");
      List<FileProblem> problems = new ArrayList<>();
      CsvSettings read =
          CsvSettings.from(name, SourceParameters.of(problems, name, "csv", all)).orElseThrow();
      assertThat(problems).isEmpty();
      settings.add(SmallBatches.of(read, batchRecords));
      write(name, "csv", all);
      return this;
    }

    RunningSources start() {
      return new RunningSources(this);
    }

    /** The first parameters, each unless it is given. */
    private static String[] plus(String[] given, String... first) {
      List<String> all = new ArrayList<>(List.of(given));
      for (int i = 0; i < first.length; i += 2) {
        if (!all.contains(first[i])) {
          all.addAll(List.of(first[i], first[i + 1]));
        }
      }
      return all.toArray(new String[0]);
    }

    private void write(String name, String template, String... parameters) {
      StringBuilder yaml = new StringBuilder();
      yaml.append("- templatedRoute:\n    routeTemplateRef: ").append(template);
      yaml.append("\n    routeId: ").append(name).append("\n    parameters:\n");
      for (int i = 0; i < parameters.length; i += 2) {
        yaml.append("      - name: ").append(parameters[i]).append("\n        value: |-\n");
        parameters[i + 1].lines().forEach(l -> yaml.append("          ").append(l).append('\n'));
      }
      try {
        Path folder = Files.createDirectories(home.resolve("routes/sources"));
        Files.writeString(folder.resolve(name + ".yaml"), yaml);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
