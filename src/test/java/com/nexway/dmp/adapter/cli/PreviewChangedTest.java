package com.nexway.dmp.adapter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexway.dmp.adapter.settings.Home;
import com.nexway.dmp.adapter.testing.AdapterProcess;
import com.nexway.dmp.adapter.testing.TestHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code preview --changed}: an edited mapping beside the one that run used last. */
class PreviewChangedTest {
  private static final String MAPPING =
      """
      key: ${email}
      event: { action: send data, user: { email: "${email}", firstName: "${name}" } }
      """;

  @TempDir private Path folder;

  @BeforeEach
  void home() {
    TestHome.in(folder);
    TestHome.write(folder, "mappings/people.yaml", MAPPING);
    TestHome.write(
        folder,
        "routes/sources/people.yaml",
        """
        - templatedRoute:
            routeTemplateRef: csv
            routeId: people
            parameters:
              - { name: mapping, value: people }
        """);
    StringBuilder done = new StringBuilder("email;name;vip\n");
    for (int i = 1; i <= 1_500; i++) {
      done.append("p%d@example.com;P%d;%s\n".formatted(i, i, i % 100 == 0 ? "yes" : ""));
    }
    TestHome.write(folder, "drop/people/.done/20260301-101500000-a.csv", done.toString());
    TestHome.write(folder, "drop/people/b.csv", "email;name;vip\nnew@example.com;N;yes\n");
  }

  private void run() throws IOException {
    Home home = new Home(folder);
    home.prepare();
    UsedMappings used = new UsedMappings(home);
    used.keep(used.read(List.of("people")));
  }

  private void edit(String from, String to) {
    TestHome.write(folder, "mappings/people.yaml", MAPPING.replace(from, to));
  }

  private Called changed(String... more) {
    String[] arguments = new String[5 + more.length];
    System.arraycopy(
        new String[] {"preview", "people", "--changed", "--home", folder.toString()},
        0,
        arguments,
        0,
        5);
    System.arraycopy(more, 0, arguments, 5, more.length);
    return Called.with(arguments);
  }

  @Test
  void what_an_edit_makes_differently_of_the_last_records_that_were_read() throws IOException {
    run();
    edit(" } }", ", title: \"${vip}\" } }");

    Called called = changed();

    assertThat(called.exit()).as(called.err()).isZero();
    assertThat(called.out().lines())
        .startsWith(
            "mappings/people.yaml compared with the one that run used last, over 1000 records of"
                + " drop/people/.done/20260301-101500000-a.csv, which was read last:",
            "20260301-101500000-a.csv line 601: event send data:p600@example.com",
            "  /user/title: appears, \"yes\"   from column vip")
        .endsWith("1000 records, 10 differ, 990 the same", "If all were sent again: 10 requests");
  }

  @Test
  void nothing_differs_where_nothing_was_edited() throws IOException {
    run();
    assertThat(changed("--limit", "5").out().lines())
        .hasSize(3)
        .contains("5 records, 0 differ, 5 the same", "If all were sent again: 0 requests");
  }

  @Test
  void a_record_that_the_edited_mapping_refuses_ends_with_1() throws IOException {
    run();
    edit("firstName: \"${name}\"", "birthDate: \"${name}\"");
    Called called = changed("--limit", "2");
    assertThat(called.exit()).isEqualTo(1);
    assertThat(called.out())
        .contains("  was an event")
        .contains("  is refused: ERROR /user/birthDate from name ")
        .contains("2 records, 2 differ, 0 the same")
        .contains("If all were sent again: 0 requests")
        .contains("2 records without an event, changed or not");
  }

  @Test
  void a_record_that_makes_no_event_as_before_is_counted_and_ends_with_1() throws IOException {
    TestHome.write(
        folder,
        "drop/people/.done/20260302-101500000-c.csv",
        "email;name;vip\nann@example.com;Ann;\nnobody;B;\n");
    run();
    Called called = changed();
    assertThat(called.exit()).isEqualTo(1);
    assertThat(called.out())
        .contains("2 records, 0 differ, 2 the same")
        .contains(
            "1 record without an event, changed or not; without --changed, preview tells why");
  }

  @Test
  void after_ten_records_what_differs_is_counted_by_property() throws IOException {
    run();
    edit("${name}", "${name}!");
    String out = changed().out();
    assertThat(out.lines().filter(line -> line.contains("line "))).hasSize(10);
    assertThat(out)
        .contains("and 990 records more; in how many of them:")
        .containsPattern("\\R +990  /user/firstName\\R1000 records, 1000 differ, 0 the same");
  }

  @Test
  void examples_that_an_edit_breaks_are_told_and_end_with_1() throws IOException {
    String examples =
        """
        examples:
          - record: { email: a@example.com, name: Ann }
            event: { action: send data, user: { email: a@example.com, firstName: Ann } }
        """;
    TestHome.write(folder, "mappings/people.yaml", MAPPING + examples);
    run();
    TestHome.write(folder, "mappings/people.yaml", MAPPING.replace("${name}", "Dr") + examples);
    Called called = changed("--limit", "1");
    assertThat(called.exit()).isEqualTo(1);
    assertThat(called.out())
        .contains("The examples of the mapping do not hold")
        .contains("  mappings/people.yaml:5:")
        .contains("/user/firstName is 'Ann' in the example, and the mapping makes 'Dr'");
  }

  @Test
  void a_mapping_alone_is_compared_over_a_file() throws IOException {
    run();
    edit("${name}", "${name}!");
    String file = folder.resolve("drop/people/b.csv").toString();
    assertThat(
            Called.with(
                    "preview",
                    "--mapping",
                    "people",
                    "--input",
                    file,
                    "--changed",
                    "--home",
                    folder.toString())
                .out())
        .contains("  /user/firstName: \"N\" → \"N!\"   from column name")
        .contains("1 record, 1 differ, 0 the same");
  }

  @Test
  void what_is_kept_is_private_and_replaced_only_where_it_differs() throws IOException {
    run();
    Path kept = folder.resolve("data/mappings/people.yaml");
    Object first = Files.readAttributes(kept, "unix:ino").get("ino");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept)))
        .isEqualTo("rw-------");
    run();
    assertThat(Files.readAttributes(kept, "unix:ino").get("ino")).isEqualTo(first);
    edit("${name}", "X");
    run();
    assertThat(kept).content().contains("firstName: \"X\"");
    assertThat(kept.getParent())
        .isDirectoryContaining(path -> true)
        .isDirectoryNotContaining(path -> path.toString().endsWith(".part"));
  }

  @Test
  void run_keeps_the_mappings_of_its_sources() {
    try (AdapterProcess adapter =
        AdapterProcess.start(
            folder,
            Map.of(
                "DMP_URL", "http://127.0.0.1:1/event",
                "DMP_USERNAME", "u",
                "DMP_PASSWORD", "p",
                "WEBHOOKS_PORT", "0",
                "OPERATIONS_PORT", "0"),
            "run")) {
      adapter.awaitOutput("Ready.");
      adapter.stop();
    }
    assertThat(folder.resolve("data/mappings/people.yaml")).hasContent(MAPPING);
    assertThat(folder.resolve("data/mappings/orders.yaml")).doesNotExist();
  }

  @Test
  void a_kept_mapping_that_this_version_cannot_read_is_told() throws IOException {
    run();
    Files.writeString(folder.resolve("data/mappings/people.yaml"), "key: ${email}\n");
    Called called = changed();
    assertThat(called.exit()).isEqualTo(1);
    assertThat(called.err()).contains("data/mappings/people.yaml:1:1: event: is missing");
  }
}
