package com.nexway.dmp.adapter.camel;

import java.util.HashMap;
import java.util.Map;
import org.apache.camel.model.ModelLifecycleStrategySupport;
import org.apache.camel.model.RouteDefinition;

/**
 * Gives each route that is made from a template its own id as {@code {{source}}}, so that a
 * merchant writes the name once.
 *
 * <p>It also takes back what Camel reads from the environment: a parameter {@code group} or {@code
 * zone} would otherwise be overwritten by a variable GROUP or ZONE of whoever starts the adapter.
 */
final class RouteNames extends ModelLifecycleStrategySupport {
  @Override
  public void onAddRouteDefinition(RouteDefinition route) {
    if (!Boolean.TRUE.equals(route.isTemplate()) || route.getTemplateParameters() == null) {
      return;
    }
    Map<String, Object> parameters = new HashMap<>(route.getTemplateParameters());
    parameters.putAll(route.getRouteTemplateContext().getParameters());
    parameters.put("source", route.getRouteId());
    route.setTemplateParameters(parameters);
  }
}
