package com.nexway.dmp.adapter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexway.dmp.adapter.testing.TestHome;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code preview SOURCE} shows real records and leaves everything as it is. */
class PreviewSourceTest {
  @TempDir private Path folder;

  @BeforeEach
  void home() {
    TestHome.in(folder);
    TestHome.write(
        folder,
        "mappings/people.yaml",
        """
        key: ${email}
        event: { action: send data, user: { email: "${email}", firstName: "${name}" } }
        examples:
          - { record: { email: a@example.com, name: A }, event: { action: cart, user: {} } }
        """);
  }

  private Called preview(String... more) {
    List<String> arguments = new ArrayList<>(List.of("preview", "--home", folder.toString()));
    arguments.addAll(List.of(more));
    return Called.with(arguments.toArray(new String[0]));
  }

  private void source(String name, String template, String... parameters) {
    StringBuilder text =
        new StringBuilder(
            "- templatedRoute:\n    routeTemplateRef: %s\n    routeId: %s\n    parameters:\n"
                .formatted(template, name));
    for (String parameter : parameters) {
      String[] parts = parameter.split("=", 2);
      text.append("      - { name: %s, value: \"%s\" }\n".formatted(parts[0], parts[1]));
    }
    TestHome.write(folder, "routes/sources/" + name + ".yaml", text.toString());
  }

