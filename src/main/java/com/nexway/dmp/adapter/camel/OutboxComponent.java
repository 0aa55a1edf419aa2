package com.nexway.dmp.adapter.camel;

import com.nexway.dmp.adapter.delivery.DeadStreaks;
import com.nexway.dmp.adapter.outbox.Outbox;
import com.nexway.dmp.adapter.storage.StorageUnavailable;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;
import org.apache.camel.support.service.ServiceHelper;

/**
 * The outbox in routes: {@code from: outbox:dmp} hands out events to send, {@code to:
 * outbox:accept} stores a batch, {@code to: outbox:settle} stores what became of an event, {@code
 * to: outbox:lease} keeps the right to send.
 */
final class OutboxComponent extends DefaultComponent {
  private final Outbox outbox;
  private final StoreWatch watch = new StoreWatch();
  private final SettleQueue settling;

  OutboxComponent(Outbox outbox, DeadStreaks streaks) {
    this.outbox = outbox;
    this.settling = new SettleQueue(outbox, streaks, watch);
  }

  @Override
  protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters)
      throws Exception {
    OutboxEndpoint endpoint = new OutboxEndpoint(uri, this, remaining);
    setProperties(endpoint, parameters);
    return endpoint;
  }

  Outbox outbox() {
    return outbox;
  }

  StoreWatch watch() {
    return watch;
  }

  SettleQueue settling() {
    return settling;
  }

  /** What keeps delivery from the outbox, in words; empty while nothing does. */
  Optional<String> trouble() {
    return watch.trouble();
  }

  // At once, so that a standby need not wait for the lease to run out.
  private void release() {
    try {
      outbox.lease().release();
    } catch (StorageUnavailable e) {
      watch.unavailable(e);
    }
  }

  @Override
  protected void doStart() throws Exception {
    super.doStart();
    settling.setCamelContext(getCamelContext());
    ServiceHelper.startService(settling);
  }

  @Override
  protected void doStop() throws Exception {
    ServiceHelper.stopService(settling);
    release();
    super.doStop();
  }
}
