package com.nexway.dmp.adapter.bench;

import com.nexway.dmp.adapter.testing.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Runs of the adapter, each beside the bare loop's run before it: lowest, middle and highest. */
final class Ratios {
  private record Pair(Run bare, Run adapter) {}

  private final List<Pair> pairs = new ArrayList<>();

  void add(Run bare, Run adapter) {
    pairs.add(new Pair(bare, adapter));
  }

  void into(Figures figures) {
    each(figures, "bare-per-second", "1/s", pair -> pair.bare.perSecond());
    each(figures, "per-second", "1/s", pair -> pair.adapter.perSecond());
    each(figures, "rate-ratio", "", pair -> pair.adapter.perSecond() / pair.bare.perSecond());
    each(figures, "bare-cpu", "s", pair -> pair.bare.cpu());
    each(figures, "cpu", "s", pair -> pair.adapter.cpu());
    each(figures, "cpu-ratio", "", pair -> pair.adapter.cpu() / pair.bare.cpu());
    each(figures, "bare-memory", "MB", pair -> pair.bare.peakMemory());
    each(figures, "memory", "MB", pair -> pair.adapter.peakMemory());
  }

  private void each(Figures figures, String name, String unit, ToDoubleFunction<Pair> value) {
    double[] sorted = pairs.stream().mapToDouble(value).sorted().toArray();
    figures.put(name + "-min", sorted[0], unit);
    figures.put(name + "-median", sorted[sorted.length / 2], unit);
    figures.put(name + "-max", sorted[sorted.length - 1], unit);
  }
}
