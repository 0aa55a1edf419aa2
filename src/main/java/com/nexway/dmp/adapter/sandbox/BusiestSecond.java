package com.nexway.dmp.adapter.sandbox;

import java.util.concurrent.TimeUnit;

/**
 * The most requests in any sliding second. A second holds the requests from its first one up to,
 * not including, the one that comes a full second later.
 */
final class BusiestSecond {
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  private long[] ring = new long[64];
  private int first;
  private int size;
  private int most;

  /** Notes an arrival; two threads may hand theirs over in the wrong order by a little. */
  void add(long nanos) {
    if (size == ring.length) {
      widen();
    }
    int place = size++;
    while (place > 0 && at(place - 1) - nanos > 0) {
      ring[index(place)] = at(place - 1);
      place--;
    }
    ring[index(place)] = nanos;
    while (at(size - 1) - at(0) >= SECOND) {
      first = index(1);
      size--;
    }
    most = Math.max(most, size);
  }

  int most() {
    return most;
  }

  private long at(int place) {
    return ring[index(place)];
  }

  private int index(int place) {
    return (first + place) % ring.length;
  }

  private void widen() {
    long[] wider = new long[ring.length * 2];
    for (int i = 0; i < size; i++) {
      wider[i] = at(i);
    }
    ring = wider;
    first = 0;
  }
}
