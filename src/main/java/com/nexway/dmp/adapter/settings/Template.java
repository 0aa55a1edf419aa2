package com.nexway.dmp.adapter.settings;

import com.nexway.dmp.adapter.yaml.YamlNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A Camel route template, as far as a source's file must fit it.
 *
 * @param id what {@code routeTemplateRef} names
 * @param parameters what a source may set, by name in the order of the template
 */
record Template(String id, Map<String, Parameter> parameters) {

  /**
   * One thing that a source may set.
   *
   * @param description what it means, in words
   * @param required whether it must be set
   * @param byDefault its value where it is not set; null where it has none
   */
  record Parameter(
      String name, String description, boolean required, YamlNode.@Nullable Scalar byDefault) {}
}
