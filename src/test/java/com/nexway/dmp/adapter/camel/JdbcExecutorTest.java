package com.nexway.dmp.adapter.camel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Who looks asks a shop's database as a run does. */
final class JdbcExecutorTest {
  @Test
  void it_asks_with_the_options_that_the_route_shows() throws IOException {
    String route = Files.readString(Path.of("routes/database.yaml"));

    for (String option : JdbcExecutor.OPTIONS.split("&")) {
      assertThat(route).contains(option.replace("=", ": "));
    }
  }
}
