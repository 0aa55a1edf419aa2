package com.nexway.dmp.adapter.camel;

import com.nexway.dmp.adapter.record.Batch;
import com.nexway.dmp.adapter.record.Checkpoint;
import com.nexway.dmp.adapter.record.SourceRecord;
import com.nexway.dmp.adapter.source.Checkpoints;
import com.nexway.dmp.adapter.storage.StorageUnavailable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Exchange;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;

/**
 * Stands behind {@code direct:intake} as the store does: a batch and its checkpoint are kept
 * together or not at all. It can be made to fail.
 */
final class RecordingIntake implements Checkpoints {
  private final List<Batch> stored = new CopyOnWriteArrayList<>();
  private final List<Map<String, Object>> variables = new CopyOnWriteArrayList<>();
  private final Map<String, Checkpoint> checkpoints = new ConcurrentHashMap<>();
  private volatile int failAfter = Integer.MAX_VALUE;
  private final AtomicInteger attempts = new AtomicInteger();
  private volatile Runnable before = () -> {};

  /** Fails from the batch on that comes after so many. */
  void failAfter(int batches) {
    failAfter = stored.size() + batches;
  }

  void work() {
    failAfter = Integer.MAX_VALUE;
  }

  /** Runs something before each batch is stored, on the thread of the source. */
  void before(Runnable action) {
    before = action;
  }

  /** Remembers that a database was read so far. */
  void read(String source, String position) {
    checkpoints.put(source + " ", new Checkpoint(source, "", position));
  }

  RoutesBuilder route() {
    return new RouteBuilder() {
      @Override
      public void configure() {
        from("direct:intake")
            .routeId("intake")
            .errorHandler(noErrorHandler())
            .process(RecordingIntake.this::store);
      }
    };
  }

  private void store(Exchange exchange) {
    attempts.incrementAndGet();
    before.run();
    if (stored.size() >= failAfter) {
      throw new StorageUnavailable("the disk is full", null);
    }
    Batch batch = exchange.getMessage().getBody(Batch.class);
    stored.add(batch);
    variables.add(Map.copyOf(exchange.getVariables()));
    Checkpoint checkpoint = batch.checkpoint();
    if (checkpoint != null) {
      checkpoints.put(checkpoint.source() + " " + checkpoint.key(), checkpoint);
    }
  }

  @Override
  public Optional<Checkpoint> find(String source, String key) {
    return Optional.ofNullable(checkpoints.get(source + " " + key));
  }

  int attempts() {
    return attempts.get();
  }

  List<Batch> batches() {
    return List.copyOf(stored);
  }

  List<Map<String, Object>> variables() {
    return List.copyOf(variables);
  }

  List<SourceRecord> records() {
    List<SourceRecord> records = new ArrayList<>();
    stored.forEach(batch -> records.addAll(batch.records()));
    return records;
  }

  /** One column of all records, in the order in which they were stored. */
  List<Object> values(String column) {
    return records().stream().map(record -> record.fields().get(column)).toList();
  }

  List<String> unreadable() {
    List<String> told = new ArrayList<>();
    stored.forEach(
        batch ->
            batch
                .unreadable()
                .forEach(u -> told.add(u.origin().place() + ": " + u.problems().get(0).message())));
    return told;
  }
}
