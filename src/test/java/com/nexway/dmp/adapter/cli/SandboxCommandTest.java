package com.nexway.dmp.adapter.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nexway.dmp.adapter.sandbox.Sandbox;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The command {@code sandbox}, as a person starts and ends it. */
final class SandboxCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final CommandLine command =
      new CommandLine(new SandboxCommand())
          .setOut(new PrintWriter(out))
          .setErr(new PrintWriter(err));

  @Test
  void it_tells_how_to_point_the_adapter_at_it_and_ends_when_asked_to() throws Exception {
    FutureTask<Integer> exit =
        new FutureTask<>(
            () -> command.execute("--port", "0", "--username", "u", "--fault", "503 times=1"));
    Thread running = new Thread(exit, "sandbox-command");
    running.start();
    await().until(() -> out.toString().contains("DMP_PASSWORD"));

    HttpResponse<String> answer = post(URI.create(out.toString().split("DMP at | \\(", 3)[1]));
    running.interrupt();

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(exit.get()).isZero();
    assertThat(out.toString()).contains("DMP_USERNAME=u").contains("ends. 1 requests: 0 events");
  }

  @Test
  void a_port_in_use_is_told_in_a_sentence() throws IOException {
    try (Sandbox other = Sandbox.start()) {
      String port = Integer.toString(other.uri().getPort());

      int exit = command.execute("--port", port);

      assertThat(exit).isEqualTo(1);
      assertThat(err.toString()).contains("does not start").contains(port).contains("--port");
    }
  }

  @Test
  void a_fault_that_is_not_understood_is_wrong_use() {
    assertThat(command.execute("--fault", "crash")).isEqualTo(2);
    assertThat(err.toString()).contains("a fault begins with a status").doesNotContain("\tat ");
  }

  @Test
  void its_help_tells_how_it_misbehaves() {
    assertThat(command.execute("--help")).isZero();
    assertThat(out.toString()).contains("--port").contains("/_faults").contains("lost");
  }

  private static HttpResponse<String> post(URI uri) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(uri).POST(HttpRequest.BodyPublishers.noBody()).build(),
            HttpResponse.BodyHandlers.ofString());
  }
}
