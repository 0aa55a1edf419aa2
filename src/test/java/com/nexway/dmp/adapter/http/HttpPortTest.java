package com.nexway.dmp.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nexway.dmp.adapter.testing.RawClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Strangers at a port, on raw sockets. */
final class HttpPortTest {
  private static final String POST = "POST /a HTTP/1.1\r\nHost: x\r\n";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private TestPort test = TestPort.open(TestPort.SMALL);

  @AfterEach
  void close() {
    test.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          GET /a?b=%& HTTP/1.1~Host: x~~                                             | GET /a 0
          GET http://x/a/ HTTP/1.1~Host: x~~                                         | GET /a 0
          ~~GET /%61 HTTP/1.1~Host: x~~                                              | GET /a 0
          GET /a HTTP/1.0~~                                                          | GET /a 0
          POST /a HTTP/1.1~Host: x~Content-Length: 3~~abc                            | POST /a 3 abc
          POST /a HTTP/1.1~host:x~content-length:0~~                                 | POST /a 0
          POST /a HTTP/1.1~Host: x~Transfer-Encoding: Chunked~~1;a=b~a~2~bc~0~~      | POST /a 3 abc
          POST /a HTTP/1.1~Host: x~Transfer-Encoding: chunked~~A~0123456789~0~t: u~~ | POST /a 10
          """)
  void what_http_1_1_allows_is_read(String request, String words) {
    assertThat(ask(request.replace("HTTP/1.1~", "HTTP/1.1~Connection: close~")))
        .startsWith("HTTP/1.1 200 OK\r\n")
        .contains(words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          GET /% HTTP/1.1~Host: x~~                                                     | 400
          GET /%zz HTTP/1.1~Host: x~~                                                   | 400
          PRI * HTTP/2.0~~SM~~                                                          | 400
          GET / HTTP/2.0~~                                                              | 505
          GET / HTTP/1.1~~                                                              | 400
          GET / HTTP/1.1~Host: x~Host: y~~                                              | 400
          GET  / HTTP/1.1~Host: x~~                                                     | 400
          GET / HTTP/1.1 ~Host: x~~                                                     | 400
          GET /~~                                                                       | 400
          GET / HTTP/1.1~Host : x~~                                                     | 400
          GET / HTTP/1.1~Host: x~ folded: y~~                                           | 400
          GET / HTTP/1.1~no colon~Host: x~~                                             | 400
          POST / HTTP/1.1~Host: x~Content-Length: 3~Transfer-Encoding: chunked~~0~~     | 400
          POST / HTTP/1.1~Host: x~Transfer-Encoding: gzip, chunked~~0~~                 | 400
          POST / HTTP/1.1~Host: x~Transfer-Encoding: chunked~Transfer-Encoding: x~~0~~  | 400
          POST / HTTP/1.0~Transfer-Encoding: chunked~~0~~                               | 400
          POST / HTTP/1.1~Host: x~Content-Length: +3~~abc                               | 400
          POST / HTTP/1.1~Host: x~Content-Length: -3~~abc                               | 400
          POST / HTTP/1.1~Host: x~Content-Length: 3~Content-Length: 3~~abc              | 400
          POST / HTTP/1.1~Host: x~Content-Length: 99999999999999999999~~abc             | 400
          POST /a HTTP/1.1~Host: x~Content-Length: 300000~~                             | 413
          POST /a HTTP/1.1~Host: x~Transfer-Encoding: chunked~~zz~                      | 400
          POST /a HTTP/1.1~Host: x~Transfer-Encoding: chunked~~fffffffff~               | 400
          POST /a HTTP/1.1~Host: x~Transfer-Encoding: chunked~~1~ab~0~~                 | 400
          POST /a HTTP/1.1~Host: x~Transfer-Encoding: chunked~~-1~a~0~~                 | 400
          POST /a HTTP/1.1~Host: x~Transfer-Encoding: chunked~~~                        | 400
          """)
  void what_two_readers_could_read_in_two_ways_is_refused(String request, int status) {
    assertThat(ask(request)).startsWith("HTTP/1.1 " + status + " ").contains("{\"message\":\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001",
        "\u0000\u0000\u0000",
        "GET / HTTP/1.1\nHost: x\n\n",
        "GET / HTTP/1.1\r\nHost: x\rHost: y\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: x\u0000\r\n\r\n",
        "\u00ff\u00fe\u00ff\u00fe",
        "\r\n\r\n\r\n\r\n"
      })
  void what_is_no_http_is_answered_400_at_its_first_bytes(String bytes) {
    assertThat(RawClient.ask(test.number(), bytes)).startsWith("HTTP/1.1 400 ");
  }

