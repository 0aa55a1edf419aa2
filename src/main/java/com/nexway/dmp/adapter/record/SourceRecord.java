package com.nexway.dmp.adapter.record;

import java.util.List;
import java.util.Map;

/**
 * One record as its source holds it: a row, the rows of one order, or a JSON document.
 *
 * <p>Values are text, {@link java.math.BigDecimal}, {@link java.math.BigInteger}, {@link Long},
 * {@link Boolean}, the types of {@code java.time}, lists and maps of these, or null. There is no
 * double among them: money and ids keep every digit.
 *
 * @param origin where it came from
 * @param fields its columns by name, or the JSON document; of several rows, each column's first
 *     value that is not empty
 * @param rows the rows of a grouped record in the order of the source; empty for a JSON document
 */
public record SourceRecord(
    Origin origin, Map<String, Object> fields, List<Map<String, Object>> rows) {}
