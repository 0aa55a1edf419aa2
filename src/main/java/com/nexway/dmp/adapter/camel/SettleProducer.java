package com.nexway.dmp.adapter.camel;

import com.nexway.dmp.adapter.outbox.Settlement;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.support.DefaultAsyncProducer;

/** {@code to: outbox:settle}: stores what became of events; the exchange ends after the commit. */
final class SettleProducer extends DefaultAsyncProducer {
  /** Marks an exchange whose event has an ending. */
  static final String SETTLED = "outbox.settled";

  private final SettleQueue settling;

  SettleProducer(Endpoint endpoint, SettleQueue settling) {
    super(endpoint);
    this.settling = settling;
  }

  @Override
  public boolean process(Exchange exchange, AsyncCallback callback) {
    List<Settlement> settlements;
    try {
      settlements = settlements(exchange);
    } catch (InvalidPayloadException e) {
      exchange.setException(e);
      callback.done(true);
      return true;
    }
    settling.add(
        settlements,
        failure -> {
          if (failure == null) {
            exchange.setProperty(SETTLED, true);
          } else {
            exchange.setException(failure);
          }
          callback.done(false);
        });
    return false;
  }

  private static List<Settlement> settlements(Exchange exchange) throws InvalidPayloadException {
    Object body = exchange.getMessage().getBody();
    if (body instanceof Settlement one) {
      return List.of(one);
    }
    List<Settlement> settlements = new ArrayList<>();
    for (Object item : exchange.getMessage().getMandatoryBody(List.class)) {
      settlements.add((Settlement) item);
    }
    return settlements;
  }
}
