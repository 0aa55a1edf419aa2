package com.nexway.dmp.adapter.camel;

import com.nexway.dmp.adapter.client.DmpClient;
import com.nexway.dmp.adapter.delivery.Answer;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.support.DefaultAsyncProducer;

/**
 * {@code to: dmp:event}: the body goes out as it is, an {@link Answer} comes back, also where no
 * answer came: that is data, not an exception. Only what is our own fault flies.
 */
final class DmpProducer extends DefaultAsyncProducer {
  private final DmpClient client;

  DmpProducer(DmpEndpoint endpoint, DmpClient client) {
    super(endpoint);
    this.client = client;
  }

  @Override
  public boolean process(Exchange exchange, AsyncCallback callback) {
    client.send(
        exchange.getMessage().getBody(byte[].class),
        answer -> {
          if (answer instanceof Answer.None none
              && none.failure() instanceof RuntimeException ours) {
            exchange.setException(ours);
          } else {
            exchange.getMessage().setBody(answer);
          }
          callback.done(false);
        });
    return false;
  }
}
