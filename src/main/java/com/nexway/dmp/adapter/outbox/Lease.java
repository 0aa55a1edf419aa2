package com.nexway.dmp.adapter.outbox;

/**
 * The right to send: one process at a time has it, so that the order of each customer's events and
 * the limit per second need no coordination. Each holder has an epoch; what an older epoch claimed
 * is claimed again, and what it settles is left alone.
 */
public interface Lease {

  /**
   * Takes the lease where it is free, renews it where it is held here, and looks at it otherwise.
   * To be called at a third of the lease's time or oftener: a standby takes over when it has seen
   * no renewal for the lease's time, at once after a clean release, and at once when the holder was
   * a process of the same machine that is gone.
   *
   * @throws com.nexway.dmp.adapter.storage.StorageUnavailable if the store cannot be asked; a lease
   *     held here is then lost when its time is over
   */
  Standing keep();

  /** Who sends, as the last {@link #keep} found. */
  Standing standing();

  /** Whether it is held here, by this process's own clock: to be asked before each request. */
  boolean held();

  /** Gives it up, so that another process takes it at once; nothing where it is not held here. */
  void release();

  /**
   * Who sends.
   *
   * @param here whether this process does
   * @param epoch how often the lease has changed hands
   * @param holder the process that does, in words
   */
  record Standing(boolean here, long epoch, String holder) {}
}