  @Test
  void a_head_beyond_its_limits_is_431() {
    String many = "GET / HTTP/1.1\r\nHost: x\r\n" + "a: b\r\n".repeat(101) + "\r\n";
    String endless = "GET / HTTP/1.1\r\nHost: x\r\na: " + "b".repeat(9_000);

    assertThat(RawClient.ask(test.number(), many)).startsWith("HTTP/1.1 431 ");
    assertThat(RawClient.ask(test.number(), endless)).startsWith("HTTP/1.1 431 ");
  }

  @Test
  void a_body_that_grows_too_long_in_chunks_is_413() {
    String chunk = "8000\r\n" + "x".repeat(0x8000) + "\r\n";

    assertThat(
            RawClient.ask(
                test.number(), POST + "Transfer-Encoding: chunked\r\n\r\n" + chunk.repeat(7)))
        .startsWith("HTTP/1.1 413 ");
  }

  @Test
  void chunks_of_one_byte_cost_no_more_than_twice_their_bytes() {
    String body = "1\r\na\r\n".repeat(5_000);
    try (RawClient client = RawClient.to(test.number())) {
      client.send(POST + "Transfer-Encoding: chunked\r\n\r\n" + body);

      await().atMost(PATIENCE).until(() -> test.port.bodies().held() >= 5_000);
      assertThat(test.port.bodies().held()).isLessThanOrEqualTo(10_240);
      assertThat(client.send("0\r\n\r\n").answer()).contains("POST /a 5000 ");
    }
  }

  @Test
  void requests_that_are_sent_at_once_are_answered_in_turn() {
    try (RawClient client = RawClient.to(test.number())) {
      client.send(
          (POST + "Content-Length: 1\r\n\r\n1").repeat(50)
              + "GET /nowhere HTTP/1.1\r\nHost: x\r\n\r\n"
              + "GET /last HTTP/1.1\r\nHost: x\r\n\r\n");

      for (int i = 0; i < 50; i++) {
        assertThat(client.answer()).contains("POST /a 1 1");
      }
      assertThat(client.answer()).startsWith("HTTP/1.1 404 ");
      assertThat(client.answer()).contains("GET /last 0");
    }
  }

  @Test
  void who_waits_for_our_word_gets_it_before_the_body() {
    try (RawClient client = RawClient.to(test.number())) {
      client.send(POST + "Content-Length: 3\r\nExpect: 100-continue\r\n\r\n");

      assertThat(client.answer()).isEqualTo("HTTP/1.1 100 Continue\r\n\r\n");
      assertThat(client.send("abc").answer()).contains("POST /a 3 abc");
    }
  }

  @Test
  void who_is_turned_away_reads_why_although_the_body_is_still_coming() {
    try (RawClient client = RawClient.to(test.number())) {
      client.send("POST /nowhere HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\r\n");
      client.trySend(new byte[90_000]);

      assertThat(client.rest()).startsWith("HTTP/1.1 404 ").contains("Connection: close");
    }
  }

  @Test
  void before_it_is_open_and_after_it_stops_everybody_is_told_to_come_again() {
    String get = "GET /a HTTP/1.1\r\nHost: x\r\n\r\n";
    try (TestPort starting = new TestPort(TestPort.SMALL);
        RawClient early = RawClient.to(starting.number());
        RawClient held = RawClient.to(starting.number());
        RawClient half = RawClient.to(starting.number())) {
      assertThat(early.send(get).answer()).startsWith("HTTP/1.1 503 ").contains("Retry-After: 30");
      starting.port.open();
      held.send("GET /held HTTP/1.1\r\nHost: x\r\n\r\n");
      half.send(POST + "Content-Length: 3\r\n\r\nab");
      await().atMost(PATIENCE).until(() -> starting.held.size() == 1);
      await().atMost(PATIENCE).until(() -> starting.port.bodies().held() > 0);

      starting.port.stopTaking();

      assertThat(RawClient.ask(starting.number(), get)).startsWith("HTTP/1.1 503 ");
      assertThat(half.send("c").rest()).startsWith("HTTP/1.1 503 ");
      starting.held.remove().run();
      assertThat(held.rest()).startsWith("HTTP/1.1 200 ").contains("at last");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "head, 'GET / HTTP', 408",
    "head, '', ''",
    "body, 'POST /a HTTP/1.1~Host: x~Content-Length: 3~~ab', 408"
  })
  void who_does_not_go_on_is_waited_for_no_longer(String which, String text, String status) {
    use(TestPort.hasty(which));

    String answer = ask(text);

    assertThat(answer).startsWith(status.isEmpty() ? "" : "HTTP/1.1 " + status);
    assertThat(answer.isEmpty()).isEqualTo(status.isEmpty());
    assertThat(test.port.cuts()).isNotEmpty();
  }

