package com.nexway.dmp.adapter.mapping;

import com.nexway.dmp.adapter.yaml.YamlNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the examples of a mapping. */
final class ExampleReader {
  private final Reading reading;

  ExampleReader(Reading reading) {
    this.reading = reading;
  }

  List<Example> read(@Nullable YamlNode node) {
    return List.of();
  }
}
