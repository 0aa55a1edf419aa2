package com.nexway.dmp.adapter.economy;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexway.dmp.adapter.testing.AdapterProcess;
import com.nexway.dmp.adapter.testing.DmpProcess;
import com.nexway.dmp.adapter.testing.Figures;
import com.nexway.dmp.adapter.testing.Rhythm;
import com.nexway.dmp.adapter.testing.TestHome;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ten a second and never more, as the DMP sees it; and hardly less while there is work. */
final class PacingTest {
  private static final int LIMIT = 10;

  /** After this long the pace is steady: the first request has its answer, Java is warm. */
  private static final Duration BEGINNING = Duration.ofSeconds(10);

  @TempDir Path home;

  @BeforeEach
  void work_for_several_minutes() throws IOException {
    TestHome.in(home);
    Customers.in(home, "live").drop(2_000);
  }

  @Test
  void no_second_has_more_than_ten_requests_though_the_process_is_killed_in_between() {
    try (DmpProcess dmp = DmpProcess.start()) {
      dmp.slow(Duration.ofMillis(300));
      try (AdapterProcess adapter = run(dmp)) {
        awaitRequests(dmp, 1);
        awaitRequests(dmp, 100);
        adapter.kill();
      }
      try (AdapterProcess adapter = run(dmp)) {
        awaitRequests(dmp, 200);
      }

      Rhythm.assertThatNoneCameTooEarly(moments(dmp), LIMIT);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 300, 2_000})
  @Tag("soak")
  void two_minutes_of_work_use_97_percent_of_ten_a_second_whatever_the_latency(int millis) {
    try (DmpProcess dmp = DmpProcess.start()) {
      dmp.slow(Duration.ofMillis(millis));
      try (AdapterProcess adapter = run(dmp)) {
        awaitRequests(dmp, 120 * LIMIT);
      }
      List<Long> all = moments(dmp);
      long begun = all.get(0) + BEGINNING.toNanos();
      double steady = used(all.stream().filter(at -> at >= begun).toList());
      Figures.of("pacing-at-" + millis + "ms")
          .put("requests", all.size())
          .put("busiest-second", dmp.busiestSecond(), "requests")
          .put("used-from-first-to-last", used(all), "%")
          .put("used-when-steady", steady, "%")
          .write();

      assertThat(dmp.busiestSecond()).isLessThanOrEqualTo(LIMIT);
      assertThat(steady).isGreaterThanOrEqualTo(97);
      assertThat(used(all)).isGreaterThanOrEqualTo(97);
    }
  }

  /** The requests as a part of what the limit allows between the first and the last of them. */
  private static double used(List<Long> arrivals) {
    double seconds = (arrivals.get(arrivals.size() - 1) - arrivals.get(0)) / 1e9;
    return 100 * (arrivals.size() - 1) / (seconds * LIMIT);
  }

  private static List<Long> moments(DmpProcess dmp) {
    return dmp.arrivals().stream().map(DmpProcess.Arrival::nanos).toList();
  }

  private AdapterProcess run(DmpProcess dmp) {
    return AdapterProcess.start(home, dmp.settings(Integer.toString(LIMIT)), "run");
  }

  private static void awaitRequests(DmpProcess dmp, int number) {
    Awaitility.await()
        .atMost(Duration.ofMinutes(5))
        .pollInterval(Duration.ofMillis(100))
        .until(() -> dmp.requests() >= number);
  }
}
