package com.nexway.dmp.adapter.delivery;

import com.nexway.dmp.adapter.outbox.DeadLetter;
import com.nexway.dmp.adapter.outbox.Settlement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Counts the customers of each source whose events the DMP refused in a row. Many without a
 * delivery between mean that the mapping is wrong, not that many shoppers are: the source is to be
 * paused.
 */
public final class DeadStreaks {
  /** So many different customers are no accident. */
  private static final int MOST = 50;

  private final Map<String, Set<String>> refused = new HashMap<>();
  private final Set<String> paused = new HashSet<>();

  /** A source to pause, with the reason in words. */
  public record Pause(String source, String why) {}

  /**
   * What follows for sources.
   *
   * @param pauses must not send on until the DMP takes one of theirs, or somebody has looked
   * @param goingOn were paused here, and have delivered
   */
  public record Verdict(List<Pause> pauses, List<String> goingOn) {}

  /**
   * @param settlements what was stored, in order
   */
  public synchronized Verdict after(List<Settlement> settlements) {
    List<Pause> pauses = new ArrayList<>();
    List<String> goingOn = new ArrayList<>();
    for (Settlement settlement : settlements) {
      String source = settlement.entry().source();
      if (settlement instanceof Settlement.Delivered) {
        refused.remove(source);
        if (paused.remove(source)) {
          goingOn.add(source);
        }
      } else if (settlement instanceof Settlement.Dead dead && isRefused(dead)) {
        Set<String> customers = refused.computeIfAbsent(source, s -> new HashSet<>());
        customers.add(dead.entry().customer());
        if (customers.size() == MOST) {
          refused.remove(source);
          paused.add(source);
          pauses.add(new Pause(source, words(source, dead)));
        }
      }
    }
    return new Verdict(pauses, goingOn);
  }

  private static boolean isRefused(Settlement.Dead dead) {
    return dead.reason() == DeadLetter.Reason.REFUSED
        || dead.reason() == DeadLetter.Reason.NOT_IMPLEMENTED;
  }

  private static String words(String source, Settlement.Dead last) {
    return "The DMP refused events of "
        + MOST
        + " different customers of "
        + source
        + " in a row, the last one so: "
        + last.why()
        + " Look at its mapping and at the dead letters, then resume the source. Now and then one"
        + " event is tried; when the DMP takes one, the source goes on by itself.";
  }
}
