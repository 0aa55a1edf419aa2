package com.nexway.dmp.adapter.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nexway.dmp.adapter.testing.RawClient;
import com.nexway.dmp.adapter.testing.StartedAdapter;
import com.nexway.dmp.adapter.testing.TestHome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PortsTest {
  @TempDir Path home;

  @Test
  void without_a_webhook_source_there_is_no_port_for_webhooks_and_questions_are_answered_in_json() {
    TestHome.in(home);
    try (RunningAdapter adapter = StartedAdapter.in(home, Map.of())) {
      assertThat(adapter.webhooksPort()).isEmpty();

      assertThat(ask(adapter, "GET /health", "")).startsWith("HTTP/1.1 200 ").contains("status");
      assertThat(ask(adapter, "HEAD /health", "")).startsWith("HTTP/1.1 200 ").endsWith("\r\n\r\n");
      assertThat(ask(adapter, "POST /health", "")).contains(" 405 ", "Allow: GET");
      assertThat(ask(adapter, "GET /health", "Content-Length: 3\r\n")).contains(" 413 ");
      RawClient.ask(adapter.operationsPort(), "\u0016\u0003\u0001");
      assertThat(ask(adapter, "GET /metrics", ""))
          .contains("dmp_adapter_connections_cut_total{port=\"operations\"} 1.0");
      assertThat(ask(adapter, "GET /favicon.ico", "")).contains(" 404 ", "\"message\"");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"203.0.113.9", "no-such-machine.invalid"})
  void an_address_that_is_not_this_machine_s_is_told_with_the_key_to_set(String host) {
    TestHome.in(home);

    assertThatThrownBy(() -> StartedAdapter.in(home, Map.of("OPERATIONS_HOST", host)))
        .hasMessageContaining(
            host + " cannot be opened: that is no name or address of this machine")
        .hasMessageContaining("operations.host in config/adapter.yaml");
  }

  @Test
  void a_port_that_is_taken_is_told_as_that() throws IOException {
    TestHome.in(home);
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(other.getLocalPort());

      assertThatThrownBy(() -> StartedAdapter.in(home, Map.of("OPERATIONS_PORT", port)))
          .hasMessageContaining("another program (or another adapter) uses it")
          .hasMessageContaining("operations.port in config/adapter.yaml");
    }
  }

  private static String ask(RunningAdapter adapter, String request, String headers) {
    return RawClient.ask(
        adapter.operationsPort(),
        request + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + headers + "\r\n");
  }
}
