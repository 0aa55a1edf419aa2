package com.nexway.dmp.adapter.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexway.dmp.adapter.outbox.DeadLetter.Reason;
import com.nexway.dmp.adapter.outbox.Entry;
import com.nexway.dmp.adapter.outbox.Settlement;
import com.nexway.dmp.adapter.testing.SettableClock;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.time.Duration;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The table "Answers" of the reading, row by row. */
final class AnswersTest {
  private static final Entry FIRST = Entries.entry(1, 1, 1);
  private static final Entry SECOND = Entries.entry(1, 1, 2);

  private final SettableClock clock = new SettableClock();
  private final CountedRequests requests = new CountedRequests();
  private final Answers answers = new Answers(Entries.DEFAULTS, clock, requests);

  @Test
  void each_answer_is_told_once_and_a_missing_one_as_nought() {
    read(204);
    answers.read(FIRST, Answer.none(new ConnectException("refused")));

    assertThat(requests.answers).containsExactly(204, 0);
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 201, 202, 204, 299})
  void any_2xx_is_delivered(int status) {
    assertThat(read(status)).isEqualTo(new Outcome.Delivered(FIRST));
  }

  @Test
  void a_429_on_a_body_that_was_attempted_before_is_a_duplicate() {
    Outcome outcome = answers.read(SECOND, new Answer(429, null, null, "", null));

    assertThat(outcome).isEqualTo(new Outcome.Duplicate(SECOND));
    assertThat(((Outcome.Clear) outcome).settlement())
        .isEqualTo(new Settlement.Delivered(SECOND, true));
  }

  @Test
  void a_429_on_the_very_first_attempt_is_tried_once_more_after_a_minute() {
    Outcome outcome = answers.read(FIRST, new Answer(429, null, null, "", null));

    assertThat(((Outcome.Clear) outcome).settlement())
        .isInstanceOfSatisfying(
            Settlement.Later.class,
            later -> {
              assertThat(later.due()).isEqualTo(clock.instant().plusSeconds(60));
              assertThat(later.counts()).isFalse();
            });
  }

  @ParameterizedTest
  @CsvSource({"7, 7", "0, 1", "999999999999, 3600", "7200, 3600", "soon, 60", "-5, 60"})
  void a_429_with_retry_after_slows_the_destination_down(String header, int seconds) {
    Outcome outcome = answers.read(SECOND, new Answer(429, header, null, "", null));

    assertThat(outcome)
        .isEqualTo(new Outcome.SlowDown(SECOND, clock.instant().plusSeconds(seconds)));
  }

  @Test
  void retry_after_may_be_an_http_date() {
    Answer answer = new Answer(429, "Tue, 24 Nov 2026 12:00:30 GMT", null, "", null);

    assertThat(answers.read(FIRST, answer))
        .isEqualTo(new Outcome.SlowDown(FIRST, clock.instant().plusSeconds(30)));
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 402, 406, 409, 410, 413, 414, 415, 418, 422, 499})
  void an_event_that_is_not_acceptable_is_a_dead_letter_at_once_with_the_answer(int status) {
    Outcome outcome =
        answers.read(FIRST, new Answer(status, null, null, "user.email is wrong", null));

    assertThat(((Outcome.Clear) outcome).settlement())
        .isInstanceOfSatisfying(
            Settlement.Dead.class,
            dead -> {
              assertThat(dead.reason()).isEqualTo(Reason.REFUSED);
              assertThat(dead.answer().status()).isEqualTo(status);
              assertThat(dead.answer().body()).isEqualTo("user.email is wrong");
            });
  }

  @Test
  void a_501_is_a_dead_letter_of_its_own_kind() {
    Outcome outcome = read(501);

    assertThat(((Outcome.Clear) outcome).settlement())
        .isInstanceOfSatisfying(
            Settlement.Dead.class,
            dead -> {
              assertThat(dead.reason()).isEqualTo(Reason.NOT_IMPLEMENTED);
              assertThat(dead.why()).contains("\"order\"");
            });
  }

  @ParameterizedTest
  @CsvSource({"401, dmp.password", "404, dmp.url", "405, dmp.url", "407, dmp.proxy-password"})
  void a_wrong_door_says_what_to_mend(int status, String key) {
    assertThat(read(status))
        .isInstanceOfSatisfying(
            Outcome.WrongDoor.class, door -> assertThat(door.why()).contains(key));
  }

  @ParameterizedTest
  @ValueSource(ints = {300, 301, 302, 304, 307, 308})
  void a_redirect_is_a_wrong_door_and_says_where_it_leads(int status) {
    Answer answer = new Answer(status, null, "https://elsewhere.example/event", null, null);

    assertThat(answers.read(FIRST, answer))
        .isInstanceOfSatisfying(
            Outcome.WrongDoor.class,
            door -> assertThat(door.why()).contains("https://elsewhere.example/event"));
  }

  @ParameterizedTest
  @ValueSource(ints = {403, 408, 500, 502, 503, 504, 505, 507, 599})
  void poison_or_outage_is_left_to_the_other_events(int status) {
    assertThat(read(status))
        .isInstanceOfSatisfying(
            Outcome.Unclear.class, unclear -> assertThat(unclear.retryAfter()).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(ints = {403, 408, 500, 503})
  void retry_after_is_honoured_beside_a_failure(int status) {
    assertThat(answers.read(FIRST, new Answer(status, "20", null, "", null)))
        .isInstanceOfSatisfying(
            Outcome.Unclear.class,
            unclear -> assertThat(unclear.retryAfter()).contains(Duration.ofSeconds(20)));
  }

  @Test
  void no_answer_at_all_is_poison_or_outage() {
    for (IOException failure :
        new IOException[] {
          new ConnectException("Connection refused"),
          new SocketException("Connection reset"),
          new SocketTimeoutException("Read timed out"),
          new UnknownHostException("api.nexway.store"),
          new SSLHandshakeException("Remote host terminated the handshake"),
        }) {
      if (failure instanceof SSLHandshakeException) {
        failure.initCause(new EOFException("SSL peer shut down incorrectly"));
      }
      assertThat(answers.read(FIRST, Answer.none(failure)))
          .as(failure.toString())
          .isInstanceOf(Outcome.Unclear.class);
    }
  }

  @Test
  void a_certificate_that_is_not_trusted_is_a_wrong_door() {
    SSLException failure = new SSLHandshakeException("PKIX path building failed");
    failure.initCause(new CertificateException("unable to find valid certification path"));

    assertThat(answers.read(FIRST, Answer.none(failure)))
        .isInstanceOfSatisfying(
            Outcome.WrongDoor.class, door -> assertThat(door.why()).contains("dmp.truststore"));
  }

  @Test
  void an_answers_body_is_cut_and_freed_of_control_characters() {
    String body = "bad\u0000 \u001b[31mred\n" + "x".repeat(10_000);

    Outcome outcome = answers.read(FIRST, new Answer(400, null, null, body, null));

    String kept = ((Outcome.Refused) outcome).answer().body();
    assertThat(kept).startsWith("bad [31mred\nx").hasSize(AnswerBody.LIMIT);
  }

  private Outcome read(int status) {
    return answers.read(FIRST, new Answer(status, null, null, null, null));
  }
}
