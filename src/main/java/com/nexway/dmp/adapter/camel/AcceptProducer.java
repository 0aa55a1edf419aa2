package com.nexway.dmp.adapter.camel;

import com.nexway.dmp.adapter.event.Drafts;
import com.nexway.dmp.adapter.outbox.Accepted;
import com.nexway.dmp.adapter.outbox.Outbox;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.support.DefaultProducer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code to: outbox:accept}: stores a batch; the body becomes what was accepted. */
final class AcceptProducer extends DefaultProducer {
  private static final Logger LOG = LoggerFactory.getLogger(AcceptProducer.class);

  private final Outbox outbox;

  AcceptProducer(Endpoint endpoint, Outbox outbox) {
    super(endpoint);
    this.outbox = outbox;
  }

  @Override
  public void process(Exchange exchange) throws InvalidPayloadException {
    Drafts drafts = exchange.getMessage().getMandatoryBody(Drafts.class);
    Accepted accepted = outbox.accept(drafts);
    LOG.debug(
        "{}: {} records stored: {}", drafts.batch().source(), drafts.drafts().size(), accepted);
    exchange.getMessage().setBody(accepted);
  }
}
