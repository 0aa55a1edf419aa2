package com.nexway.dmp.adapter.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexway.dmp.adapter.outbox.Entry;
import com.nexway.dmp.adapter.testing.SettableClock;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What health says of the DMP: what is so, until when, and why. */
final class DestinationStateTest {
  private static final String TWO_HOURS = "7200";

  private final SettableClock clock = new SettableClock();
  private final Destination destination = new Destination(Entries.DEFAULTS, clock, () -> 0.5);
  private final Answers answers =
      new Answers(Entries.DEFAULTS, clock, new CountedRequests(), new AnswerLog(System::nanoTime));

  @Test
  void a_503_that_asks_for_two_hours_quiets_everything_for_the_longest_time_obeyed() {
    answered(1, 503, TWO_HOURS);

    assertThat(destination.room()).isZero();
    assertThat(destination.state().words())
        .startsWith("The DMP answered 503.")
        .contains("The next request goes out at 2026-11-24T13:00:00Z.");

    clock.tick(Duration.ofHours(1));
    assertThat(destination.room()).isPositive();
  }

  @Test
  void while_the_dmp_is_away_since_when_and_until_when_are_told() {
    answered(1, 500, null);
    clock.tick(Duration.ofSeconds(1));
    answered(2, 503, TWO_HOURS);

    assertThat(destination.state().words())
        .isEqualTo(
            "all events wait since 2026-11-24T12:00:01Z, and none is lost. The DMP answered 503."
                + " The next request goes out at 2026-11-24T13:00:01Z.");
  }

  @Test
  void a_wrong_password_is_told_with_what_to_mend() {
    answered(1, 401, null);

    assertThat(destination.state().words())
        .contains("all events wait since 2026-11-24T12:00:00Z.")
        .contains("Set dmp.username and dmp.password")
        .endsWith("The next request goes out at 2026-11-24T12:01:00Z.");
  }

  @Test
  void while_all_is_well_nothing_else_is_said() {
    answered(1, 204, null);

    assertThat(destination.state().words()).isEqualTo("events are sent");
  }

  private void answered(long id, int status, @Nullable String retryAfter) {
    Entry entry = Entries.first(id);
    destination.began(entry);
    Map<String, String> headers = retryAfter == null ? Map.of() : Map.of("retry-after", retryAfter);
    destination.settle(entry, answers.read(entry, new Answer.Given(status, headers, "")));
  }
}
