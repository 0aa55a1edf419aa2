package com.nexway.dmp.adapter.camel;

import com.nexway.dmp.adapter.client.DmpClient;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;
import org.jspecify.annotations.Nullable;

/** The DMP in routes: {@code to: dmp:event} sends the body and waits for what comes of it. */
final class DmpComponent extends DefaultComponent {
  private final Supplier<DmpClient> starting;
  private @Nullable DmpClient client;

  /**
   * @param starting makes the client, when the routes start
   */
  DmpComponent(Supplier<DmpClient> starting) {
    this.starting = starting;
  }

  @Override
  protected Endpoint createEndpoint(String uri, String use, Map<String, Object> parameters) {
    if (!use.equals("event")) {
      throw new IllegalArgumentException("dmp:" + use + " is not there; it is dmp:event");
    }
    return new DmpEndpoint(uri, this);
  }

  synchronized DmpClient client() {
    if (client == null) {
      client = starting.get();
    }
    return client;
  }

  @Override
  protected synchronized void doStop() throws Exception {
    if (client != null) {
      client.close();
      client = null;
    }
    super.doStop();
  }
}
