package com.nexway.dmp.adapter.camel;

import com.nexway.dmp.adapter.outbox.Lease;
import com.nexway.dmp.adapter.storage.StorageUnavailable;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultProducer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code to: outbox:lease}: keeps the right to send; the body becomes its epoch, 0 without it. */
final class LeaseProducer extends DefaultProducer {
  private static final Logger LOG = LoggerFactory.getLogger(LeaseProducer.class);

  private final Lease lease;
  private final StoreWatch watch;
  private String told = "";

  LeaseProducer(Endpoint endpoint, Lease lease, StoreWatch watch) {
    super(endpoint);
    this.lease = lease;
    this.watch = watch;
  }

  @Override
  public void process(Exchange exchange) {
    exchange.getMessage().setBody(keep());
  }

  private synchronized long keep() {
    try {
      Lease.Standing standing = lease.keep();
      watch.fine();
      if (!standing.holder().equals(told)) {
        told = standing.holder();
        LOG.info(
            standing.here() ? "This process sends ({})" : "This process stands by: {} sends", told);
      }
      return standing.here() ? standing.epoch() : 0;
    } catch (StorageUnavailable e) {
      watch.unavailable(e);
      return 0;
    }
  }
}
