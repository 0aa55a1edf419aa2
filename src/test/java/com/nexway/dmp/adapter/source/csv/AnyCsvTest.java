package com.nexway.dmp.adapter.source.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Any table, written as CSV in any of its forms, is read as it was. */
final class AnyCsvTest {
  private static final int COLUMNS = 3;

  @Property(tries = 300)
  void any_table_is_read_as_it_was_written(
      @ForAll("tables") List<List<String>> table,
      @ForAll("delimiters") char delimiter,
      @ForAll("lineEnds") String lineEnd)
      throws Exception {
    StringBuilder text = new StringBuilder();
    table.forEach(row -> text.append(written(row, delimiter)).append(lineEnd));

    assertThat(read(text.toString(), delimiter)).isEqualTo(withoutEmpty(table));
  }

  @Property(tries = 300)
  void a_broken_line_anywhere_costs_itself_alone(
      @ForAll("tables") List<List<String>> table, @ForAll int where) throws Exception {
    List<String> lines = new ArrayList<>();
    table.forEach(row -> lines.add(written(row, ',')));
    lines.add(Math.floorMod(where, lines.size() + 1), "1,\"Acme\" Inc,2");

    List<List<String>> read = read(String.join("\n", lines), ',');

    read.removeIf(row -> row.equals(List.of("broken")));
    assertThat(read).isEqualTo(withoutEmpty(table));
  }

  @Property(tries = 500)
  void no_text_whatever_breaks_the_reader(@ForAll("texts") String text) throws Exception {
    assertThat(read(text, ',')).allSatisfy(row -> assertThat(row.size()).isIn(1, COLUMNS));
  }

  private static List<List<String>> read(String text, char delimiter) throws Exception {
    List<List<String>> rows = new ArrayList<>();
    try (RecordScanner scanner =
        new RecordScanner(new StringReader(text), new CellReader(List.of()))) {
      scanner.layout(delimiter, COLUMNS);
      for (CsvRow row = scanner.next(); row != null; row = scanner.next()) {
        rows.add(row.isBad() ? List.of("broken") : row.values());
      }
    }
    return rows;
  }

  private static String written(List<String> row, char delimiter) {
    List<String> cells = new ArrayList<>();
    for (String cell : row) {
      boolean quoted =
          cell.stripLeading().startsWith("\"")
              || cell.matches("(?s).*[\n\r" + delimiter + "].*")
              || cell.hashCode() % 2 == 0;
      cells.add(quoted ? '"' + cell.replace("\"", "\"\"") + '"' : cell);
    }
    return String.join(String.valueOf(delimiter), cells);
  }

  private static List<List<String>> withoutEmpty(List<List<String>> table) {
    return table.stream()
        .filter(row -> row.stream().anyMatch(cell -> cell.chars().anyMatch(c -> c > ' ')))
        .toList();
  }

  @Provide
  Arbitrary<List<List<String>>> tables() {
    Arbitrary<String> cell =
        Arbitraries.strings().withChars("ab\",;\t\n\r é😀 |'\\").ofMaxLength(8);
    return cell.list().ofSize(COLUMNS).list().ofMaxSize(12);
  }

  @Provide
  Arbitrary<Character> delimiters() {
    return Arbitraries.of(',', ';', '\t', '|');
  }

  @Provide
  Arbitrary<String> lineEnds() {
    return Arbitraries.of("\n", "\r\n", "\r");
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings().withChars("a\",\n\r \u0000\u001F\uFFFF").ofMaxLength(60);
  }
}
