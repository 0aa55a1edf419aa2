package com.nexway.dmp.adapter.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.AnnotationKeyword;
import com.nexway.dmp.adapter.record.Problem;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/**
 * Check reads event.schema.json as a general JSON Schema validator does: the same places, for any
 * event with any faults.
 */
class SchemaAgreementTest {
  private static final Schema SCHEMA = schema();
  private static final Check CHECK = new Check(EventDocument.document().root());

  @Test
  void the_schema_knows_a_valid_event() {
    assertThat(SCHEMA.validate(Samples.full())).isEmpty();
  }

  @Property(tries = 3_000)
  void both_find_the_same_places(@ForAll("events") ObjectNode event) {
    assertThat(ours(event)).isEqualTo(theirs(event));
  }

  private static Set<String> ours(ObjectNode event) {
    Findings found = new Findings(Columns.UNKNOWN);
    CHECK.value(event, found);
    TreeSet<String> pointers = new TreeSet<>();
    found.problems().stream().filter(Problem::isError).forEach(p -> pointers.add(p.pointer()));
    return pointers;
  }

  /** An absent or unknown property is told at its object there, and at its own place here. */
  private static Set<String> theirs(ObjectNode event) {
    TreeSet<String> pointers = new TreeSet<>();
    for (Error error : SCHEMA.validate(event)) {
      boolean atObject =
          error.getKeyword().equals("required")
              || error.getKeyword().equals("additionalProperties");
      String own = atObject ? "/" + error.getProperty().replace("~", "~0").replace("/", "~1") : "";
      pointers.add(error.getInstanceLocation() + own);
    }
    return pointers;
  }

  /**
   * No number beyond 64 bits with an exponent is among its values: the general validator takes 1e40
   * for an integer within any maximum.
   */
  @Provide
  Arbitrary<ObjectNode> events() {
    return Faulty.events();
  }

  private static Schema schema() {
    Dialect dialect =
        Dialect.builder(Dialects.getDraft202012())
            .keyword(new AnnotationKeyword("expected"))
            .keyword(new AnnotationKeyword("about"))
            .build();
    SchemaRegistryConfig config =
        SchemaRegistryConfig.builder()
            .losslessNarrowing(true)
            .formatAssertionsEnabled(true)
            .build();
    return SchemaRegistry.withDialect(dialect, registry -> registry.schemaRegistryConfig(config))
        .getSchema(EventDocument.schema());
  }
}
