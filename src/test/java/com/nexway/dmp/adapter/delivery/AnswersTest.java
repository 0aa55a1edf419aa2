package com.nexway.dmp.adapter.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexway.dmp.adapter.outbox.Earlier;
import com.nexway.dmp.adapter.outbox.Entry;
import com.nexway.dmp.adapter.testing.SettableClock;
import com.nexway.dmp.adapter.text.Sparing;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The table "Answers" of the reading, row by row. */
final class AnswersTest {
  private static final Map<String, String> NO_HEADERS = Map.of();
  private static final Entry FIRST = Entries.first(1);
  private static final Entry LOST_BEFORE = Entries.entry(1, Earlier.NONE.withoutAnswer());
  private static final Entry SAID_HAD_BEFORE = Entries.entry(1, Earlier.NONE.withHad());

  private final SettableClock clock = new SettableClock();
  private final CountedRequests requests = new CountedRequests();
  private final List<String> lines = new ArrayList<>();
  private long nanos;
  private final AnswerLog log = new AnswerLog(() -> nanos, lines::add);
  private final Answers answers = new Answers(clock, requests, log);

  @Test
  void each_answer_is_told_once_and_a_missing_one_as_nought() {
    read(204, "");
    answers.read(FIRST, new Answer.None(new ConnectException("refused"), false));
    answers.read(FIRST, new Answer.OfProxy(502));
    answers.read(FIRST, new Answer.Unwritten("closed"));

    assertThat(requests.answers).containsExactly(204, 0, 0);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "200, text/plain, OK",
        "200, -, ''",
        "200, application/json, {\"ok\":true}",
        "201, -, ''",
        "202, -, a < b",
        "204, text/html, ''",
        "204, -, ''",
        "299, -, ''",
      })
  void a_2xx_is_taken(int status, String type, String body) {
    assertThat(given(FIRST, status, type(type), body)).isEqualTo(new Meaning.Delivered());
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "200, text/html; charset=utf-8, Please log in",
        "200, TEXT/HTML, ''",
        "200, -, <html><body>Maintenance</body></html>",
        "202, text/plain, '  <!DOCTYPE html>'",
        "200, application/json, '\uFEFF<html>'",
        "203, application/xhtml+xml, x",
      })
  void a_web_page_that_says_2xx_is_not_the_dmps_word(int status, String type, String body) {
    assertThat(given(FIRST, status, type(type), body))
        .isInstanceOfSatisfying(
            Meaning.Doubt.class,
            doubt -> {
              assertThat(doubt.said()).contains("web page");
              assertThat(doubt.answer().status()).isEqualTo(status);
            });
  }

  @Test
  void a_429_after_an_answer_that_was_lost_is_a_duplicate() {
    assertThat(given(LOST_BEFORE, 429, NO_HEADERS, "")).isEqualTo(new Meaning.Duplicate());
  }

  @Test
  void a_429_where_no_answer_was_lost_is_asked_once_more_and_then_believed() {
    assertThat(given(FIRST, 429, NO_HEADERS, "")).isEqualTo(new Meaning.Again());
    assertThat(given(Entries.entry(1, Earlier.NONE.failedAgain(1, true)), 429, NO_HEADERS, ""))
        .isEqualTo(new Meaning.Again());
    assertThat(given(SAID_HAD_BEFORE, 429, NO_HEADERS, "")).isEqualTo(new Meaning.Duplicate());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Too Many Requests",
        "<html><h1>429 Too Many Requests</h1></html>",
        "{\"error\":\"event already processed\"}",
        "duplicate event, rate it as you like",
        "Already processed within the rate limit",
        "{\"message\":\"This event was duplicated; quota untouched\"}",
        "integrated, generated, separate, accurate"
      })
  void a_429_with_such_a_body_is_the_dmps_own(String body) {
    assertThat(given(LOST_BEFORE, 429, NO_HEADERS, body)).isEqualTo(new Meaning.Duplicate());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"error\":\"rate limit exceeded\"}",
        "RateLimitExceeded",
        "{\"code\":\"RATE_LIMIT_EXCEEDED\"}",
        "Request limit reached",
        "{\"message\":\"Limit Exceeded\"}",
        "Quota exceeded for quota metric",
        "Rate exceeded",
        "You are being rate-limited",
        "Request was throttled.",
        "Rate limit exceeded; your request was not processed"
      })
  void a_429_with_such_a_body_is_a_limiters_even_after_a_lost_answer(String body) {
    assertThat(given(LOST_BEFORE, 429, NO_HEADERS, body))
        .isEqualTo(new Meaning.SlowDown(Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x-ratelimit-remaining | 0",
        "ratelimit-remaining | 0",
        "x-rate-limit-remaining | 0",
        "x-ratelimit-remaining-minute | 0",
        "x-ratelimit-remaining | 100, 0",
        "ratelimit-remaining | 0;w=60",
        "ratelimit | limit=10, remaining=0, reset=1",
        "ratelimit | \"default\";r=0;t=30",
      })
  void a_429_with_nothing_left_is_a_limiters(String header, String value) {
    assertThat(given(LOST_BEFORE, 429, Map.of(header, value), ""))
        .isEqualTo(new Meaning.SlowDown(Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x-ratelimit-remaining | 7",
        "x-ratelimit-remaining | 100",
        "x-ratelimit-limit | 0",
        "ratelimit-reset | 0",
        "ratelimit | \"default\";r=50;t=0",
        "ratelimit | limit=10, remaining=10, reset=0",
        "content-length | 0",
      })
  void a_counter_that_is_not_used_up_says_nothing(String header, String value) {
    assertThat(given(LOST_BEFORE, 429, Map.of(header, value), ""))
        .isEqualTo(new Meaning.Duplicate());
  }

  @ParameterizedTest
  @CsvSource({"7, 7", "0, 1", "999999999999, 3600", "7200, 3600"})
  void a_429_with_retry_after_says_how_long_to_wait(String header, int seconds) {
    assertThat(given(LOST_BEFORE, 429, Map.of("retry-after", header), ""))
        .isEqualTo(new Meaning.SlowDown(Optional.of(Duration.ofSeconds(seconds))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"soon", "-5", ""})
  void a_429_with_a_retry_after_that_cannot_be_read_is_still_a_limiters(String header) {
    assertThat(given(FIRST, 429, Map.of("retry-after", header), ""))
        .isEqualTo(new Meaning.SlowDown(Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Tue, 24 Nov 2026 12:00:30 GMT",
        "Mon, 24 Nov 2026 12:00:30 GMT",
        "Tuesday, 24-Nov-26 12:00:30 GMT",
        "Tue Nov 24 12:00:30 2026",
        "24 Nov 2026 12:00:30 UTC",
        "30, 30"
      })
  void retry_after_may_be_an_http_date_of_any_form_and_stand_there_twice(String header) {
    assertThat(given(FIRST, 429, Map.of("retry-after", header), ""))
        .isEqualTo(new Meaning.SlowDown(Optional.of(Duration.ofSeconds(30))));
  }

  @ParameterizedTest
  @ValueSource(
      ints = {400, 402, 406, 409, 411, 412, 413, 414, 415, 418, 422, 424, 426, 428, 431, 451})
  void an_event_that_is_not_acceptable_is_refused_with_the_answer(int status) {
    assertThat(read(status, "user.email is wrong"))
        .isInstanceOfSatisfying(
            Meaning.Refused.class,
            refused -> {
              assertThat(refused.kind()).isEqualTo(Meaning.Refused.Kind.NOT_ACCEPTABLE);
              assertThat(refused.answer().status()).isEqualTo(status);
              assertThat(refused.answer().body()).isEqualTo("user.email is wrong");
            });
  }

  @Test
  void a_501_is_refused_as_a_kind_of_its_own() {
    assertThat(read(501, ""))
        .isInstanceOfSatisfying(
            Meaning.Refused.class,
            refused -> assertThat(refused.kind()).isEqualTo(Meaning.Refused.Kind.NOT_IMPLEMENTED));
  }

  @ParameterizedTest
  @CsvSource({
    "401, dmp.password",
    "404, dmp.url",
    "405, dmp.url",
    "407, dmp.proxy-password",
    "410, dmp.url"
  })
  void a_wrong_door_says_what_to_mend(int status, String key) {
    assertThat(read(status, ""))
        .isInstanceOfSatisfying(
            Meaning.NoAccess.class, none -> assertThat(none.why()).contains(key));
  }

  @ParameterizedTest
  @ValueSource(ints = {300, 301, 302, 303, 304, 307, 308})
  void a_redirect_is_a_wrong_door_and_says_where_it_leads_without_the_query(int status) {
    Map<String, String> to =
        Map.of("location", "https://me:pw@elsewhere.example/event?token=secret#x");

    assertThat(given(FIRST, status, to, ""))
        .isInstanceOfSatisfying(
            Meaning.NoAccess.class,
            none ->
                assertThat(none.why())
                    .contains(" to https://elsewhere.example/event (" + status + ")")
                    .doesNotContain("secret", "pw@"));
  }

  @ParameterizedTest
  @ValueSource(
      ints = {403, 408, 421, 423, 425, 499, 500, 502, 503, 504, 505, 507, 520, 599, 600, 999})
  void poison_or_outage_is_left_to_the_other_events(int status) {
    assertThat(read(status, ""))
        .isInstanceOfSatisfying(
            Meaning.Doubt.class,
            doubt -> {
              assertThat(doubt.said()).isEqualTo("The DMP answered " + status + ".");
              assertThat(doubt.retryAfter()).isEmpty();
              assertThat(doubt.lost()).isFalse();
            });
  }

  @ParameterizedTest
  @ValueSource(ints = {403, 408, 425, 500, 503})
  void retry_after_is_honoured_beside_a_failure(int status) {
    assertThat(given(FIRST, status, Map.of("retry-after", "20"), ""))
        .isInstanceOfSatisfying(
            Meaning.Doubt.class,
            doubt -> assertThat(doubt.retryAfter()).contains(Duration.ofSeconds(20)));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void no_answer_at_all_is_poison_or_outage_and_lost_only_where_it_was_written(boolean written) {
    SSLException brokenOff = new SSLHandshakeException("Remote host terminated the handshake");
    brokenOff.initCause(new EOFException("SSL peer shut down incorrectly"));
    for (IOException failure :
        new IOException[] {
          new ConnectException("Connection refused"),
          new SocketException("Connection reset"),
          new SocketTimeoutException("no answer within 30 s"),
          new UnknownHostException("api.nexway.store"),
          brokenOff,
        }) {
      assertThat(answers.read(FIRST, new Answer.None(failure, written)))
          .as(failure.toString())
          .isInstanceOfSatisfying(
              Meaning.Doubt.class,
              doubt -> {
                assertThat(doubt.lost()).isEqualTo(written);
                assertThat(doubt.said()).startsWith("The DMP did not answer: ");
                assertThat(doubt.answer().status()).isZero();
              });
    }
  }

  @Test
  void a_certificate_that_is_not_trusted_is_a_wrong_door() {
    SSLException failure = new SSLHandshakeException("PKIX path building failed");
    failure.initCause(new CertificateException("unable to find valid certification path"));

    assertThat(answers.read(FIRST, new Answer.None(failure, false)))
        .isInstanceOfSatisfying(
            Meaning.NoAccess.class,
            none -> assertThat(none.why()).contains("dmp.truststore", "certification path"));
  }

  @Test
  void a_secure_connection_that_breaks_after_the_request_is_no_wrong_door() {
    assertThat(answers.read(FIRST, new Answer.None(new SSLException("bad record"), true)))
        .isInstanceOfSatisfying(Meaning.Doubt.class, doubt -> assertThat(doubt.lost()).isTrue());
  }

  @Test
  void a_secure_connection_that_is_refused_for_want_of_a_certificate_is_a_wrong_door() {
    SSLException refused = new SSLHandshakeException("Received fatal alert: bad_certificate");

    assertThat(answers.read(FIRST, new Answer.None(refused, true)))
        .isInstanceOf(Meaning.NoAccess.class);
  }

  @Test
  void a_connection_that_is_cut_is_told_in_words() {
    assertThat(answers.read(FIRST, new Answer.None(new IOException("Broken pipe"), true)))
        .isInstanceOfSatisfying(
            Meaning.Doubt.class,
            doubt -> assertThat(doubt.said()).contains("it cut the connection (Broken pipe)"));
  }

  @Test
  void a_connection_that_this_machine_cannot_open_is_told_with_what_to_raise() {
    assertThat(
            answers.read(FIRST, new Answer.None(new SocketException("Too many open files"), false)))
        .isInstanceOfSatisfying(
            Meaning.Doubt.class, doubt -> assertThat(doubt.said()).contains("ulimit -n"));
  }

  @Test
  void a_proxy_that_asks_for_a_password_is_a_wrong_door_of_its_own() {
    assertThat(answers.read(FIRST, new Answer.OfProxy(407)))
        .isInstanceOfSatisfying(
            Meaning.NoAccess.class,
            none -> assertThat(none.why()).startsWith("Your proxy").contains("dmp.proxy-password"));
  }

  @ParameterizedTest
  @ValueSource(ints = {302, 403, 404, 500, 502, 503})
  void a_proxy_that_does_not_pass_on_is_named_and_no_event_is_lost_to_it(int status) {
    assertThat(answers.read(FIRST, new Answer.OfProxy(status)))
        .isInstanceOfSatisfying(
            Meaning.Doubt.class,
            doubt -> {
              assertThat(doubt.said()).startsWith("Your proxy (dmp.proxy)").contains("" + status);
              assertThat(doubt.lost()).isFalse();
            });
  }

  @Test
  void what_was_never_written_says_nothing_of_the_event() {
    assertThat(answers.read(FIRST, new Answer.Unwritten("the right to send is elsewhere")))
        .isEqualTo(new Meaning.Unwritten("the right to send is elsewhere"));
  }

  @Test
  void an_answers_body_is_cut_and_freed_of_control_characters() {
    String body = "bad\u0000 \u001b[31mred\n" + "x".repeat(10_000);

    String kept = ((Meaning.Refused) read(400, body)).answer().body();

    assertThat(kept).startsWith("bad [31mred\nx").hasSize(AnswerBody.LIMIT);
  }

  @Test
  void the_log_tells_the_first_refusal_at_once_and_then_one_counted_line_in_ten_minutes() {
    for (int i = 0; i < 27; i++) {
      read(400, "anna@example.com is wrong");
    }
    read(422, "");
    assertThat(lines).hasSize(2).noneMatch(line -> line.contains("anna"));

    nanos += Duration.ofMinutes(10).toNanos();
    Sparing.tellAll();

    assertThat(lines).hasSize(3);
    assertThat(lines.get(2)).contains("400", "26 times", "ten minutes");
  }

  @Test
  void the_log_tells_a_pause_that_a_gateway_asks_for() {
    given(FIRST, 429, Map.of("retry-after", "30"), "");
    given(FIRST, 429, Map.of("retry-after", "30"), "");

    assertThat(lines).singleElement().asString().contains("a pause of 30 s", "429");
  }

  private Meaning read(int status, String body) {
    return given(FIRST, status, NO_HEADERS, body);
  }

  private Meaning given(Entry entry, int status, Map<String, String> headers, String body) {
    return answers.read(entry, new Answer.Given(status, headers, body));
  }

  private static Map<String, String> type(String type) {
    return type == null ? NO_HEADERS : Map.of("content-type", type);
  }
}
