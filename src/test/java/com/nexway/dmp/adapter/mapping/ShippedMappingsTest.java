package com.nexway.dmp.adapter.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class ShippedMappingsTest {
  private static final Mappings SHIPPED = Mappings.load(Path.of("mappings"), "mappings");

  @Test
  void every_mapping_of_the_project_is_right() {
    assertThat(SHIPPED.problems()).isEmpty();
    for (String name : SHIPPED.names()) {
      assertThat(SHIPPED.find(name).map(Examples::run)).hasValue(java.util.List.of());
    }
    assertThat(SHIPPED.names()).contains("customers", "orders", "webhook-orders");
  }
}
