package com.nexway.dmp.adapter.source.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexway.dmp.adapter.event.Draft;
import com.nexway.dmp.adapter.event.Drafts;
import com.nexway.dmp.adapter.event.Validator;
import com.nexway.dmp.adapter.mapping.Mapper;
import com.nexway.dmp.adapter.mapping.Mapping;
import com.nexway.dmp.adapter.mapping.Mappings;
import com.nexway.dmp.adapter.mapping.SuppressedAddresses;
import com.nexway.dmp.adapter.record.Batch;
import com.nexway.dmp.adapter.record.Lane;
import com.nexway.dmp.adapter.record.Problem;
import com.nexway.dmp.adapter.record.SourceRecord;
import com.nexway.dmp.adapter.testing.MariaDb;
import com.nexway.dmp.adapter.yaml.FileProblem;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The databases of real shops, read with a merchant's own query; ORIGIN.md says from where. */
final class RealDumpsTest {
  private static final Path DUMPS =
      Path.of("src/test/resources/com/nexway/dmp/adapter/source/database/dumps");

  @ParameterizedTest
  @CsvSource({
    "woocommerce-9.2.5-hpos, woocommerce, order_id, 72, 35, 7, 1",
    "woocommerce-9.2.5-compatibility-mode, woocommerce, order_id, 71, 35, 6, 1",
    "prestashop-8.2.1, prestashop, id_order, 31, 21, 3, 1",
  })
  void every_order_of_a_real_shop_is_read(
      String dump, String mapping, String id, int rows, int events, int skipped, int refused)
      throws Exception {
    String url = MariaDb.freshDatabase();
    load(url, dump);
    try (Shop shop = new Shop(url)) {
      String query = Files.readString(DUMPS.resolve(dump + ".query.sql"));
      String[] columns = {"time-column", "updated_at", "id-column", id};

      List<SourceRecord> records = shop.records(7, query, columns);
      List<Draft> drafts = drafts(mapping, records);

      assertThat(shop.unreadable(query, columns)).isEmpty();
      assertThat(records).extracting(each -> each.fields().get(id)).doesNotHaveDuplicates();
      assertThat(
              List.of(
                  records.stream().mapToInt(each -> each.rows().size()).sum(),
                  count(drafts, Draft.Ready.class),
                  count(drafts, Draft.Skipped.class),
                  count(drafts, Draft.Refused.class)))
          .as("rows, events, left out, refused")
          .containsExactly(rows, events, skipped, refused);
      assertThat(refusals(drafts)).singleElement().asString().contains("an apostrophe stands");
      assertThat(shop.trial(query, columns))
          .matches(found -> found.problems().isEmpty() && found.remarks().isEmpty());
    }
  }

  private static int count(List<Draft> drafts, Class<? extends Draft> kind) {
    return (int) drafts.stream().filter(kind::isInstance).count();
  }

  private static List<String> refusals(List<Draft> drafts) {
    return drafts.stream()
        .filter(Draft.Refused.class::isInstance)
        .flatMap(draft -> ((Draft.Refused) draft).problems().stream())
        .filter(Problem::isError)
        .map(Problem::message)
        .toList();
  }

  private static List<Draft> drafts(String name, List<SourceRecord> records) {
    List<FileProblem> problems = new ArrayList<>();
    String file = name + ".yaml";
    Mapping mapping = Mappings.load(DUMPS.resolve(file), file, name, problems).orElse(null);
    assertThat(problems).isEmpty();
    Mapper mapper =
        new Mapper(new Mappings(Map.of(), List.of()), new SuppressedAddresses(List.of()));
    List<Draft> drafts = records.stream().map(record -> mapper.draft(record, mapping)).toList();
    Batch batch = new Batch(name, Lane.BACKFILL, records, List.of(), null);
    return new Validator().validate(new Drafts(batch, drafts)).drafts();
  }

  private static void load(String url, String dump) throws Exception {
    try (InputStream packed = Files.newInputStream(DUMPS.resolve(dump + ".sql.gz"));
        InputStream sql = new GZIPInputStream(packed);
        Connection connection = DriverManager.getConnection(url + "&allowMultiQueries=true");
        Statement statement = connection.createStatement()) {
      statement.execute(new String(sql.readAllBytes(), StandardCharsets.UTF_8));
    }
  }
}
