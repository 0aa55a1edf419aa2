package com.nexway.dmp.adapter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import com.nexway.dmp.adapter.settings.LogSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class LogsTest {
  private static final Logger ROOT =
      (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

  @TempDir Path folder;

  @AfterEach
  void detach() {
    ROOT.getAppender("file").stop();
    ROOT.detachAppender("file");
  }

  @Test
  void the_log_is_written_to_a_file_that_its_owner_alone_may_read() throws IOException {
    Logs.toFolder(folder, new LogSettings(1 << 20, 2 << 20, Duration.ofDays(3)));

    LoggerFactory.getLogger("com.nexway.dmp.adapter.test").info("customers: 17 records");

    Path file = folder.resolve("adapter.log");
    assertThat(Logs.file()).contains(file);
    assertThat(file)
        .content()
        .endsWith("INFO  [main] com.nexway.dmp.adapter.test customers: 17 records\n");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }
}
