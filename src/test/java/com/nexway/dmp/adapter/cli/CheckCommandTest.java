package com.nexway.dmp.adapter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexway.dmp.adapter.testing.TestHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {
  @TempDir Path folder;

  @BeforeEach
  void makeHome() throws IOException {
    Files.createDirectories(folder.resolve("routes/sources"));
    Files.createDirectory(folder.resolve("mappings"));
    Files.createDirectory(folder.resolve("config"));
    for (String template : List.of("csv.yaml", "database.yaml", "webhook.yaml")) {
      Files.copy(Path.of("routes", template), folder.resolve("routes").resolve(template));
    }
    Files.copy(Path.of("mappings/customers.yaml"), folder.resolve("mappings/customers.yaml"));
    write("config/adapter.yaml", "dmp: {username: merchant, password: swordfish}\n");
    TestHome.close(folder.resolve("config/adapter.yaml"));
    write(
        "routes/sources/customers.yaml",
        """
        - templatedRoute:
            routeTemplateRef: csv
            routeId: customers
            parameters:
              - name: mapping
                value: customers
        """);
  }

  @Test
  void a_home_that_is_right_ends_with_0_and_says_what_it_holds() {
    assertThat(check())
        .isEqualTo(
            new Called(
                0,
                "All is right in %s: 1 mapping (customers), 1 source (customers).%n"
                    .formatted(folder),
                ""));
  }

  @Test
  void a_mapping_of_rows_needs_files_whose_lines_are_grouped() throws IOException {
    Files.copy(Path.of("mappings/orders.yaml"), folder.resolve("mappings/orders.yaml"));
    String orders =
        """
        - templatedRoute:
            routeTemplateRef: csv
            routeId: orders
            parameters:
              - {name: mapping, value: orders}
        """;
    write("routes/sources/orders.yaml", orders);

    Called called = check();

    assertThat(called.exit()).isEqualTo(1);
    assertThat(called.out())
        .startsWith(
            "routes/sources/orders.yaml: the mapping orders has each: rows, but group is missing"
                + " here: the column whose value the lines of one order share, for example"
                + " { name: group, value: order_id }");

    write("routes/sources/orders.yaml", orders + "      - {name: group, value: order_id}\n");
    assertThat(check().exit()).isZero();
  }

  @Test
  void everything_wrong_in_any_file_is_told_at_once() throws IOException {
    write("config/adapter.yaml", "dmp:\n  username: merchant\n  per-second: fast\n");
    write("mappings/orders.yaml", "kye: ${id}\n");
    write("routes/sources/orders.yaml", "- templatedRoute:\n    routeTemplateRef: cvs\n");

    Called called = check();

    assertThat(called.exit()).isEqualTo(1);
    assertThat(called.out())
        .contains("config/adapter.yaml:3:15: dmp.per-second must be a whole number")
        .contains("mappings/orders.yaml:1:1: ")
        .contains("routes/sources/orders.yaml:2:5: routeId is missing")
        .contains("routes/sources/orders.yaml:2:23: there is no template 'cvs'");
    assertThat(called.out().lines().reduce((first, last) -> last))
        .hasValueSatisfying(line -> assertThat(line).matches("\\d+ things to mend\\."));
  }

  @Test
  void a_source_whose_mapping_is_wrong_is_told_where_to_mend_it() throws IOException {
    write("mappings/customers.yaml", "kye: ${id}\n");

    assertThat(check().out())
        .contains(
            "routes/sources/customers.yaml:6:16: mappings/customers.yaml is not right; mend it"
                + " first");
  }

  @Test
  void an_example_that_makes_another_event_is_told_and_its_source_does_not_start()
      throws IOException {
    String mapping = Files.readString(folder.resolve("mappings/customers.yaml"));
    write("mappings/customers.yaml", mapping.replaceFirst("firstName: Claire", "firstName: Clara"));

    assertThat(check().out().lines())
        .anyMatch(line -> line.matches("mappings/customers.yaml:\\d+:\\d+: /user/firstName is .*"))
        .contains(
            "routes/sources/customers.yaml:6:16: mappings/customers.yaml is not right; mend it"
                + " first",
            "2 things to mend.");
  }

  @Test
  void without_a_user_nothing_can_be_sent() throws IOException {
    write("config/adapter.yaml", "dmp: {username: merchant}\n");

    Called called = check();

    assertThat(called.exit()).isEqualTo(1);
    assertThat(called.out())
        .isEqualTo(
            ("config/adapter.yaml: dmp.username or dmp.password is not set, so nothing can be sent;"
                    + " set the variables DMP_USERNAME and DMP_PASSWORD (or DMP_PASSWORD_FILE) to"
                    + " what Nexway gave you%n1 thing to mend.%n")
                .formatted());
  }

  @Test
  void nothing_is_made_in_the_home() throws IOException {
    check();

    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("routes", "mappings", "config");
    }
  }

  private Called check() {
    return Called.with("check", "--home", folder.toString());
  }

  private void write(String file, String text) throws IOException {
    Files.writeString(folder.resolve(file), text);
  }
}
