package com.nexway.dmp.adapter.mapping;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nexway.dmp.adapter.record.SourceRecord;
import com.nexway.dmp.adapter.yaml.YamlNode;
import org.jspecify.annotations.Nullable;

/**
 * A record and what it must become, as a mapping file shows it.
 *
 * @param node where it stands
 * @param record the record
 * @param event the event that it must make; null where it must be skipped
 * @param written the event in the file, for the places of differences; null where there is none
 */
record Example(
    YamlNode.Fields node,
    SourceRecord record,
    @Nullable ObjectNode event,
    YamlNode.@Nullable Fields written) {}
