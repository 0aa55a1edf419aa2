package com.nexway.dmp.adapter.delivery;

import com.nexway.dmp.adapter.outbox.Resent;
import com.nexway.dmp.adapter.text.Impersonal;
import java.util.LinkedHashMap;
import java.util.Map;

/** How many dead letters are right by today's mapping, and why the others are not. */
public final class Retried {
  private static final int LONGEST = 500;

  private long right;
  private final Map<String, Long> reasons = new LinkedHashMap<>();

  void add(HandedIn looked) {
    if (looked instanceof HandedIn.Wrong wrong) {
      refused(wrong.reasons().get(0));
    } else {
      right++;
    }
  }

  void add(Resent resent) {
    if (resent instanceof Resent.Queued) {
      right++;
    } else {
      refused(resent.why());
    }
  }

  private void refused(String why) {
    reasons.merge(Impersonal.kind(why, LONGEST), 1L, Long::sum);
  }

  /** Those that pass, or wait to be sent. */
  public long right() {
    return right;
  }

  /** All that were looked at. */
  public long all() {
    return right + reasons.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Why others stay open, without the values that their records hold, and how many each. */
  public Map<String, Long> reasons() {
    return Map.copyOf(reasons);
  }
}
