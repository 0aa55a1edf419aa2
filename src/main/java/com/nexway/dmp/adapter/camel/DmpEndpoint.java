package com.nexway.dmp.adapter.camel;

import org.apache.camel.Component;
import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.support.DefaultEndpoint;

/** The DMP's end-point, as a route names it. */
final class DmpEndpoint extends DefaultEndpoint {
  private final DmpComponent dmp;

  DmpEndpoint(String uri, DmpComponent dmp) {
    super(uri, (Component) dmp);
    this.dmp = dmp;
  }

  @Override
  public Producer createProducer() {
    return new DmpProducer(this, dmp.client());
  }

  @Override
  public Consumer createConsumer(Processor processor) {
    throw new UnsupportedOperationException("nothing comes from the DMP: write to: dmp:event");
  }

  @Override
  public boolean isSingleton() {
    return true;
  }
}
