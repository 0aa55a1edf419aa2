package com.nexway.dmp.adapter.mapping;

import com.nexway.dmp.adapter.event.Draft;
import com.nexway.dmp.adapter.event.Drafts;
import com.nexway.dmp.adapter.event.Validator;
import com.nexway.dmp.adapter.record.Batch;
import com.nexway.dmp.adapter.record.Lane;
import com.nexway.dmp.adapter.record.SourceRecord;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Events a second on one core: an order with three items is mapped by {@code mappings/orders.yaml},
 * checked, and written as the bytes that are sent.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class MappingBenchmark {
  private static final int ORDERS = 100;

  private final Mapper mapper =
      new Mapper(
          Mappings.load(Path.of("mappings"), "mappings"), new SuppressedAddresses(List.of()));
  private final Validator validator = new Validator();
  private final Batch batch = batch();
  private final Batch json = json();
  private final SourceRecord order = batch.records().get(0);
  private final Mapping withoutExpression = Shop.user("phoneNumbers: [\"${street}\"]");
  private final Mapping withExpression = Shop.user("phoneNumbers: [{ expression: .street }]");

  /** Mapping, validation and serialisation of an order of three rows from a database. */
  @Benchmark
  @OperationsPerInvocation(ORDERS)
  public int database_order_of_three_items() {
    return bytes(validator.validate(mapper.map(batch, "orders")));
  }

  /** The same of an order in JSON, with its times as text. */
  @Benchmark
  @OperationsPerInvocation(ORDERS)
  public int json_order_of_three_items() {
    return bytes(validator.validate(mapper.map(json, "webhook-orders")));
  }

  /** Mapping alone, and the bytes for the fingerprint. */
  @Benchmark
  @OperationsPerInvocation(ORDERS)
  public int mapping_alone() {
    return mapper.map(batch, "orders").drafts().size();
  }

  /** A small event, to hold the next against. */
  @Benchmark
  public Draft small_event_without_an_expression() {
    return mapper.draft(order, withoutExpression);
  }

  /** The same with one expression over a record of three rows. */
  @Benchmark
  public Draft small_event_with_one_expression() {
    return mapper.draft(order, withExpression);
  }

  private static int bytes(Drafts drafts) {
    int bytes = 0;
    for (Draft draft : drafts.drafts()) {
      if (!(draft instanceof Draft.Ready ready)) {
        throw new IllegalStateException("the benchmark's order is refused: " + draft);
      }
      bytes += ready.event().body(1_772_359_200L).length + ready.event().fingerprint().length;
    }
    return bytes;
  }

  private static Batch batch() {
    List<SourceRecord> records = new ArrayList<>();
    for (int i = 0; i < ORDERS; i++) {
      records.add(Shop.rows(List.of(row(i, "PS-12"), row(i, "BP-3"), row(i, "FX-7"))));
    }
    return new Batch("orders", Lane.LIVE, records, List.of(), null);
  }

  private static Map<String, Object> row(int number, String sku) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("order_id", 1000L + number);
    row.put("updated_at", LocalDateTime.parse("2026-03-01T10:15:00"));
    row.put("created_at", LocalDateTime.parse("2026-03-01T10:00:00"));
    row.put("status", "paid");
    row.put("currency", "EUR");
    row.put("email", "claire.martin" + number + "@example.com");
    row.put("first_name", "Claire");
    row.put("last_name", "Martin");
    row.put("country", "FR");
    row.put("zipcode", "01000");
    row.put("city", "Bourg-en-Bresse");
    row.put("street", "3 rue des Lilas");
    row.put("payment", "Visa");
    row.put("product_name", "Product " + sku);
    row.put("sku", sku);
    row.put("quantity", 2L);
    row.put("unit_price_net", new BigDecimal("49.90"));
    row.put("unit_price_gross", new BigDecimal("59.88"));
    row.put("vat_percent", new BigDecimal("20.00"));
    return row;
  }

  private static Batch json() {
    String line =
        """
        {"sku":"PS-12","name":"Photo Studio 12","qty":2,"price_net":"49.90","price_gross":"59.88","vat_rate":20}""";
    String order =
        """
        {"id":900001,"number":"W-1001","updated_at":"2026-03-01T10:15:00Z","created_at":"2026-03-01T11:00:00+01:00",
        "status":"paid","currency":"EUR","customer":{"email":"claire.martin@example.com","first_name":"Claire","last_name":"Martin","country":"FR"},
        "billing":{"street":"3 rue des Lilas","zipcode":"01000","city":"Bourg-en-Bresse","country":"FR"},
        "lines":[%s,%s,%s],"payment_method":"visa"}"""
            .formatted(line, line, line);
    List<SourceRecord> records = new ArrayList<>();
    for (int i = 0; i < ORDERS; i++) {
      records.add(Shop.json(order));
    }
    return new Batch("webhook", Lane.LIVE, records, List.of(), null);
  }

  /** Runs the benchmark by itself. */
  public static void main(String[] arguments) throws RunnerException {
    new Runner(new OptionsBuilder().include(MappingBenchmark.class.getSimpleName()).build()).run();
  }
}