  @Test
  void a_connection_that_is_done_and_quiet_is_closed_without_a_word() {
    use(TestPort.hasty("idle"));

    assertThat(ask("GET /a HTTP/1.1~Host: x~~")).startsWith("HTTP/1.1 200 ");
    assertThat(test.port.cuts()).isEmpty();
  }

  @Test
  void who_does_not_read_the_answer_is_cut() {
    use(TestPort.hasty("answer"));
    try (RawClient client = RawClient.to(test.number())) {
      client.send("GET /vast HTTP/1.1\r\nHost: x\r\n\r\n");

      await()
          .atMost(PATIENCE)
          .until(() -> test.port.cuts().containsKey("its answer was not taken"));
      await().atMost(PATIENCE).until(() -> test.port.visitors().count() == 0);
    }
  }

  @Test
  void when_there_are_too_many_the_one_that_waited_longest_goes_and_the_newcomer_is_served() {
    List<RawClient> crowd = new ArrayList<>();
    try {
      for (int i = 0; i < 20; i++) {
        crowd.add(RawClient.to(test.number()).send("GET /a HTTP/1.1\r\n"));
        int now = i + 1;
        await().atMost(PATIENCE).until(() -> test.port.visitors().count() == now);
      }

      try (RawClient newcomer = RawClient.to(test.number())) {
        assertThat(newcomer.send("GET /a HTTP/1.1\r\nHost: x\r\n\r\n").answer()).contains("200 OK");
        assertThat(crowd.get(0).rest()).isEmpty();
        assertThat(crowd.get(1).send("Host: x\r\n\r\n").answer()).contains("200 OK");
      }
    } finally {
      crowd.forEach(RawClient::close);
    }
  }

  @Test
  void half_sent_bodies_make_room_for_the_newcomer_the_oldest_of_them_first() {
    List<RawClient> crowd = new ArrayList<>();
    try {
      for (int i = 0; i < 8; i++) {
        RawClient client = RawClient.to(test.number());
        crowd.add(client);
        client.send(POST + "Content-Length: 100000\r\n\r\n").trySend(new byte[99_000]);
      }
      await().atMost(PATIENCE).until(() -> !test.port.cuts().isEmpty());

      String small = "x".repeat(64 * 1024);
      assertThat(
              ask(POST.replace("\r\n", "~") + "Connection: close~Content-Length: 65536~~" + small))
          .contains("POST /a 65536");
      assertThat(crowd.get(0).rest()).startsWith("HTTP/1.1 503 ").contains("too much");
      assertThat(crowd.get(7).send(new byte[1_000]).answer()).contains("POST /a 100000");
      assertThat(test.port.bodies().held()).isLessThanOrEqualTo(256 * 1024);
    } finally {
      crowd.forEach(RawClient::close);
    }
  }

  @Test
  void behind_a_proxy_the_sender_s_own_address_is_limited() {
    List<RawClient> crowd = new ArrayList<>();
    try {
      for (int i = 0; i < 5; i++) {
        crowd.add(forwarded("9.9.9.9, 203.0.113.7, 10.1.1.1"));
      }
      await().atMost(PATIENCE).until(() -> test.held.size() == 5);

      try (RawClient sixth = forwarded("1.2.3.4, 203.0.113.7");
          RawClient other = forwarded("203.0.113.7, 203.0.113.8")) {
        assertThat(sixth.rest()).startsWith("HTTP/1.1 503 ");
        await().atMost(PATIENCE).until(() -> test.held.size() == 6);
        test.held.forEach(Runnable::run);
        assertThat(other.answer()).startsWith("HTTP/1.1 200 ");
      }
      try (RawClient again = forwarded("203.0.113.7")) {
        await().atMost(PATIENCE).until(() -> test.held.size() == 7);
      }
    } finally {
      crowd.forEach(RawClient::close);
    }
  }

  @Test
  void whoever_goes_away_within_a_body_is_one_counted_line() {
    for (int i = 0; i < 15; i++) {
      try (RawClient client = RawClient.to(test.number())) {
        client.send(POST + "Content-Length: 30\r\n\r\nab");
      }
    }

    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(test.port.cuts())
                    .containsEntry("the client went away within its request", 15L));
    assertThat(test.port.bodies().held()).isZero();
    assertThat(test.port.visitors().count()).isZero();
  }

  private RawClient forwarded(String addresses) {
    return RawClient.to(test.number())
        .send("GET /held HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: " + addresses + "\r\n\r\n");
  }

  private String ask(String request) {
    return RawClient.ask(test.number(), request.replace("~", "\r\n"));
  }

  private void use(PortLimits limits) {
    test.close();
    test = TestPort.open(limits);
  }
}
