package com.nexway.dmp.adapter.camel;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexway.dmp.adapter.event.Drafts;
import com.nexway.dmp.adapter.mapping.FirstRecords;
import com.nexway.dmp.adapter.mapping.Mappings;
import com.nexway.dmp.adapter.mapping.SecretColumns;
import com.nexway.dmp.adapter.operations.HeardRecords;
import com.nexway.dmp.adapter.operations.RefusedRecords;
import com.nexway.dmp.adapter.outbox.Accepted;
import com.nexway.dmp.adapter.record.Batch;
import com.nexway.dmp.adapter.record.Lane;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.builder.AdviceWith;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.main.MainConfigurationProperties;
import org.apache.camel.test.junit5.TestExecutionConfiguration;
import org.apache.camel.test.main.junit5.CamelMainTestSupport;
import org.junit.jupiter.api.Test;

/** The shipped intake, driven by Camel's own test kit; its store is woven out. */
final class IntakeRouteTest extends CamelMainTestSupport {
  private static final Batch BATCH = new Batch("customers", Lane.LIVE, List.of(), List.of(), null);

  private final List<String> steps = new ArrayList<>();

  @Override
  public void configureTest(TestExecutionConfiguration configuration) {
    super.configureTest(configuration);
    configuration.withUseAdviceWith(true);
  }

  @Override
  protected void configure(MainConfigurationProperties configuration) {
    configuration.withRoutesIncludePattern("file:routes/intake.yaml");
  }

  @Override
  protected void bindToRegistry(org.apache.camel.spi.Registry registry) {
    registry.bind("secretColumns", new SecretColumns(new Mappings(Map.of(), List.of())));
    registry.bind("firstRecords", new FirstRecords(new Mappings(Map.of(), List.of())));
    registry.bind("mapper", new MapStep());
    registry.bind("validator", new ValidateStep());
    registry.bind("refusedRecords", new RefusedRecords(Clock.systemUTC()));
    registry.bind("heardRecords", new HeardRecords((source, heard) -> {}, System::nanoTime));
  }

  /** Stands for the mapper. */
  public final class MapStep {
    public Drafts map(Batch batch, String mapping) {
      steps.add("map " + batch.source() + " by " + mapping);
      return new Drafts(batch, List.of());
    }
  }

  /** Stands for the validator. */
  public final class ValidateStep {
    public Drafts validate(Drafts drafts) {
      steps.add("validate");
      return drafts;
    }
  }

  @Test
  void a_batch_is_mapped_then_checked_then_accepted() throws Exception {
    MockEndpoint outbox = weave(new Accepted(1, 0, 0, 0, 0, 0, 0));

    Exchange done = send();

    assertThat(done.getException()).isNull();
    assertThat(steps).containsExactly("map customers by orders", "validate");
    assertThat(outbox.getExchanges())
        .singleElement()
        .satisfies(e -> assertThat(e.getMessage().getHeaders()).isEmpty());
    assertThat(done.getMessage().getBody()).isEqualTo(new Accepted(1, 0, 0, 0, 0, 0, 0));
  }

  @Test
  void without_the_step_validate_nothing_is_checked() throws Exception {
    AdviceWith.adviceWith(context, "intake", a -> a.weaveByToString(".*validate.*").remove());
    weave(new Accepted(0, 0, 0, 0, 0, 0, 0));

    send();

    assertThat(steps).containsExactly("map customers by orders");
  }

  @Test
  void a_store_that_fails_reaches_the_source() throws Exception {
    weave(new Accepted(0, 0, 0, 0, 0, 0, 0))
        .whenAnyExchangeReceived(
            e -> {
              throw new com.nexway.dmp.adapter.storage.StorageUnavailable("the disk is full", null);
            });

    assertThat(send().getException()).hasMessage("the disk is full");
  }

  private MockEndpoint weave(Accepted answer) throws Exception {
    AdviceWith.adviceWith(
        context, "intake", a -> a.weaveByToUri("outbox:accept").replace().to("mock:outbox"));
    context.start();
    MockEndpoint outbox = context.getEndpoint("mock:outbox", MockEndpoint.class);
    outbox.whenAnyExchangeReceived(e -> e.getMessage().setBody(answer));
    return outbox;
  }

  private Exchange send() {
    return context
        .createProducerTemplate()
        .send(
            "direct:intake",
            exchange -> {
              Map.of("source", "customers", "mapping", "orders").forEach(exchange::setVariable);
              exchange.getMessage().setBody(BATCH);
            });
  }
}
