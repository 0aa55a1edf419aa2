package com.nexway.dmp.adapter.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Map;

/** Holds every class of a listed stage to the stages that it may import. */
final class KnowsOnly extends ArchCondition<JavaClass> {
  private final Map<String, List<String>> mayImport;

  KnowsOnly(Map<String, List<String>> mayImport) {
    super("know only the stages that the house allows");
    this.mayImport = mayImport;
  }

  @Override
  public void check(JavaClass type, ConditionEvents events) {
    String stage = HouseTest.stage(type);
    List<String> allowed = mayImport.get(stage);
    if (allowed == null) {
      return;
    }
    for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
      String other = HouseTest.stage(dependency.getTargetClass());
      if (!other.isEmpty() && !other.equals(stage) && !allowed.contains(other)) {
        events.add(
            SimpleConditionEvent.violated(
                dependency,
                stage + " must not know " + other + ": " + dependency.getDescription()));
      }
    }
  }
}
