package com.nexway.dmp.adapter.camel;

import com.nexway.dmp.adapter.source.Sources;
import com.nexway.dmp.adapter.source.database.DatabaseReader;
import com.nexway.dmp.adapter.source.database.DatabaseSettings;
import com.nexway.dmp.adapter.source.database.Schedule;
import java.util.function.Predicate;
import org.apache.camel.CamelContext;
import org.apache.camel.ExtendedStartupListener;
import org.apache.camel.Route;
import org.apache.camel.component.quartz.QuartzEndpoint;
import org.quartz.JobKey;
import org.quartz.SchedulerException;
import org.quartz.TriggerKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs by the calendar that fell due while the adapter was off: each source once, at start. */
final class MissedRuns implements ExtendedStartupListener {
  private static final Logger LOG = LoggerFactory.getLogger(MissedRuns.class);

  private final Sources sources;
  private final DatabaseReader reader;

  MissedRuns(Sources sources, DatabaseReader reader) {
    this.sources = sources;
    this.reader = reader;
  }

  @Override
  public void onCamelContextStarted(CamelContext context, boolean alreadyStarted) {}

  @Override
  public void onCamelContextFullyStarted(CamelContext context, boolean alreadyStarted) {
    begin(
        context,
        source -> {
          boolean missed = reader.missed(source);
          if (missed) {
            LOG.info("{}: a run was missed while the adapter was off; now", source);
          }
          return missed;
        });
  }

  /** Begins a run of those whose name is wanted, of those that have a calendar. */
  void begin(CamelContext context, Predicate<String> wanted) {
    for (DatabaseSettings source : sources.all(DatabaseSettings.class)) {
      Route route = context.getRoute(source.name());
      if (route != null
          && route.getEndpoint() instanceof QuartzEndpoint quartz
          && source.schedule() instanceof Schedule.Cron
          && wanted.test(source.name())) {
        trigger(quartz);
      }
    }
  }

  private static void trigger(QuartzEndpoint quartz) {
    TriggerKey key = quartz.getTriggerKey();
    try {
      quartz.getComponent().getScheduler().triggerJob(new JobKey(key.getName(), key.getGroup()));
    } catch (SchedulerException e) {
      throw new IllegalStateException("a run that was missed cannot be started", e);
    }
  }
}
