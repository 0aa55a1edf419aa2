package com.nexway.dmp.adapter.demo;

import com.nexway.dmp.adapter.outbox.Count;
import java.nio.file.Path;
import java.util.List;

/** An adapter at work, as far as the demo looks into it. */
public interface RunningAdapter extends AutoCloseable {

  /** Its numbers per source. */
  List<Count> counts();

  /** Stops it as a signal does: what waits stays in its outbox. */
  @Override
  void close();

  /** Starts an adapter. */
  @FunctionalInterface
  interface Start {
    /** Returns when the adapter's ports are bound and its sources are started. */
    RunningAdapter start(Path home) throws Exception;
  }
}
