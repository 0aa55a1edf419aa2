package com.nexway.dmp.adapter.camel;

import com.nexway.dmp.adapter.source.Checkpoints;
import com.nexway.dmp.adapter.source.SourceStates;
import com.nexway.dmp.adapter.source.Sources;
import com.nexway.dmp.adapter.source.csv.CsvDrop;
import com.nexway.dmp.adapter.source.csv.CsvSettings;
import com.nexway.dmp.adapter.source.csv.CsvSurvey;
import com.nexway.dmp.adapter.source.webhook.WebhookDoor;
import com.nexway.dmp.adapter.source.webhook.WebhookSettings;
import java.nio.file.Path;
import java.time.Clock;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.Main;
import org.apache.camel.main.MainListenerSupport;
import org.apache.camel.model.Model;

/** What the templates csv, database and webhook name. */
public final class SourceBeans {
  private final Path drop;
  private final SourceStates states;
  private final CsvSteps csv;
  private final WebhookSteps webhook;

  /**
   * @param drop the folder of the drop folders
   * @param work a folder of our own for what is read
   * @param columnCheck what a mapping needs of a file's columns
   */
  public SourceBeans(
      Sources sources,
      Checkpoints checkpoints,
      CsvSurvey.ColumnCheck columnCheck,
      Path drop,
      Path work,
      Clock clock) {
    this.drop = drop;
    this.states = new SourceStates(clock);
    this.csv =
        new CsvSteps(
            new CsvDrop(
                name -> sources.of(name, CsvSettings.class),
                checkpoints,
                columnCheck,
                states,
                work,
                clock));
    this.webhook =
        new WebhookSteps(
            new WebhookDoor(name -> sources.of(name, WebhookSettings.class), states, clock));
  }

  /** Puts them where the routes find them; to be called before Camel starts. */
  public void bind(Main main) {
    main.bind("csv", csv);
    main.bind("webhook", webhook);
    main.bind("webhookJson", WebhookSteps.json());
    main.addProperty("adapter.drop", drop.toString());
    main.addMainListener(
        new MainListenerSupport() {
          @Override
          public void beforeConfigure(BaseMainSupport starting) {
            starting
                .getCamelContext()
                .getCamelContextExtension()
                .getContextPlugin(Model.class)
                .addModelLifecycleStrategy(new SourceNames());
          }
        });
  }

  /** How each source fares, for health and alerts. */
  public SourceStates states() {
    return states;
  }
}
