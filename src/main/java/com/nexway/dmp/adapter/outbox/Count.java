package com.nexway.dmp.adapter.outbox;

/** One number about one source. */
public record Count(String source, Counted what, long number) {}
