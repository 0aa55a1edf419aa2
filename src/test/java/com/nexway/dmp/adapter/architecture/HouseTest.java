package com.nexway.dmp.adapter.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;

/** The rules of the house: who may know whom, and where time, threads and SQL may stand. */
@AnalyzeClasses(packages = HouseTest.HOUSE, importOptions = ImportOption.DoNotIncludeTests.class)
final class HouseTest {
  static final String HOUSE = "com.nexway.dmp.adapter";

  /** Each stage and the stages that it may import. {@code camel} and {@code cli} wire. */
  private static final Map<String, List<String>> MAY_IMPORT =
      Map.ofEntries(
          Map.entry("text", List.of()),
          Map.entry("files", List.of()),
          Map.entry("health", List.of("text")),
          Map.entry("record", List.of()),
          Map.entry("yaml", List.of("text", "files")),
          Map.entry("storage", List.of("text", "files")),
          Map.entry("sandbox", List.of()),
          Map.entry("http", List.of("text")),
          Map.entry("value", List.of("yaml", "files")),
          Map.entry(
              "source", List.of("record", "storage", "value", "yaml", "text", "files", "health")),
          Map.entry("event", List.of("record", "yaml", "text", "files")),
          Map.entry("mapping", List.of("record", "event", "yaml", "text")),
          Map.entry("outbox", List.of("value", "record", "event", "storage", "text", "files")),
          Map.entry("delivery", List.of("value", "record", "event", "outbox", "text", "files")),
          Map.entry("client", List.of("delivery", "settings", "value")),
          Map.entry(
              "operations", List.of("outbox", "delivery", "source", "text", "files", "health")),
          Map.entry("demo", List.of("camel", "outbox", "sandbox")));

  @ArchTest
  static final ArchRule each_stage_knows_only_the_stages_the_house_allows =
      classes().should(new KnowsOnly(MAY_IMPORT));

  @ArchTest
  static void nothing_is_allowed_that_nobody_needs(JavaClasses house) {
    MAY_IMPORT.forEach(
        (stage, allowed) ->
            assertThat(
                    house.stream()
                        .filter(type -> stage(type).equals(stage))
                        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                        .map(dependency -> stage(dependency.getTargetClass()))
                        .distinct())
                .as("what %s imports", stage)
                .containsAll(allowed));
  }

  @ArchTest
  static final ArchRule settings_know_the_stages_only_by_their_settings =
      noClasses()
          .that()
          .resideInAPackage(HOUSE + ".settings..")
          .should()
          .dependOnClassesThat(
              named(
                  "a class of a stage that is no *Settings",
                  c ->
                      c.getPackageName().startsWith(HOUSE)
                          && !c.getPackageName().startsWith(HOUSE + ".settings")
                          && !c.getPackageName().startsWith(HOUSE + ".value")
                          && !c.getPackageName().startsWith(HOUSE + ".yaml")
                          && !c.getPackageName().startsWith(HOUSE + ".text")
                          && !c.getPackageName().startsWith(HOUSE + ".files")
                          && !outermost(c).getSimpleName().endsWith("Settings")));

  @ArchTest
  static final ArchRule only_camel_imports_camel =
      noClasses()
          .that()
          .resideOutsideOfPackages(HOUSE + ".camel..", HOUSE + ".cli..", HOUSE + ".demo..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.camel..");

  @ArchTest
  static final ArchRule camel_is_imported_by_the_commands_alone =
      noClasses()
          .that()
          .resideOutsideOfPackages(HOUSE + ".camel..", HOUSE + ".cli..", HOUSE + ".demo..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(HOUSE + ".camel..");

  @ArchTest
  static final ArchRule jdbc_to_our_own_tables_stands_only_in_storage =
      noClasses()
          .that()
          .resideInAnyPackage(
              HOUSE + ".record..",
              HOUSE + ".event..",
              HOUSE + ".mapping..",
              HOUSE + ".outbox..",
              HOUSE + ".delivery..",
              HOUSE + ".operations..",
              HOUSE + ".settings..",
              HOUSE + ".sandbox..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..", "javax.sql..");

  @ArchTest
  static final ArchRule stages_take_time_from_a_clock_and_own_no_thread =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              HOUSE + ".camel..",
              HOUSE + ".cli..",
              HOUSE + ".client..",
              HOUSE + ".demo..",
              HOUSE + ".http..",
              HOUSE + ".sandbox..")
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(Clock.class, "systemUTC")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(Thread.class, "sleep", long.class)
          .orShould()
          .callConstructorWhere(JavaCall.Predicates.target(owner(assignableTo(Thread.class))))
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(Executor.class);

  @ArchTest
  static final ArchRule nothing_prints_but_the_commands =
      noClasses()
          .that()
          .resideOutsideOfPackages(HOUSE + ".cli..", HOUSE + ".demo..", HOUSE + ".sandbox..")
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err");

  @ArchTest
  static final ArchRule no_class_is_a_manager_or_a_helper =
      noClasses()
          .should()
          .haveNameMatching(".*(Manager|Util|Utils|Helper|Impl)")
          .because("a name says what a thing is");

  @ArchTest
  static final ArchRule nothing_takes_money_or_ids_as_a_double =
      methods()
          .that()
          .areDeclaredInClassesThat()
          .resideInAnyPackage(HOUSE + ".record..", HOUSE + ".event..", HOUSE + ".mapping..")
          .should()
          .notHaveRawReturnType(double.class)
          .andShould()
          .notHaveRawReturnType(Double.class);

  private static DescribedPredicate<JavaClass> named(
      String what, java.util.function.Predicate<JavaClass> predicate) {
    return DescribedPredicate.describe(what, predicate);
  }

  private static JavaClass outermost(JavaClass type) {
    return type.getEnclosingClass().map(HouseTest::outermost).orElse(type);
  }

  /** The stage of a class: the first package below the house; empty for what is not of it. */
  static String stage(JavaClass type) {
    String name = type.getPackageName();
    if (!name.startsWith(HOUSE + ".")) {
      return "";
    }
    return new ArrayList<>(List.of(name.substring(HOUSE.length() + 1).split("\\."))).get(0);
  }
}
