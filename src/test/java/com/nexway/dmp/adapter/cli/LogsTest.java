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

  @Test
  void a_message_is_one_line_whatever_it_quotes_and_an_exception_fakes_none() throws IOException {
    Logs.toFolder(folder, new LogSettings(1 << 20, 2 << 20, Duration.ofDays(3)));

    LoggerFactory.getLogger("com.nexway.dmp.adapter.test")
        .warn(
            "{} is not read",
            "a\n2026-01-01T00:00:00.000Z ERROR all is lost\u001b[2J\u202e.csv",
            new IllegalStateException("b\n2026-01-01T00:00:00.000Z ERROR c", new IOException("d")));

    assertThat(folder.resolve("adapter.log"))
        .content()
        .contains(
            "a\\n2026-01-01T00:00:00.000Z ERROR all is lost\\u001b[2J\\u202e.csv is not read\n"
                + "java.lang.IllegalStateException: b\\n2026-01-01T00:00:00.000Z ERROR c\n\tat ")
        .contains("\nCaused by: java.io.IOException: d\n")
        .doesNotContain("\n2026-01-01")
        .doesNotContain("\u001b");
  }
}
