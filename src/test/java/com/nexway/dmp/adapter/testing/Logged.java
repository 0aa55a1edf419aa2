package com.nexway.dmp.adapter.testing;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/** What a part writes into the log from now on. */
public final class Logged {
  private final List<String> lines = new CopyOnWriteArrayList<>();

  private Logged() {}

  /** Listens to a logger. */
  public static Logged of(String name) {
    Logged logged = new Logged();
    Logger logger = (Logger) LoggerFactory.getLogger(name);
    AppenderBase<ILoggingEvent> appender =
        new AppenderBase<>() {
          @Override
          protected void append(ILoggingEvent event) {
            logged.lines.add(event.getFormattedMessage());
          }
        };
    appender.setContext(logger.getLoggerContext());
    appender.start();
    logger.addAppender(appender);
    return logged;
  }

  public List<String> lines() {
    return List.copyOf(lines);
  }
}
