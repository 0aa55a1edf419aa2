package com.nexway.dmp.adapter.settings;

import com.nexway.dmp.adapter.yaml.YamlNode;
import java.util.Map;

/**
 * A Camel route template, as far as a source's file must fit it.
 *
 * @param id what {@code routeTemplateRef} names
 * @param parameters what a source may set, in the order of the template, with what it is where it
 *     is not set; null where that is nothing
 */
record Template(String id, Map<String, YamlNode.Scalar> parameters) {}