  private Path drop(String name, String text, String modified) throws IOException {
    Path file = folder.resolve("drop/people").resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, text.getBytes(Charset.forName("windows-1252")));
    return Files.setLastModifiedTime(file, FileTime.from(Instant.parse(modified)));
  }

  private List<String> everything() throws IOException {
    try (Stream<Path> tree = Files.walk(folder);
        Stream<Path> temporary = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      List<String> all = new ArrayList<>();
      for (Path path : tree.sorted().toList()) {
        all.add(path + " " + Files.getLastModifiedTime(path));
      }
      temporary
          .map(path -> path.getFileName().toString())
          .filter(name -> name.startsWith("preview"))
          .sorted()
          .forEach(all::add);
      return all;
    }
  }

  @Test
  void the_file_that_is_read_next_is_shown_as_its_source_reads_it_and_nothing_is_moved()
      throws IOException {
    source("people", "csv", "mapping=people", "charset=windows-1252", "group=email");
    drop("a-new.csv", "email;name\nnew@example.com;N\n", "2026-03-02T00:00:00Z");
    drop(
        "z-old.csv",
        "email;name\nold@example.com;Zoé\nb@example.com;B\nold@example.com;X\n",
        "2026-03-01T00:00:00Z");
    List<String> before = everything();

    Called called = preview("people");

    assertThat(called.exit()).as(called.err()).isZero();
    assertThat(called.out())
        .startsWith("drop/people/z-old.csv, which is read next (1 more wait):")
        .contains("z-old.csv lines 2, 4: event send data:old@example.com")
        .containsPattern("/user/firstName +\"Zoé\" {3}from name")
        .doesNotContain("new@example.com");
    assertThat(everything()).isEqualTo(before);
  }

  @Test
  void where_none_waits_the_file_that_was_read_last_is_shown() throws IOException {
    source("people", "csv", "mapping=people");
    String time = "2026-03-01T00:00:00Z";
    drop(".done/20260301-101500000-a.csv", "email;name\na@example.com;A\n", time);
    drop(".done/20260302-101500000-b.csv", "email;name\nb@example.com;B\n", time);

    assertThat(preview("people").out())
        .startsWith("drop/people/.done/20260302-101500000-b.csv, which was read last:")
        .contains("b@example.com");
  }

  @Test
  void a_folder_without_files_is_told() {
    source("people", "csv", "mapping=people");

    Called called = preview("people");

    assertThat(called.exit()).isEqualTo(1);
    assertThat(called.err())
        .contains("in drop/people no file waits that is named as *.csv, and none was read");
  }

  @Test
  void a_database_shows_what_changed_last_with_its_own_capitals() throws SQLException {
    String url = "jdbc:h2:mem:preview-" + System.nanoTime();
    try (Connection shop = DriverManager.getConnection(url);
        Statement statement = shop.createStatement()) {
      statement.execute("CREATE TABLE c (id INT, email VARCHAR(99), name VARCHAR(9), t TIMESTAMP)");
      for (int i = 1; i <= 30; i++) {
        statement.execute(
            "INSERT INTO c VALUES (%d, 'p%d@example.com', 'P%d', '2026-03-%02d 10:00:00')"
                .formatted(i, i, i, i));
      }
      TestHome.write(folder, "config/adapter.yaml", "databases: { shop: { url: '" + url + "' } }");
      source(
          "people",
          "database",
          "mapping=people",
          "database=shop",
          "time-column=t",
          "id-column=id",
          "query=SELECT id, email, name, t FROM c");

      Called called = preview("people", "--limit", "12");

      assertThat(called.exit()).as(called.err()).isZero();
      assertThat(called.out().lines().filter(line -> line.startsWith("id ")))
          .hasSize(12)
          .startsWith(
              "id 30: event send data:p30@example.com", "id 29: event send data:p29@example.com")
          .endsWith("id 19: event send data:p19@example.com");
      assertThat(called.out()).startsWith("database shop, the records that changed last:");
    }
  }

  @Test
  void a_database_that_is_away_and_a_query_that_it_refuses_are_told() {
    source(
        "people",
        "database",
        "mapping=people",
        "database=shop",
        "time-column=t",
        "id-column=id",
        "query=SELECT nothing FROM nowhere");
    TestHome.write(
        folder,
        "config/adapter.yaml",
        "databases: { shop: { url: 'jdbc:postgresql://127.0.0.1:1/shop' } }");
    assertThat(preview("people"))
        .satisfies(
            called ->
                assertThat(called.err())
                    .startsWith("config/adapter.yaml: databases.shop cannot be reached: "))
        .extracting(Called::exit)
        .isEqualTo(1);

    TestHome.write(
        folder, "config/adapter.yaml", "databases: { shop: { url: 'jdbc:h2:mem:nowhere' } }");
    assertThat(preview("people").err())
        .startsWith("routes/sources/people.yaml: the query cannot be run on shop: ")
        .contains("NOWHERE");
  }

  @Test
  void a_webhook_shows_what_the_shop_sent_and_was_saved() {
    source("hook", "webhook", "mapping=people", "signature=none", "records=data.events");
    Called alone = preview("hook");
    assertThat(alone.exit()).isEqualTo(2);
    assertThat(alone.err())
        .contains("hook is a webhook")
        .contains("preview hook --input FILE, or preview --mapping people --input FILE");

    TestHome.write(
        folder,
        "sent.json",
        "{\"data\":{\"events\":[{\"email\":\"a@example.com\"},{\"email\":\"b@example.com\"}]}}");
    Called saved = preview("hook", "--input", folder.resolve("sent.json").toString());
    assertThat(saved.exit()).as(saved.err()).isZero();
    assertThat(saved.out()).contains("sent.json record 2: event send data:b@example.com");

    TestHome.write(folder, "sent.json", "{\"email\":\"a@example.com\"}");
    assertThat(preview("hook", "--input", folder.resolve("sent.json").toString()).err())
        .contains("cannot be read: the body has no array at data.events");
    TestHome.write(folder, "sent.json", "{\"email\":\n oops}");
    assertThat(preview("hook", "--input", folder.resolve("sent.json").toString()).err())
        .contains("it is not JSON: look at line 2, column");
  }

  @Test
  void a_file_is_read_as_the_source_would() throws IOException {
    source("people", "csv", "mapping=people", "charset=windows-1252", "delimiter=pipe");
    Path file =
        drop("saved/elsewhere.csv", "email|name\na@example.com|Zoé\n", "2026-03-01T00:00:00Z");
    assertThat(preview("people", "--input", file.toString()).out()).contains("\"Zoé\"");
  }

  @Test
  void what_the_query_of_a_database_gave_can_stand_in_a_file() throws IOException {
    TestHome.write(folder, "config/adapter.yaml", "databases: { shop: { url: 'jdbc:h2:mem:x' } }");
    source(
        "people",
        "database",
        "mapping=people",
        "database=shop",
        "time-column=t",
        "id-column=id",
        "query=SELECT 1 AS id");
    TestHome.write(folder, "rows.csv", "ID,EMAIL,NAME\n1,a@x.com,A\n2,b@x.com,B\n1,,C\n");
    assertThat(preview("people", "--input", folder.resolve("rows.csv").toString()).out())
        .contains("rows.csv lines 2, 4: event send data:a@x.com");
  }

  @Test
  void a_source_with_something_wrong_tells_it() {
    source("people", "csv", "mapping=people", "delimitre=pipe");
    Called called = preview("people");
    assertThat(called.exit()).isEqualTo(1);
    assertThat(called.err()).contains("routes/sources/people.yaml:").contains("delimitre");

    source("people", "csv", "mapping=people");
    TestHome.write(folder, "mappings/people.yaml", "key: ${email}\n");
    assertThat(preview("people").err())
        .contains("mappings/people.yaml is not right; mend it first")
        .contains("mappings/people.yaml:1:1: event: is missing");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "|name a source, or --mapping NAME and --input FILE",
        "peple|there is no source 'peple' (routes/sources/peple.yaml); did you mean people?",
        "people --mapping people|name a source or --mapping, not both",
        "--mapping people|--mapping needs --input FILE; or name a source in its place",
        "people --group email|--group goes with --mapping",
        "--mapping people --input x.json --group email|--group is for CSV",
        "people --limit 0|--limit is a number from 1 to 100000, and this is 0",
        "people --changed|run has used no mapping people yet, so there is nothing to compare",
        "people --input none.csv|none.csv: cannot be read: there is no such file"
      })
  void wrong_use_is_told_in_one_sentence(String arguments, String sentence) {
    source("people", "csv", "mapping=people");
    Called called = preview(arguments == null ? new String[0] : arguments.split(" "));
    assertThat(called.exit()).isEqualTo(2);
    assertThat(called.err()).contains(sentence).hasLineCount(2);
    assertThat(called.out()).isEmpty();
  }
}
