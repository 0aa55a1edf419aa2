package com.nexway.dmp.adapter.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Measures, and judges nothing: {@code mvn -Pbench verify}. */
@Tag("bench")
final class MappingSpeedTest {
  @Test
  void orders_mapped_validated_and_written_per_second() throws RunnerException {
    Path results = Path.of("target", "mapping-speed.json");

    new Runner(
            new OptionsBuilder()
                .include(MappingBenchmark.class.getSimpleName())
                .resultFormat(ResultFormatType.JSON)
                .result(results.toString())
                .build())
        .run();

    assertThat(Files.exists(results)).isTrue();
  }
}
