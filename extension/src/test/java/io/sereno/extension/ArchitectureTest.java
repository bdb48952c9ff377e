package io.sereno.extension;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which package may use which. A change to this table is a decision, written in docs/decisions. */
@AnalyzeClasses(packages = "io.sereno", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String BASE = "io.sereno.";

  private static final Map<String, List<String>> MAY_USE =
      Map.ofEntries(
          Map.entry("settings", List.of()),
          Map.entry("figures", List.of()),
          Map.entry("context", List.of("settings", "figures")),
          Map.entry("redaction", List.of("settings")),
          Map.entry("endpoints", List.of("context", "settings", "figures")),
          Map.entry("statements", List.of("context", "settings", "figures")),
          Map.entry("invocation", List.of("context", "settings", "figures")),
          Map.entry(
              "logging",
              List.of("invocation", "context", "redaction", "endpoints", "figures", "settings")),
          Map.entry(
              "metrics",
              List.of("invocation", "statements", "context", "endpoints", "figures", "settings")),
          Map.entry(
              "audit",
              List.of("invocation", "context", "redaction", "endpoints", "figures", "settings")),
          Map.entry("health", List.of("endpoints", "figures", "settings")),
          Map.entry(
              "extension",
              List.of(
                  "settings",
                  "figures",
                  "context",
                  "redaction",
                  "endpoints",
                  "invocation",
                  "statements",
                  "logging",
                  "metrics",
                  "audit",
                  "health")));

  /** Sub-packages for a technology that a server may not have: nobody imports them. */
  private static final List<String> OPTIONAL =
      List.of(
          "context.concurrent",
          "context.jms",
          "context.opentelemetry",
          "context.rest",
          "context.rest.microprofile",
          "context.slf4j",
          "audit.jpa",
          "health.microprofile",
          "metrics.microprofile",
          "statements.eclipselink",
          "statements.hibernate");

  @ArchTest
  static void everyPackageUsesOnlyWhatItMay(JavaClasses all) {
    MAY_USE.forEach(
        (name, mayUse) -> {
          List<String> allowed = new ArrayList<>(List.of("io.sereno", BASE + name + ".."));
          mayUse.forEach(other -> allowed.add(BASE + other));
          classes()
              .that()
              .resideInAPackage(BASE + name + "..")
              .should()
              .onlyDependOnClassesThat(
                  not(resideInAPackage("io.sereno.."))
                      .or(resideInAnyPackage(allowed.toArray(String[]::new))))
              .because("the table says what " + name + " may use")
              .check(all);
        });
  }

  @ArchTest
  static void everyPackageStandsInTheTable(JavaClasses all) {
    Set<String> found = new TreeSet<>();
    for (JavaClass type : all) {
      if (type.getPackageName().startsWith(BASE)) {
        found.add(type.getPackageName().substring(BASE.length()).replaceFirst("\\..*", ""));
      }
    }

    assertThat(found).isEqualTo(new TreeSet<>(MAY_USE.keySet()));
  }

  @ArchTest
  static void nobodyImportsAnOptionalTechnology(JavaClasses all) {
    for (String optional : OPTIONAL) {
      noClasses()
          .that()
          .resideOutsideOfPackage(BASE + optional + "..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage(BASE + optional)
          .because("a server without that technology could not load them")
          .check(all);
    }
  }

  @ArchTest
  static final ArchRule NO_CYCLES = slices().matching("io.sereno.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule LOGGING_READS_FROM_THE_TOP =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("settings and loggers")
          .definedBy("io.sereno.logging")
          .layer("handlers")
          .definedBy("io.sereno.logging.handlers")
          .layer("format")
          .definedBy("io.sereno.logging.format")
          .whereLayer("settings and loggers")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("handlers")
          .mayOnlyBeAccessedByLayers("settings and loggers")
          .because("formats and handlers serve whole servers, too");

  @ArchTest
  static final ArchRule NOBODY_PRINTS =
      noClasses()
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err")
          .because("they are loggers on some servers");

  @ArchTest
  static final ArchRule THE_API_NEEDS_ONLY_CDI_AND_INTERCEPTORS =
      classes()
          .that()
          .resideInAPackage("io.sereno")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "io.sereno",
              "java.lang..",
              "jakarta.enterprise.util",
              "jakarta.interceptor",
              "org.jspecify..");
}
