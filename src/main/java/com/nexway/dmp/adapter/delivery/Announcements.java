package com.nexway.dmp.adapter.delivery;

import com.nexway.dmp.adapter.delivery.DestinationState.Mode;
import com.nexway.dmp.adapter.text.Sparing;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the log that nothing is delivered, and that it goes on: each once in ten minutes. */
final class Announcements {
  private static final Logger LOG = LoggerFactory.getLogger(Destination.class);
  private static final int KINDS = 8;

  private final Sparing warnings;
  private final Sparing errors;
  private Mode told = Mode.FLOWING;

  /**
   * @param nanos a clock that nobody sets
   */
  Announcements(LongSupplier nanos) {
    this.warnings = new Sparing(Sparing.TEN_MINUTES, KINDS, nanos, LOG::warn);
    this.errors = new Sparing(Sparing.TEN_MINUTES, KINDS, nanos, LOG::error);
  }

  /** Delivery is in another mode. A pause that a gateway asks for is told where it is read. */
  void changed(Mode mode, String why) {
    if (mode == Mode.STOPPED) {
      errors.say("stopped", "Delivery has stopped: " + why);
    } else if (mode == Mode.AWAY) {
      warnings.say("away", "Delivery waits for the DMP, and nothing is lost. " + why);
    } else if (mode == Mode.UNTOLD) {
      warnings.say(
          "untold",
          "What was sent last has failed, and nothing else is there to send; it is tried again. "
              + why);
    } else if (mode == Mode.FLOWING && (told == Mode.AWAY || told == Mode.STOPPED)) {
      warnings.say("flows", "Delivery goes on: the DMP takes events again");
    }
    if (mode != Mode.SLOWED && mode != Mode.UNTOLD) {
      told = mode;
    }
  }

  /** A body that it had taken was taken again. */
  void forgetful() {
    warnings.say(
        "forgetful",
        "The DMP took an event a second time that it had taken before: it does not know any more"
            + " what it had. Tell Nexway");
  }
}
