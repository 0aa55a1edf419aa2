package com.nexway.dmp.adapter.delivery;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the log once that nothing is delivered, and once that it goes on. */
final class Announcements {
  private static final Logger LOG = LoggerFactory.getLogger(Destination.class);

  private boolean told;

  void waits(String why) {
    told = true;
    LOG.warn("Delivery waits for the DMP: {}", why);
  }

  void stopped(String why) {
    told = true;
    LOG.error("Delivery has stopped: {}", why);
  }

  void flows(long seconds) {
    if (told) {
      told = false;
      LOG.warn("Delivery goes on: the DMP answers again, after {} s.", seconds);
    }
  }
}
