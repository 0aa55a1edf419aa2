package com.nexway.dmp.adapter.camel;

import com.nexway.dmp.adapter.source.Checkpoints;
import com.nexway.dmp.adapter.source.FileProgress;
import com.nexway.dmp.adapter.source.SourceSettings;
import com.nexway.dmp.adapter.source.SourceStates;
import com.nexway.dmp.adapter.source.Sources;
import com.nexway.dmp.adapter.source.csv.ColumnCheck;
import com.nexway.dmp.adapter.source.csv.CsvDrop;
import com.nexway.dmp.adapter.source.csv.CsvSettings;
import com.nexway.dmp.adapter.source.database.DatabaseReader;
import com.nexway.dmp.adapter.source.database.DatabaseSettings;
import com.nexway.dmp.adapter.source.webhook.Refusals;
import com.nexway.dmp.adapter.source.webhook.WebhookReceiver;
import com.nexway.dmp.adapter.source.webhook.WebhookSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.Main;
import org.apache.camel.main.MainListenerSupport;
import org.apache.camel.model.Model;

/** What the templates csv, database and webhook name. */
public final class SourceBeans {
  private final Path drop;
  private final SourceStates states;
  private final CsvDrop files;
  private final CsvSteps csv;
  private final WebhookReceiver receiver;
  private final WebhookSteps webhook;
  private final DatabaseSteps database;
  private final DatabaseReader reader;
  private final MissedRuns missedRuns;
  private final Sources sources;
  private final Function<String, DataSource> databases;

  /**
   * @param drop the folder of the drop folders
   * @param work a folder of our own for what is read
   * @param refusals told of each answer to a webhook
   * @param columnCheck what a mapping needs of a file's columns
   * @param mappings the texts of the mappings by their names
   * @param databases the shop's databases by their names in config/adapter.yaml
   */
  public SourceBeans(
      Sources sources,
      Checkpoints checkpoints,
      ColumnCheck columnCheck,
      Map<String, String> mappings,
      Function<String, DataSource> databases,
      Path drop,
      Path work,
      Refusals refusals,
      Clock clock) {
    this.sources = sources;
    this.databases = databases;
    this.drop = drop;
    this.states = new SourceStates(clock);
    sources.all(SourceSettings.class).forEach(each -> states.doing(each.name(), each.waiting()));
    this.files =
        new CsvDrop(
            name -> sources.of(name, CsvSettings.class),
            checkpoints,
            columnCheck,
            states,
            work,
            clock);
    this.csv = new CsvSteps(files);
    this.receiver =
        new WebhookReceiver(name -> sources.of(name, WebhookSettings.class), states, clock);
    this.webhook = new WebhookSteps(receiver, refusals);
    this.reader =
        new DatabaseReader(
            name -> sources.of(name, DatabaseSettings.class), mappings, checkpoints, states, clock);
    this.missedRuns = new MissedRuns(sources, reader);
    this.database = new DatabaseSteps(reader);
  }

  /** Puts them where the routes find them; to be called before Camel starts. */
  public void bind(Main main) {
    main.bind("csv", csv);
    main.bind("dropFolders", new DropFolders(states, files));
    main.bind("webhook", webhook);
    main.bind("webhookJson", WebhookJson.mapper());
    main.bind("database", database);
    for (DatabaseSettings each : sources.all(DatabaseSettings.class)) {
      main.bind(DatabaseSteps.name(each.name()), databases.apply(each.database()));
    }
    main.addProperty("adapter.drop", drop.toString());
    main.addMainListener(
        new MainListenerSupport() {
          @Override
          public void beforeConfigure(BaseMainSupport starting) {
            prepare(starting.getCamelContext());
          }
        });
  }

  private void prepare(CamelContext context) {
    context.addComponent("quartz", QuartzThreads.component());
    context.getPropertiesComponent().addPropertiesFunction(new Millis());
    context.getPropertiesComponent().addPropertiesFunction(new Seconds());
    context.getPropertiesComponent().addPropertiesFunction(new ZoneOf(sources));
    context
        .getCamelContextExtension()
        .getContextPlugin(Model.class)
        .addModelLifecycleStrategy(new RouteNames());
    try {
      context.addStartupListener(missedRuns);
    } catch (Exception e) {
      throw new IllegalStateException("a context that is not started takes any listener", e);
    }
  }

  /** Begins a run of each source that waits for a time of day. */
  void readNow(CamelContext context) {
    missedRuns.begin(context, source -> true);
  }

  /** How far the files are that are being read. */
  Collection<FileProgress> files() {
    return files.progress();
  }

  /** Who may come in by a webhook. */
  WebhookReceiver receiver() {
    return receiver;
  }

  /** How each source fares, for health and alerts. */
  public SourceStates states() {
    return states;
  }
}
