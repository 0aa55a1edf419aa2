package com.nexway.dmp.adapter.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nexway.dmp.adapter.delivery.Answer;
import com.nexway.dmp.adapter.testing.RawServer;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.client5.http.DnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The way to the DMP: connections that close, hang or are refused, proxies, the lease. */
final class ConnectionsOnTheWireTest {
  private static final String TAKEN = "HTTP/1.1 204 No Content\r\n\r\n";

  private RawServer server;
  private Wire wire;

  @AfterEach
  void stop() throws IOException {
    if (wire != null) {
      wire.close();
    }
    if (server != null) {
      server.close();
    }
  }

  @Test
  void a_connection_that_was_closed_while_the_request_waited_costs_no_attempt() throws Exception {
    server =
        RawServer.by(
            (number, to) -> {
              write(to, TAKEN);
              TimeUnit.MILLISECONDS.sleep(100);
              to.close();
            });
    wire = new Wire(url()).perSecond(1, System::nanoTime);
    List<CompletableFuture<Answer>> answers = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      answers.add(wire.send("event " + i));
    }

    for (CompletableFuture<Answer> answer : answers) {
      assertThat(answer.get(60, TimeUnit.SECONDS)).isInstanceOf(Answer.Given.class);
    }
    assertThat(server.requests()).hasSize(4);
    assertThat(wire.out).hasValue(0);
  }

  @Test
  void a_request_that_twice_was_not_written_is_an_attempt_without_an_answer() throws Exception {
    AtomicInteger connections = new AtomicInteger();
    try (ServerSocket hasty = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      Thread closing =
          new Thread(
              () -> {
                try {
                  while (true) {
                    hasty.accept().close();
                    connections.incrementAndGet();
                  }
                } catch (IOException e) {
                  // The test is over.
                }
              });
      closing.setDaemon(true);
      closing.start();
      // By a clock that stands still nothing's turn comes.
      wire = new Wire("http://127.0.0.1:" + hasty.getLocalPort() + "/").perSecond(10, () -> 0);

      assertThat(wire.answer("1"))
          .isInstanceOfSatisfying(
              Answer.None.class,
              none -> {
                assertThat(none.failure()).isInstanceOf(EOFException.class);
                assertThat(none.written()).isFalse();
              });
      assertThat(connections).hasValue(2);
    }
  }

  @Test
  void without_the_lease_nothing_is_written() throws Exception {
    server = RawServer.answering(TAKEN);
    wire = new Wire(url());
    wire.lease.set(false);

    assertThat(wire.answer("1"))
        .isEqualTo(new Answer.Unwritten("the right to send is with another process"));

    wire.lease.set(true);
    assertThat(wire.answer("2")).isInstanceOf(Answer.Given.class);
    assertThat(server.requests()).hasSize(1);
    assertThat(wire.begun).hasValue(1);
    assertThat(wire.out).hasValue(0);
  }

  @Test
  void a_server_that_closes_without_a_word_costs_few_events_their_answer() throws Exception {
    server = RawServer.answering(TAKEN).closing();
    wire = new Wire(url());
    List<CompletableFuture<Answer>> answers = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      answers.add(wire.send("event " + i));
    }

    int lost = 0;
    for (CompletableFuture<Answer> answer : answers) {
      lost += answer.get(60, TimeUnit.SECONDS) instanceof Answer.None ? 1 : 0;
    }
    // As many as there are connections, each of which may be on its second event, and a few more.
    assertThat(lost).isLessThanOrEqualTo(16);
  }

  @Test
  void an_answer_that_is_lost_now_and_then_costs_the_others_no_connection() throws Exception {
    server =
        RawServer.by(
            (number, to) -> {
              if (number % 20 == 0) {
                to.close();
              }
              write(to, TAKEN);
            });
    wire = new Wire(url());
    for (int i = 0; i < 100; i++) {
      wire.answer("event " + i);
    }

    assertThat(server.connections()).isLessThanOrEqualTo(6);
  }

  @Test
  void a_port_that_nobody_listens_on_is_no_connection() throws Exception {
    wire = new Wire("http://127.0.0.1:1/event");

    assertThat(none(wire.answer("1"), false)).isInstanceOf(ConnectException.class);
  }

  @Test
  void a_name_that_is_not_known_is_told_as_such() throws Exception {
    wire = new Wire("http://nobody.invalid/event");

    assertThat(none(wire.answer("1"), false)).isInstanceOf(UnknownHostException.class);
  }

  @Test
  void a_look_up_that_hangs_holds_back_neither_its_caller_nor_what_has_a_connection()
      throws Exception {
    CountDownLatch found = new CountDownLatch(1);
    CountDownLatch second = new CountDownLatch(1);
    server = RawServer.by((number, to) -> answerWhen(number == 1 ? second : done(), to));
    wire =
        new Wire("http://dmp.example:" + server.port() + "/event")
            .connectTimeout(Duration.ofSeconds(1))
            .names(hangingAfterTheFirst(found));
    CompletableFuture<Answer> first = wire.send("1");
    await().until(() -> server.requests().size() == 1);

    CompletableFuture<Answer> hangs = wire.send("2");
    assertThat(none(hangs.get(60, TimeUnit.SECONDS), false))
        .isInstanceOf(SocketTimeoutException.class)
        .hasMessage("no connection within 1 s");
    second.countDown();

    assertThat(first.get(60, TimeUnit.SECONDS)).isInstanceOf(Answer.Given.class);
    assertThat(wire.answer("3")).isInstanceOf(Answer.Given.class);
    assertThat(server.connections()).isEqualTo(1);
    found.countDown();
    assertThat(wire.answer("4")).isInstanceOf(Answer.Given.class);
  }

  @Test
  void many_events_to_nobody_all_end() throws Exception {
    wire = new Wire("http://127.0.0.1:1/event");
    List<CompletableFuture<Answer>> answers = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      answers.add(wire.send("event " + i));
    }

    for (CompletableFuture<Answer> answer : answers) {
      none(answer.get(60, TimeUnit.SECONDS), false);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void a_handshake_that_hangs_is_a_time_out_of_the_connection(boolean proxied) throws Exception {
    server = RawServer.by((number, to) -> write(to, "HTTP/1.1 200 Connection established\r\n\r\n"));
    try (ServerSocket mute = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      wire =
          new Wire("https://127.0.0.1:" + mute.getLocalPort() + "/event")
              .connectTimeout(Duration.ofSeconds(1));
      if (proxied) {
        wire.proxy(server.port());
      }

      assertThat(none(wire.answer("1"), false))
          .isInstanceOf(SocketTimeoutException.class)
          .hasMessage("no connection within 1 s");
    }
  }

  @ParameterizedTest
  @CsvSource({"407", "502", "503", "403", "302", "404"})
  void what_a_proxy_answers_to_connect_is_the_proxys(int status) throws Exception {
    server =
        RawServer.answering(
            "HTTP/1.1 "
                + status
                + " No\r\nProxy-Authenticate: Basic realm=\"x\"\r\nContent-Length: 2\r\n\r\nno");
    wire = new Wire("https://dmp.invalid/event").proxy(server.port());

    assertThat(wire.answer("1")).isEqualTo(new Answer.OfProxy(status));
    assertThat(wire.answer("2")).isEqualTo(new Answer.OfProxy(status));

    String login =
        Base64.getEncoder()
            .encodeToString("proxy user:proxy secret".getBytes(StandardCharsets.UTF_8));
    assertThat(server.requests())
        .hasSize(2)
        .allSatisfy(
            request ->
                assertThat(request)
                    .startsWith("CONNECT dmp.invalid:443 HTTP/1.1")
                    .contains("Proxy-Authorization: Basic " + login)
                    .doesNotContain("\r\nAuthorization:"));
    assertThat(wire.out).hasValue(0);
  }

  @Test
  void a_proxy_that_keeps_silent_is_a_time_out_of_the_connection() throws Exception {
    server = RawServer.by((number, to) -> TimeUnit.SECONDS.sleep(60));
    wire =
        new Wire("https://dmp.invalid/event")
            .proxy(server.port())
            .connectTimeout(Duration.ofSeconds(1));

    assertThat(none(wire.answer("1"), false)).isInstanceOf(SocketTimeoutException.class);
    assertThat(none(wire.answer("2"), false)).isInstanceOf(SocketTimeoutException.class);
  }

  @Test
  void a_proxy_that_is_not_there_is_named() throws Exception {
    wire = new Wire("https://dmp.invalid/event").proxy(1);

    assertThat(none(wire.answer("1"), false))
        .isInstanceOf(ConnectException.class)
        .hasMessageContaining("to the proxy");
  }

  @Test
  void more_events_than_places_wait_for_one_also_where_each_only_times_out() throws Exception {
    try (ServerSocket mute = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      wire =
          new Wire("http://127.0.0.1:" + mute.getLocalPort() + "/event")
              .timeout(Duration.ofMillis(300));
      List<CompletableFuture<Answer>> answers = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        answers.add(wire.send("event " + i));
      }

      for (CompletableFuture<Answer> answer : answers) {
        none(answer.get(60, TimeUnit.SECONDS), true);
      }
    }
  }

  @Test
  void what_is_out_when_the_client_is_closed_ends() throws Exception {
    try (ServerSocket mute = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      wire = new Wire("http://127.0.0.1:" + mute.getLocalPort() + "/event");
      CompletableFuture<Answer> answer = wire.send("1");
      try (Socket there = mute.accept()) {
        assertThat(there.getInputStream().read()).isEqualTo('P');

        wire.close();

        none(answer.get(60, TimeUnit.SECONDS), true);
      }
    }
  }

  private static DnsResolver hangingAfterTheFirst(CountDownLatch found) {
    AtomicInteger asked = new AtomicInteger();
    return new DnsResolver() {
      @Override
      public InetAddress[] resolve(String host) {
        if (asked.incrementAndGet() > 1) {
          try {
            found.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        }
        return new InetAddress[] {InetAddress.getLoopbackAddress()};
      }

      @Override
      public String resolveCanonicalHostname(String host) {
        return host;
      }
    };
  }

  private static void answerWhen(CountDownLatch may, OutputStream to)
      throws IOException, InterruptedException {
    may.await();
    write(to, TAKEN);
  }

  private static CountDownLatch done() {
    return new CountDownLatch(0);
  }

  private String url() {
    return "http://127.0.0.1:" + server.port() + "/event";
  }

  private static void write(OutputStream to, String text) throws IOException {
    to.write(text.getBytes(StandardCharsets.ISO_8859_1));
    to.flush();
  }

  private static Throwable none(Answer answer, boolean written) {
    assertThat(answer).isInstanceOf(Answer.None.class);
    Answer.None none = (Answer.None) answer;
    assertThat(none.written()).as("%s", none.failure()).isEqualTo(written);
    return none.failure();
  }
}
