package org.bluethread.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/**
 * The picture of the house in the README: a floor uses floors below it, rooms keep to themselves.
 */
@AnalyzeClasses(packages = "org.bluethread", importOptions = ImportOption.DoNotIncludeTests.class)
final class HouseTest {
  @ArchTest
  static final ArchRule aFloorUsesOnlyFloorsBelowIt =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("6 front door")
          .definedBy("org.bluethread")
          .layer("5 command")
          .definedBy("org.bluethread.command..")
          .layer("4 facade")
          .definedBy("org.bluethread.facade..")
          .layer("3 publish, trace, query, endpoint, federation")
          .definedBy(
              "org.bluethread.publish..",
              "org.bluethread.trace..",
              "org.bluethread.query..",
              "org.bluethread.endpoint..",
              "org.bluethread.federation..")
          .layer("2 graph, lookup")
          .definedBy("org.bluethread.graph..", "org.bluethread.lookup..")
          .layer("1 execution, gate, geometry, table, terms, vocabulary")
          .definedBy(
              "org.bluethread.execution..",
              "org.bluethread.gate..",
              "org.bluethread.geometry..",
              "org.bluethread.table..",
              "org.bluethread.terms..",
              "org.bluethread.vocabulary..")
          .whereLayer("6 front door")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("5 command")
          .mayOnlyBeAccessedByLayers("6 front door")
          .whereLayer("4 facade")
          .mayOnlyBeAccessedByLayers("6 front door", "5 command")
          .whereLayer("3 publish, trace, query, endpoint, federation")
          .mayOnlyBeAccessedByLayers("6 front door", "5 command", "4 facade")
          .whereLayer("2 graph, lookup")
          .mayOnlyBeAccessedByLayers(
              "6 front door",
              "5 command",
              "4 facade",
              "3 publish, trace, query, endpoint, federation");

  @ArchTest
  static final ArchRule noTwoRoomsOfTheGroundFloorUseEachOther =
      roomsApart("gate", "execution", "geometry", "table", "terms", "vocabulary");

  @ArchTest
  static final ArchRule executionKnowsNothingOfTheHouse =
      roomsApart("execution", "gate", "geometry", "table", "terms", "vocabulary");

  @ArchTest
  static final ArchRule tableKnowsNothingOfTheHouse =
      roomsApart("table", "execution", "gate", "geometry", "terms", "vocabulary");

  @ArchTest
  static final ArchRule termsKnowsNothingOfTheHouse =
      roomsApart("terms", "execution", "gate", "geometry", "table", "vocabulary");

  @ArchTest
  static final ArchRule geometryKnowsNothingOfTheHouse =
      roomsApart("geometry", "execution", "gate", "table", "terms", "vocabulary");

  @ArchTest
  static final ArchRule noTwoRoomsOfTheSecondFloorUseEachOther = roomsApart("graph", "lookup");

  @ArchTest
  static final ArchRule publishKeepsToItself =
      roomsApart("publish", "trace", "query", "endpoint", "federation");

  @ArchTest
  static final ArchRule traceKeepsToItself =
      roomsApart("trace", "publish", "query", "endpoint", "federation");

  @ArchTest
  static final ArchRule queryKeepsToItself =
      roomsApart("query", "publish", "trace", "endpoint", "federation");

  @ArchTest
  static final ArchRule endpointKeepsToItself =
      roomsApart("endpoint", "publish", "trace", "query", "federation");

  @ArchTest
  static final ArchRule federationKeepsToItself =
      roomsApart("federation", "publish", "trace", "query", "endpoint");

  @ArchTest
  static final ArchRule linksKnowNothingOfTheHouse =
      noClasses()
          .that()
          .resideInAPackage("org.bluethread.trace.links..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.bluethread.graph..",
              "org.bluethread.gate..",
              "org.bluethread.vocabulary..",
              "org.apache.jena..");

  @ArchTest
  static final ArchRule lookupKnowsNothingOfTheHouse =
      noClasses()
          .that()
          .resideInAPackage("org.bluethread.lookup..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.bluethread.execution..",
              "org.bluethread.gate..",
              "org.bluethread.geometry..",
              "org.bluethread.table..",
              "org.bluethread.vocabulary..");

  @ArchTest
  static final ArchRule onlyTheFacadeAndWhatRunsItKnowJavalin =
      noClasses()
          .that()
          .resideOutsideOfPackages("org.bluethread.facade..", "org.bluethread.command..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.javalin..");

  @ArchTest
  static final ArchRule thereIsNoHelperBag =
      noClasses()
          .should()
          .haveSimpleNameEndingWith("Utils")
          .orShould()
          .haveSimpleNameEndingWith("Util");

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().matching("org.bluethread.(**)").should().beFreeOfCycles();

  private static ArchRule roomsApart(String room, String... others) {
    String[] packages = new String[others.length];
    for (int i = 0; i < others.length; i++) {
      packages[i] = "org.bluethread." + others[i] + "..";
    }
    return noClasses()
        .that()
        .resideInAPackage("org.bluethread." + room + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(packages);
  }
}
