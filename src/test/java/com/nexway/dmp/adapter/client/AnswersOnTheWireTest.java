package com.nexway.dmp.adapter.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexway.dmp.adapter.delivery.Answer;
import com.nexway.dmp.adapter.testing.RawServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server that misbehaves byte for byte: each event gets its own answer, or none. */
final class AnswersOnTheWireTest {
  private static final String TAKEN = "HTTP/1.1 204 No Content\r\n\r\n";
  private static final String WRONG = "HTTP/1.1 400 Bad\r\nContent-Length: 2\r\n\r\nno";

  private RawServer server;
  private Wire wire;

  @AfterEach
  void stop() throws IOException {
    wire.close();
    server.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 102 Processing\r\n\r\n",
        "HTTP/1.1 100 Continue\r\n\r\n",
        "HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n",
        "HTTP/1.1 104 Upload Resumption\r\n\r\n",
        "HTTP/1.1 199\r\n\r\n",
        "HTTP/1.1 102 A\r\n\r\nHTTP/1.1 102 B\r\n\r\nHTTP/1.1 103 C\r\n\r\n"
      })
  void an_interim_answer_is_skipped_and_the_next_event_gets_its_own(String interim)
      throws Exception {
    serve(
        (number, to) -> {
          write(to, interim);
          TimeUnit.MILLISECONDS.sleep(50);
          write(to, number == 1 ? WRONG : TAKEN);
        });

    assertThat(status(wire.answer("1"))).isEqualTo(400);
    assertThat(status(wire.answer("2"))).isEqualTo(204);
    assertThat(status(wire.answer("3"))).isEqualTo(204);
    assertThat(server.requests()).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"websocket", "TLS/1.2", "h2c"})
  void a_change_of_protocol_is_no_answer(String protocol) throws Exception {
    serve(
        (number, to) ->
            write(
                to,
                number == 1
                    ? "HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: "
                        + protocol
                        + "\r\n\r\n"
                    : TAKEN));
    wire.timeout(Duration.ofSeconds(2));

    assertThat(lost(wire.answer("1"))).isTrue();
    assertThat(status(wire.answer("2"))).isEqualTo(204);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 204 No Content\r\nContent-Length: 2\r\n\r\n{}",
        "HTTP/1.1 204 No Content\r\n\r\n{}",
        "HTTP/1.1 204 No Content\r\n\r\n{}\r\n",
        "HTTP/1.1 204 \r\n\r\nx",
        "HTTP/1.1 204\r\n\r\n{}",
        "HTTP/1.1 204 No Content\r\n\r\nHTTP/1.1 400 Bad\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 204 No Content\r\n\r\nHTTP/1.1 400 Bad\r\nContent-Le",
        "HTTP/1.1 204 No Content\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}{}",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n{}",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n{\r\n1\r\n}\r\n0\r\n\r\n{}",
        "HTTP/1.1 204 No Content\n\n",
      })
  void bytes_beyond_an_answer_harm_no_other_event(String answer) throws Exception {
    serve((number, to) -> write(to, answer));

    for (int event = 1; event <= 10; event++) {
      assertThat(status(wire.answer("event " + event)) / 100).isEqualTo(2);
    }

    assertThat(server.requests()).hasSize(10);
  }

  @Test
  void bytes_that_come_later_harm_no_other_event_either() throws Exception {
    serve(
        (number, to) -> {
          write(to, TAKEN);
          TimeUnit.MILLISECONDS.sleep(50);
          write(to, "{}");
        });

    for (int event = 1; event <= 5; event++) {
      assertThat(status(wire.answer("event " + event))).isEqualTo(204);
      TimeUnit.MILLISECONDS.sleep(200);
    }

    assertThat(server.requests()).hasSize(5);
    assertThat(server.connections()).isEqualTo(5);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 204 No Content\r\n\r\n",
        "HTTP/1.1 204 \r\n\r\n",
        "HTTP/1.1 204 \r\nServer: x\r\nDate: Thu, 26 Nov 2026 12:00:00 GMT\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}",
        "HTTP/1.1 200 OK\r\ncontent-length:   0\r\nX-A:b  \r\n\r\n",
        "HTTP/1.1 400 Bad Request\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n",
        "HTTP/1.1 102 Processing\r\n\r\nHTTP/1.1 204 No Content\r\n\r\n",
      })
  void a_whole_answer_leaves_the_connection_to_the_next_event(String answer) throws Exception {
    serve((number, to) -> write(to, answer));

    for (int event = 1; event <= 5; event++) {
      wire.answer("event " + event);
    }

    assertThat(server.requests()).hasSize(5);
    assertThat(server.connections()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 100})
  void a_head_of_9_kb_is_read(int lines) throws Exception {
    serve((number, to) -> write(to, "HTTP/1.1 204 Fine\r\n" + headers(9_000, lines) + "\r\n"));

    assertThat(status(wire.answer("1"))).isEqualTo(204);
    assertThat(status(wire.answer("2"))).isEqualTo(204);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 100, 3_000})
  void a_head_of_70_kb_is_a_doubt_that_is_told(int lines) throws Exception {
    serve((number, to) -> write(to, "HTTP/1.1 204 Fine\r\n" + headers(70_000, lines) + "\r\n"));

    assertThat(wire.answer("1"))
        .isInstanceOfSatisfying(
            Answer.None.class,
            none -> {
              assertThat(none.failure()).hasMessageContaining("64 KB");
              assertThat(none.written()).isTrue();
            });
  }

  @Test
  void of_a_body_without_end_only_a_part_is_read_and_the_connection_is_closed() throws Exception {
    CompletableFuture<Boolean> closed = new CompletableFuture<>();
    serve(
        (number, to) -> {
          write(to, "HTTP/1.1 400 Bad\r\nTransfer-Encoding: chunked\r\n\r\n");
          try {
            while (true) {
              write(to, "10\r\nxxxxxxxxxxxxxxxx\r\n");
            }
          } catch (IOException e) {
            closed.complete(true);
            throw e;
          }
        });

    assertThat(wire.answer("1"))
        .isInstanceOfSatisfying(
            Answer.Given.class,
            given -> {
              assertThat(given.status()).isEqualTo(400);
              assertThat(given.body()).isEqualTo("x".repeat(1024));
            });
    assertThat(closed.get(60, TimeUnit.SECONDS)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "HTTP/1.1 20",
        "HTTP/1.1 204 No Content\r\nServ",
        "SSH-2.0-OpenSSH_9.2\r\n",
        "HTTP/1.1 099 What\r\n\r\n",
        "HTTP/2 204\r\n\r\n",
        "\u0016\u0003\u0001\u0002garbage"
      })
  void half_an_answer_or_something_else_is_none_and_may_have_been_taken(String answer)
      throws Exception {
    serve(
        (number, to) -> {
          write(to, number == 1 ? answer : TAKEN);
          to.close();
        });

    assertThat(lost(wire.answer("1"))).isTrue();
    assertThat(status(wire.answer("2"))).isEqualTo(204);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"text/plain; charset=''", "text/plain; charset=no such", ";;", "", "a; charset=x"})
  void a_body_of_a_type_that_is_none_is_read_as_utf_8(String type) throws Exception {
    String head = "HTTP/1.1 400 No\r\nContent-Type: " + type;
    serve((number, to) -> write(to, head + "\r\nContent-Length: 2\r\n\r\n\u00c3\u00a4"));

    assertThat(wire.answer("1"))
        .isInstanceOfSatisfying(
            Answer.Given.class, given -> assertThat(given.body()).isEqualTo("ä"));
  }

  @Test
  void a_body_that_breaks_off_leaves_the_status() throws Exception {
    serve(
        (number, to) -> {
          write(to, "HTTP/1.1 400 Bad\r\nContent-Length: 500\r\n\r\nno such country");
          to.close();
        });

    assertThat(wire.answer("1"))
        .isInstanceOfSatisfying(
            Answer.Given.class, given -> assertThat(given.body()).isEqualTo("no such country"));
  }

  @Test
  void an_answer_that_comes_too_late_is_none_however_it_trickles() throws Exception {
    serve(
        (number, to) -> {
          for (int i = 0; i < 1_000; i++) {
            write(to, i == 0 ? "HTTP/1.1 204 N" : "o");
            TimeUnit.MILLISECONDS.sleep(100);
          }
        });
    wire.timeout(Duration.ofMillis(500));

    assertThat(wire.answer("1"))
        .isInstanceOfSatisfying(
            Answer.None.class,
            none ->
                assertThat(none.failure())
                    .isInstanceOf(SocketTimeoutException.class)
                    .hasMessage("no answer within 0.5 s"));
    assertThat(wire.out).hasValue(0);
  }

  @Test
  void a_body_that_does_not_end_in_time_leaves_the_status() throws Exception {
    serve(
        (number, to) -> {
          write(to, "HTTP/1.1 400 Bad\r\nContent-Length: 500\r\n\r\nno");
          TimeUnit.SECONDS.sleep(60);
        });
    wire.timeout(Duration.ofMillis(500));

    assertThat(status(wire.answer("1"))).isEqualTo(400);
  }

  @Test
  void many_events_at_once_each_get_their_own_answer() throws Exception {
    serve(
        (number, to) -> {
          String body = server.requests().get(number - 1).split("\r\n\r\n")[1];
          write(to, "HTTP/1.1 400 Bad\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
        });
    List<CompletableFuture<Answer>> answers = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      answers.add(wire.send("event " + i));
    }

    for (int i = 0; i < answers.size(); i++) {
      Answer answer = answers.get(i).get(60, TimeUnit.SECONDS);
      assertThat(((Answer.Given) answer).body()).startsWith("event ");
    }
    assertThat(server.requests()).hasSize(2_000);
    assertThat(server.connections()).isLessThanOrEqualTo(8);
    assertThat(wire.out).hasValue(0);
  }

  private void serve(RawServer.Answering answering) throws IOException {
    server = RawServer.by(answering);
    wire = new Wire("http://127.0.0.1:" + server.port() + "/event");
  }

  private static void write(OutputStream to, String text) throws IOException {
    to.write(text.getBytes(StandardCharsets.ISO_8859_1));
    to.flush();
  }

  private static String headers(int size, int lines) {
    int each = size / lines;
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < lines; i++) {
      String name = "X-" + i + ": ";
      text.append(name).append("v".repeat(Math.max(1, each - name.length() - 2))).append("\r\n");
    }
    return text.toString();
  }

  private static int status(Answer answer) {
    assertThat(answer).isInstanceOf(Answer.Given.class);
    return ((Answer.Given) answer).status();
  }

  private static boolean lost(Answer answer) {
    assertThat(answer).isInstanceOf(Answer.None.class);
    return ((Answer.None) answer).written();
  }
}
