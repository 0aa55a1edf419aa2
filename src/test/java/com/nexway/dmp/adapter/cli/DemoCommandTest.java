package com.nexway.dmp.adapter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexway.dmp.adapter.testing.AdapterProcess;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo, as somebody new runs it: from any folder, with nothing set up. */
final class DemoCommandTest {
  @TempDir private Path anyFolder;

  @Test
  void it_ends_by_itself_with_0_when_each_expected_event_was_taken_once() {
    try (AdapterProcess demo = AdapterProcess.start(anyFolder, settings(), "demo", "--once")) {
      demo.awaitOutput("each exactly once");

      assertThat(demo.exitCode()).isZero();
      assertThat(demo.output())
          .contains("all 8 broken records are dead letters")
          .containsPattern("customers +200 .* 5 +0 ")
          .containsPattern("orders +364 ")
          .containsPattern("web-orders +76 ")
          .containsPattern("lost [1-9] answers");
    }
    assertThat(anyFolder).isEmptyDirectory();
  }

  @Test
  void without_once_it_says_where_to_look_and_runs_until_it_is_stopped() {
    try (AdapterProcess demo = AdapterProcess.start(anyFolder, settings(), "demo")) {
      demo.awaitOutput("/health  and").awaitOutput(" s  read");

      demo.stop();

      assertThat(demo.output()).contains("The demo ends.").contains("The sandbox took");
    }
  }

  /** What this machine is set up for must not reach the demo. */
  private static Map<String, String> settings() {
    return Map.of("DMP_URL", "https://api.nexway.store/event", "DMP_PER_SECOND", "1");
  }
}
