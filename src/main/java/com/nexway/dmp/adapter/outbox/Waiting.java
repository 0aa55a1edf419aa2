package com.nexway.dmp.adapter.outbox;

/**
 * What waits.
 *
 * @param untried whether something does that has not failed
 * @param failed whether something does that has
 */
public record Waiting(boolean untried, boolean failed) {}
