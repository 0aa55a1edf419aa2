package com.nexway.dmp.adapter.outbox;

import java.time.Instant;

/**
 * The DMP's answer, as a dead letter keeps it.
 *
 * @param status the HTTP status; 0 where no answer came
 * @param body the answer's body, cut at a limit, or the failure in words
 * @param at when it came
 */
public record AnswerText(int status, String body, Instant at) {}
