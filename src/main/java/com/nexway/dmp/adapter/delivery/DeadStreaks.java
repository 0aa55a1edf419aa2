package com.nexway.dmp.adapter.delivery;

import com.nexway.dmp.adapter.outbox.Settlement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts the dead letters of each source in a row. Many without a delivery between mean that the
 * mapping is wrong, not that many shoppers are: the source is to be paused.
 */
public final class DeadStreaks {
  private final int most;
  private final Map<String, Integer> inARow = new HashMap<>();

  public DeadStreaks(RetrySettings settings) {
    this.most = settings.pauseAfter();
  }

  /** A source to pause, with the reason in words. */
  public record Pause(String source, String why) {}

  /**
   * @param settlements what was stored, in order
   * @return sources that must not send on until somebody has looked
   */
  public synchronized List<Pause> after(List<Settlement> settlements) {
    List<Pause> pauses = new ArrayList<>();
    for (Settlement settlement : settlements) {
      String source = settlement.entry().source();
      if (settlement instanceof Settlement.Delivered) {
        inARow.remove(source);
      } else if (settlement instanceof Settlement.Dead dead
          && inARow.merge(source, 1, Integer::sum) >= most) {
        inARow.remove(source);
        pauses.add(
            new Pause(
                source,
                most
                    + " events of "
                    + source
                    + " in a row became dead letters, the last one so: "
                    + dead.why()
                    + " Look at its mapping and at the dead letters, then resume the source."));
      }
    }
    return pauses;
  }
}
