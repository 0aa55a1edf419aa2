package com.nexway.dmp.adapter.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.AnnotationKeyword;
import com.nexway.dmp.adapter.record.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
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

  /** A fault: a value that takes the place of another, or of nothing. */
  private record Fault(String pointer, JsonNode value) {}

  @Test
  void the_schema_knows_a_valid_event() {
    assertThat(SCHEMA.validate(Samples.full())).isEmpty();
  }

  @Property(tries = 3_000)
  void both_find_the_same_places(@ForAll("faults") List<Fault> faults) {
    ObjectNode event = Samples.full();
    for (Fault fault : faults) {
      put(event, fault);
    }
    assertThat(ours(event)).as(faults.toString()).isEqualTo(theirs(event));
  }

  private static TreeSet<String> ours(ObjectNode event) {
    Findings found = new Findings(Columns.UNKNOWN);
    CHECK.value(event, found);
    TreeSet<String> pointers = new TreeSet<>();
    found.problems().stream().filter(Problem::isError).forEach(p -> pointers.add(p.pointer()));
    return pointers;
  }

  /** An absent or unknown property is told at its object there, and at its own place here. */
  private static TreeSet<String> theirs(ObjectNode event) {
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

  private static void put(ObjectNode event, Fault fault) {
    String parent = fault.pointer().substring(0, fault.pointer().lastIndexOf('/'));
    if (event.at(parent).isObject()) {
      Samples.with(
          event, fault.pointer(), fault.value().isMissingNode() ? null : fault.value().deepCopy());
    }
  }

  @Provide
  Arbitrary<List<Fault>> faults() {
    List<String> pointers = new ArrayList<>(List.of("/custmerID", "/user/a~b", "/order/items/0/x"));
    EventDocument.document().paths().forEach(path -> pointers.add(Samples.pointer(path)));
    return Combinators.combine(Arbitraries.of(pointers), Arbitraries.of(values()))
        .as(Fault::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(6);
  }

  /**
   * No number beyond 64 bits with an exponent is among them: the general validator takes 1e40 for
   * an integer within any maximum.
   */
  private static List<JsonNode> values() {
    List<JsonNode> values = new ArrayList<>(List.of(JsonNodeFactory.instance.missingNode()));
    for (String text :
        List.of(
            "null",
            "true",
            "{}",
            "[]",
            "[null]",
            "[\"x\"]",
            "[{}]",
            "\"\"",
            "\"x\"",
            "\"2001-02-29\"",
            "\"2024-02-29\"",
            "\"visa\"",
            "\"M\"",
            "0",
            "1",
            "1.0",
            "0.5",
            "-1",
            "20",
            "1e2",
            "1e-400",
            "99999999999",
            "100000000000",
            "1.7e3",
            "9223372036854775807",
            "9223372036854775808",
            "-9223372036854775808",
            "-9223372036854775809")) {
      values.add(Samples.with(Samples.sendData(), "/x", text).get("x"));
    }
    return values;
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
