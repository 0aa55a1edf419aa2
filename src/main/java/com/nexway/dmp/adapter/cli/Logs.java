package com.nexway.dmp.adapter.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeAndTimeBasedRollingPolicy;
import ch.qos.logback.core.util.FileSize;
import com.nexway.dmp.adapter.files.PrivateFiles;
import com.nexway.dmp.adapter.settings.LogSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.LoggerFactory;

/** The log in data/logs, beside the one on the console. */
final class Logs {
  private static final String NAME = "file";

  private Logs() {}

  /**
   * Writes the log to {@code adapter.log} in a folder from now on, within the limits.
   *
   * @throws IOException if the file cannot be made
   */
  static void toFolder(Path folder, LogSettings settings) throws IOException {
    Path file = folder.resolve("adapter.log");
    PrivateFiles.file(file);
    Logger root = root();
    LoggerContext context = root.getLoggerContext();
    RollingFileAppender<ILoggingEvent> appender = new RollingFileAppender<>();
    appender.setContext(context);
    appender.setName(NAME);
    appender.setFile(file.toString());
    appender.setEncoder(encoder(context));
    SizeAndTimeBasedRollingPolicy<ILoggingEvent> policy = new SizeAndTimeBasedRollingPolicy<>();
    policy.setContext(context);
    policy.setParent(appender);
    policy.setFileNamePattern(folder.resolve("adapter.%d.%i.log.gz").toString());
    policy.setMaxFileSize(new FileSize(settings.fileBytes()));
    policy.setTotalSizeCap(new FileSize(settings.totalBytes()));
    policy.setMaxHistory((int) settings.keep().toDays());
    policy.setCleanHistoryOnStart(true);
    policy.start();
    appender.setRollingPolicy(policy);
    appender.start();
    root.addAppender(appender);
  }

  /** As {@link #toFolder}, and no longer to the console, which is for what the command tells. */
  static void toFolderAlone(Path folder, LogSettings settings) throws IOException {
    toFolder(folder, settings);
    root().detachAppender("console");
  }

  /** From now on the log follows each batch, event and answer, by their numbers. */
  static void verbose() {
    root().getLoggerContext().getLogger("com.nexway").setLevel(Level.DEBUG);
  }

  /** The file that the log is written to; empty where it is on the console alone. */
  static Optional<Path> file() {
    return root().getAppender(NAME) instanceof RollingFileAppender<ILoggingEvent> appender
        ? Optional.of(Path.of(appender.getFile()))
        : Optional.empty();
  }

  private static LogLines encoder(LoggerContext context) {
    LogLines encoder = LogLines.whole();
    encoder.setContext(context);
    encoder.start();
    return encoder;
  }

  private static Logger root() {
    return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  }
}
