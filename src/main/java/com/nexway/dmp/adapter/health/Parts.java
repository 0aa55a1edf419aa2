package com.nexway.dmp.adapter.health;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** All parts that tell how they fare; each adds itself while the adapter is put together. */
public final class Parts {
  private final List<Part> all = new CopyOnWriteArrayList<>();

  /** From now on a part is looked at, behind those that were added before it. */
  public Parts add(Part part) {
    all.add(part);
    return this;
  }

  List<Part> all() {
    return all;
  }
}
