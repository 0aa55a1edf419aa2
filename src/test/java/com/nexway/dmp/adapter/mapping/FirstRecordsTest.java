package com.nexway.dmp.adapter.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexway.dmp.adapter.record.Batch;
import com.nexway.dmp.adapter.record.Lane;
import com.nexway.dmp.adapter.record.SourceRecord;
import com.nexway.dmp.adapter.testing.Logged;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the first records of a source never have is told in the log, once. */
final class FirstRecordsTest {
  private final Logged log = Logged.of(FirstRecords.class.getName());
  private final FirstRecords records =
      new FirstRecords(
          new Mappings(Map.of("orders", Shop.user("firstName: ${firstname}")), List.of()));

  private void look(String source, int count, String json) {
    List<SourceRecord> all = Collections.nCopies(count, Shop.json(json));
    records.look(new Batch(source, Lane.LIVE, all, List.of(), null), "orders");
  }

  @Test
  void a_path_that_twenty_records_lack_is_told_once_for_each_source() {
    look("first", 19, "{\"id\": 1, \"first_name\": \"Ann\"}");
    assertThat(log.lines()).isEmpty();
    look("first", 1, "{\"id\": 1, \"first_name\": \"Ann\"}");
    look("first", 30, "{\"id\": 1, \"first_name\": \"Ann\"}");
    look("other", 25, "{\"id\": 1}");
    assertThat(log.lines())
        .containsExactly(
            "first: mappings/test.yaml:6:16: none of 20 records has firstname; it has first_name",
            "other: mappings/test.yaml:6:16: none of 25 records has firstname");
  }

  @Test
  void a_path_that_one_record_has_is_not_told() {
    look("third", 19, "{\"id\": 1}");
    look("third", 1, "{\"id\": 1, \"firstname\": null}");
    assertThat(log.lines()).isEmpty();
  }
}
