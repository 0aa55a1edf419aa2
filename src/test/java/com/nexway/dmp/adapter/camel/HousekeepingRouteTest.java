package com.nexway.dmp.adapter.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nexway.dmp.adapter.event.Draft;
import com.nexway.dmp.adapter.event.Drafts;
import com.nexway.dmp.adapter.record.Problem;
import com.nexway.dmp.adapter.testing.Damage;
import com.nexway.dmp.adapter.testing.Orders;
import com.nexway.dmp.adapter.testing.RunningRoutes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.AdviceWith;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HousekeepingRouteTest {
  private static final Clock LONG_AGO = Clock.offset(Clock.systemUTC(), Duration.ofDays(-100));

  @TempDir Path home;

  @Test
  void the_right_to_send_is_taken_at_the_start_and_given_up_at_the_stop() {
    try (RunningRoutes adapter = RunningRoutes.start(home, Map.of(), "housekeeping")) {
      await().until(() -> adapter.outbox().lease().held());

      adapter.stop();

      assertThat(adapter.outbox().lease().held()).isFalse();
    }
  }

  @Test
  void dead_letters_that_are_too_old_are_forgotten_row_and_file() throws Exception {
    try (RunningRoutes then = RunningRoutes.start(home, Map.of(), LONG_AGO, "dead-letters")) {
      then.outbox().accept(refused("1", "2", "3"));
      await().until(() -> files(then.deadLetters()) == 3);
    }
    try (RunningRoutes now = RunningRoutes.start(home, Map.of(), "housekeeping")) {
      AdviceWith.adviceWith(
          now.context(), "retention", route -> route.replaceFromWith("direct:retention"));

      now.context().createProducerTemplate().sendBody("direct:retention", "");

      assertThat(files(now.deadLetters())).isZero();
    }
  }

  @Test
  void an_outbox_that_was_damaged_meanwhile_is_told_by_the_daily_check() throws Exception {
    try (RunningRoutes filled = RunningRoutes.start(home, Map.of(), "housekeeping")) {
      for (int batch = 0; batch < 10; batch++) {
        filled.outbox().accept(Orders.live(numbers(batch)));
      }
    }
    try (RunningRoutes adapter = RunningRoutes.start(home, Map.of(), "housekeeping")) {
      AdviceWith.adviceWith(
          adapter.context(), "store-check", route -> route.replaceFromWith("direct:check"));
      ProducerTemplate check = adapter.context().createProducerTemplate();
      check.sendBody("direct:check", "");
      assertThat(adapter.outbox().upkeep().trouble()).isEmpty();

      Damage.to(adapter.database());
      check.sendBody("direct:check", "");

      assertThat(adapter.outbox().upkeep().trouble().orElse(""))
          .contains("outbox.db is damaged", "put the last backup in its place");
      assertThat(adapter.outbox().accept(Orders.live("new")).queued()).isEqualTo(1);
    }
  }

  private static String[] numbers(int batch) {
    return IntStream.range(batch * 100, batch * 100 + 100)
        .mapToObj(Integer::toString)
        .toArray(String[]::new);
  }

  private static Drafts refused(String... numbers) {
    Drafts ready = Orders.live(numbers);
    List<Draft> drafts =
        ready.drafts().stream()
            .<Draft>map(
                draft ->
                    new Draft.Refused(
                        draft.record(),
                        null,
                        null,
                        List.of(Problem.error("/user/email", "mail", null, "write an address"))))
            .toList();
    return new Drafts(ready.batch(), drafts);
  }

  private static long files(Path folder) throws Exception {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> file.toString().endsWith(".json")).count();
    }
  }
}
