package com.nexway.dmp.adapter.sandbox;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the sandbox misbehaves at present; changed at any time, from any thread. */
public final class Faults {
  private volatile List<Active> active = List.of();

  /** Misbehaves in these ways from now on, and in no others. */
  public void set(Misbehaviour... faults) {
    set(Arrays.asList(faults));
  }

  /** Misbehaves in these ways from now on, and in no others; of two that fit, the first counts. */
  public void set(List<Misbehaviour> faults) {
    active = faults.stream().map(Active::new).toList();
  }

  /** Misbehaves in one more way. */
  public synchronized void add(Misbehaviour fault) {
    List<Active> more = new ArrayList<>(active);
    more.add(new Active(fault));
    active = List.copyOf(more);
  }

  /** Behaves well from now on. */
  public void clear() {
    active = List.of();
  }

  /** The faults that are set. */
  public List<Misbehaviour> list() {
    return active.stream().map(one -> one.fault).toList();
  }

  /** What happens to a request with this body. */
  Effect on(byte[] body) {
    List<Active> now = active;
    if (now.isEmpty()) {
      return Effect.NONE;
    }
    Duration delay = Duration.ZERO;
    Misbehaviour ending = null;
    for (Active one : now) {
      if (one.fault.kind() == Misbehaviour.Kind.SLOW) {
        delay = one.hits(body) ? delay.plus(one.fault.delay()) : delay;
      } else if (ending == null && one.hits(body)) {
        ending = one.fault;
      }
    }
    return new Effect(ending, delay);
  }

  /** The fault that decides a request's end, null for none, and how late that end comes. */
  record Effect(@Nullable Misbehaviour ending, Duration delay) {
    static final Effect NONE = new Effect(null, Duration.ZERO);

    boolean is(Misbehaviour.Kind kind) {
      return ending != null && ending.kind() == kind;
    }
  }

  private static final class Active {
    private final Misbehaviour fault;
    private long seen;
    private int done;

    Active(Misbehaviour fault) {
      this.fault = fault;
    }

    synchronized boolean hits(byte[] body) {
      if (fault.times() > 0 && done >= fault.times() || !contains(body)) {
        return false;
      }
      seen++;
      if (seen % fault.every() != 0) {
        return false;
      }
      done++;
      return true;
    }

    private boolean contains(byte[] body) {
      return fault.containing().isEmpty()
          || new String(body, StandardCharsets.UTF_8).contains(fault.containing());
    }
  }
}
