package com.nexway.dmp.adapter.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nexway.dmp.adapter.sandbox.Sandbox;
import com.nexway.dmp.adapter.testing.StartedAdapter;
import com.nexway.dmp.adapter.testing.TestHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Refused records of a CSV file: beside it, as lines that are mended and dropped again. */
final class ErrorFileRouteTest {
  private static final String MAPPING =
      """
      key: ${order}
      event:
        action: order
        user: { email: "${mail}" }
        order:
          id: ${order}
          currency: EUR
          items:
            each: rows
            product: { name: "${name}", uniqueReference: "${sku}" }
            quantity: ${quantity}
      """;

  private static final String SOURCE =
      """
      - templatedRoute:
          routeTemplateRef: csv
          routeId: orders
          parameters:
            - { name: mapping, value: orders }
            - { name: group, value: order }
            - { name: charset, value: windows-1252 }
            - { name: settle-time, value: 0s }
            - { name: look-every, value: 200ms }
      """;

  @TempDir Path home;
  private Sandbox dmp;
  private Path drop;

  @BeforeEach
  void start() throws IOException {
    dmp = Sandbox.start();
    TestHome.in(home);
    TestHome.write(home, "mappings/orders.yaml", MAPPING);
    TestHome.write(home, "routes/sources/orders.yaml", SOURCE);
    drop = Files.createDirectories(home.resolve("drop/orders"));
  }

  @AfterEach
  void stop() {
    dmp.close();
  }

  @Test
  void a_refused_record_is_written_whole_mended_dropped_again_and_sent_as_it_was()
      throws Exception {
    Files.write(
        drop.resolve("march.csv"),
        """
        order;mail;name;sku;quantity
        1;ann@x.com;Studio;=PS-1;1
        2;nobody;"Caf\u00e9; ""Pro""
        box";@cmd;2
        2;;-Tool;'x;1
        3;bob@x.com;Tool
        4;cleo@x.com;Tool;+T;x
        """
            .getBytes("windows-1252"));
    try (RunningAdapter adapter = run()) {
      await().until(() -> dmp.stats().taken() == 1 && done().size() == 1);
      Path errors = drop.resolve(".errors/march.errors.csv");
      await().until(() -> Files.exists(errors));

      List<String> lines = Files.readString(errors).lines().toList();
      assertThat(lines.get(0))
          .isEqualTo("\uFEFForder;mail;name;sku;quantity;error_line;error_reason");
      assertThat(lines.get(1)).isEqualTo("2;nobody;\"Caf\u00e9; \"\"Pro\"\"");
      assertThat(lines.get(2)).startsWith("box\";'@cmd;2;3;").contains("mail: ", "it has no @");
      assertThat(lines.get(3)).startsWith("2;;'-Tool;''x;1;5;");
      assertThat(lines.get(4)).startsWith("4;cleo@x.com;Tool;'+T;x;7;").contains("quantity: ");
      assertThat(lines.get(5)).startsWith("3;bob@x.com;Tool;;;6;the record has 3 columns");
      assertThat(lines).hasSize(6);
      if (Files.getFileStore(errors).supportsFileAttributeView("posix")) {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(errors)))
            .isEqualTo("rw-------");
      }

      String mended =
          Files.readString(errors)
              .replace("2;nobody", "2;dan@x.com")
              .replace(";Tool;;;6;", ";Tool;T;1;6;")
              .replace("'+T;x;", "'+T;3;");
      Files.writeString(drop.resolve("march.errors.csv.part"), mended);
      Files.move(drop.resolve("march.errors.csv.part"), drop.resolve("march.errors.csv"));

      await().until(() -> dmp.stats().taken() == 4 && done().size() == 2);
      assertThat(bodies())
          .anySatisfy(
              body ->
                  assertThat(body)
                      .contains(
                          "dan@x.com",
                          "Caf\u00e9; \\\"Pro\\\"\\nbox",
                          "\"@cmd\"",
                          "\"-Tool\"",
                          "\"'x\""))
          .anySatisfy(body -> assertThat(body).contains("cleo@x.com", "\"+T\""));
      assertThat(drop.resolve(".errors")).isDirectoryContaining(errors::equals);
      assertThat(adapter.outbox().counts()).isNotEmpty();
    }
  }

  @Test
  void a_file_without_errors_has_no_such_file_and_another_of_its_name_gets_another()
      throws Exception {
    try (RunningAdapter adapter = run()) {
      put("order,mail,name,sku,quantity\n1,ann@x.com,A,S,1\n");
      await().until(() -> done().size() == 1);
      assertThat(drop.resolve(".errors")).doesNotExist();

      put("order,mail,name,sku,quantity\n2,nobody,A,S,1\n");
      await().until(() -> done().size() == 2);
      put("order,mail,name,sku,quantity\n3,noone,A,S,1\n");
      await().until(() -> done().size() == 3);

      assertThat(Files.readString(drop.resolve(".errors/a.errors.csv")))
          .contains("order,mail,name", "\r\n2,nobody,A,S,1,2,");
      assertThat(Files.readString(drop.resolve(".errors/a.errors.2.csv"))).contains("3,noone");
      assertThat(adapter.health().report().status()).isEqualTo(200);
    }
  }

  private void put(String text) throws IOException {
    Path part = Files.writeString(drop.resolve("a.csv.part"), text);
    Files.move(part, drop.resolve("a.csv"));
  }

  private RunningAdapter run() {
    return StartedAdapter.in(
        home, Map.of("DMP_URL", dmp.uri().toString(), "DMP_PER_SECOND", "unlimited"));
  }

  private List<String> bodies() {
    return dmp.received().stream().map(each -> each.json().toString()).toList();
  }

  private List<String> done() throws IOException {
    Path done = drop.resolve(".done");
    if (Files.notExists(done)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(done)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
