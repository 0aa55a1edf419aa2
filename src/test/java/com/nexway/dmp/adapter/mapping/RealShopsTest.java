package com.nexway.dmp.adapter.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexway.dmp.adapter.yaml.FileProblem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What WooCommerce and Shopify hold can be said in a mapping; its examples hold. */
final class RealShopsTest {
  private static final Path FOLDER = Path.of("src/test/resources/com/nexway/dmp/adapter/mapping");

  @ParameterizedTest
  @ValueSource(strings = {"woocommerce-customers", "shopify-orders", "shopify-export"})
  void the_mapping_of_a_real_shop_holds_its_examples(String name) {
    List<FileProblem> problems = new ArrayList<>();
    Optional<Mapping> mapping =
        Mappings.load(FOLDER.resolve(name + ".yaml"), name + ".yaml", name, problems);
    assertThat(problems).isEmpty();
    assertThat(mapping.map(Examples::run)).hasValue(List.of());
  }
}
