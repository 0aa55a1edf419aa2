package com.nexway.dmp.adapter.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexway.dmp.adapter.record.Origin;
import com.nexway.dmp.adapter.record.Problem;
import com.nexway.dmp.adapter.record.SourceRecord;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Records as dead letters keep them. */
final class LetterTextTest {
  @Test
  void every_kind_of_value_keeps_its_digits_and_letters() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("text", "Zoë \"☂\"\n");
    fields.put("money", new BigDecimal("1E+3"));
    fields.put("cents", new BigDecimal("19.90"));
    fields.put("id", new BigInteger("90071992547409931234"));
    fields.put("number", 9007199254740993L);
    fields.put("yes", true);
    fields.put("day", LocalDate.of(2026, 11, 24));
    fields.put("nothing", null);
    fields.put("list", new ArrayList<>(Arrays.asList("a", null, Map.of("b", 1L))));

    assertThat(LetterText.of(record(fields, List.of())))
        .isEqualTo(
            "{\"text\":\"Zoë \\\"☂\\\"\\n\",\"money\":1000,\"cents\":19.90,"
                + "\"id\":90071992547409931234,\"number\":9007199254740993,\"yes\":true,"
                + "\"day\":\"2026-11-24\",\"nothing\":null,\"list\":[\"a\",null,{\"b\":1}]}");
  }

  @Test
  void a_record_of_several_rows_shows_them_all() {
    Map<String, Object> first = Map.of("sku", "a");
    Map<String, Object> second = Map.of("sku", "b");

    assertThat(LetterText.of(record(first, List.of(first, second))))
        .isEqualTo("[{\"sku\":\"a\"},{\"sku\":\"b\"}]");
  }

  @Test
  void problems_are_read_back_as_they_were() {
    List<Problem> problems =
        List.of(
            Problem.error("/user/email", "e_mail", "a@@x", "has two @"),
            Problem.warning("/order", null, null, "is doubtful"));

    assertThat(LetterText.problems(LetterText.of(problems))).isEqualTo(problems);
  }

  private static SourceRecord record(Map<String, Object> fields, List<Map<String, Object>> rows) {
    return new SourceRecord(new Origin("shop", "row 1"), fields, rows);
  }
}
