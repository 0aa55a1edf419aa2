package com.nexway.dmp.adapter.outbox;

import java.time.Duration;

/**
 * Who sends, from {@code outbox:} in config/adapter.yaml.
 *
 * @param node what this process is called in the lease and in messages; empty for the host's name
 * @param lease how long a sender that died keeps others from sending
 */
public record OutboxSettings(String node, Duration lease) {}
