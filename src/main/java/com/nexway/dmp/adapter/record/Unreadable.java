package com.nexway.dmp.adapter.record;

import java.util.List;

/**
 * A part of a source that could not be read as a record, such as a CSV line with a quote too many.
 *
 * @param origin where it stands
 * @param raw its text as it was read, cut at a limit
 * @param problems what is wrong with it, and what to write instead
 */
public record Unreadable(Origin origin, String raw, List<Problem> problems) {}
