package com.nexway.dmp.adapter.outbox;

import java.time.Instant;

/**
 * A source whose events are not delivered for now.
 *
 * @param why the reason in words
 */
public record Paused(String source, String why, Instant since) {}
