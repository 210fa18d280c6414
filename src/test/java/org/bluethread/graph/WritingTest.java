package org.bluethread.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.StreamRDFLib;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.bluethread.gate.BrokenShapesException;
import org.bluethread.support.TestGraph;
import org.bluethread.vocabulary.Addresses;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WritingTest {
  private static final String NAME_SHAPE =
      """
      @prefix sh: <http://www.w3.org/ns/shacl#> .
      @prefix ex: <http://example.org/> .
      ex:ShipShape a sh:NodeShape ; sh:targetClass ex:Ship ; sh:property ex:ShipShape-name .
      ex:ShipShape-name sh:path ex:name ; sh:minCount 1 ;
        sh:message "Give the ship a name."@en , "请为船命名。"@zh .
      """;

  private static final String PREFIX = "PREFIX ex: <http://example.org/> ";

  @TempDir private Path directory;
  private TestGraph graph;

  @BeforeEach
  void open() {
    graph = TestGraph.in(directory);
  }

  @AfterEach
  void close() {
    graph.close();
  }

  @Test
  void aWriteMakesOneCommitWithTheNextNumber() {
    graph.update(PREFIX + "INSERT DATA { GRAPH ex:g { ex:a ex:p 1 } }");
    Outcome second = graph.update(PREFIX + "INSERT DATA { GRAPH ex:g { ex:b ex:p 2 , 3 } }");
    assertThat(second.commit().orElseThrow().number()).isEqualTo(2);
    assertThat(second.added()).isEqualTo(2);
    assertThat(graph.commit()).isEqualTo(2);
  }

  @Test
  void theLogSaysWhoDidWhatThroughWhichDoor() {
    graph.update(PREFIX + "INSERT DATA { GRAPH ex:g { ex:a ex:p 1 } }");
    Commit commit = graph.graph().history().newest(10).get(0);
    assertThat(commit.author()).isEqualTo("tester");
    assertThat(commit.door()).isEqualTo("test");
    assertThat(commit.message()).isEqualTo("a message");
    assertThat(commit.verdict()).isEqualTo("conforms");
    assertThat(commit.added()).isEqualTo(1);
    assertThat(commit.removed()).isZero();
  }

  @Test
  void theLogHasNumbersAndDatesInTheFormThatTheStoreKeeps() {
    graph.update(
        PREFIX
            + "PREFIX xsd: <http://www.w3.org/2001/XMLSchema#> INSERT DATA { GRAPH ex:g {"
            + " ex:a ex:p 12.50 , 007 , '4082'^^xsd:decimal , '2020-01-02'^^xsd:date , 'x' } }");
    CommitReplay.check(graph.graph(), directory.resolve("log"));

    graph.update(PREFIX + "DELETE DATA { GRAPH ex:g { ex:a ex:p 12.500 , 7 } }");

    assertThat(CommitReplay.check(graph.graph(), directory.resolve("log"))).hasSize(3);
  }

  @Test
  void theHistoryIsNewestFirstAndBounded() {
    for (int i = 0; i < 5; i++) {
      graph.update(PREFIX + "INSERT DATA { GRAPH ex:g { ex:a ex:p " + i + " } }");
    }
    assertThat(graph.graph().history().newest(3))
        .extracting(Commit::number)
        .containsExactly(5L, 4L, 3L);
    assertThat(graph.graph().history().newest(100)).hasSize(5);
  }

  @Test
  void whatChangesNothingMakesNoCommit() {
    graph.update(PREFIX + "INSERT DATA { GRAPH ex:g { ex:a ex:p 1 } }");
    Outcome again =
        graph.update(
            PREFIX
                + "INSERT DATA { GRAPH ex:g { ex:a ex:p 1 } } ;"
                + "DELETE DATA { GRAPH ex:g { ex:z ex:p 1 } }");
    assertThat(again.commit()).isEmpty();
    assertThat(graph.commit()).isEqualTo(1);
  }

  @Test
  void whatIsAddedAndTakenBackInOneRequestIsNoChange() {
    Outcome outcome =
        graph.update(
            PREFIX
                + "INSERT DATA { GRAPH ex:g { ex:a ex:p 1 } } ;"
                + "DELETE DATA { GRAPH ex:g { ex:a ex:p 1 } }");
    assertThat(outcome.commit()).isEmpty();
    assertThat(graph.quads()).isEmpty();
  }

  @Test
  void aRefusedWriteLeavesNothingBehind() throws Exception {
    graph.shapes(NAME_SHAPE);
    graph.update(PREFIX + "INSERT DATA { GRAPH ex:g { ex:a ex:p 1 } }");
    Set<Quad> before = graph.quads();
    RefusedException refused =
        catchThrowableOfType(
            RefusedException.class,
            () ->
                graph.update(
                    PREFIX
                        + "DELETE DATA { GRAPH ex:g { ex:a ex:p 1 } } ;"
                        + "INSERT DATA { GRAPH ex:g { ex:titanic a ex:Ship } }"));
    assertThat(refused.report().results()).hasSize(1);
    assertThat(graph.quads()).isEqualTo(before);
    assertThat(graph.commit()).isEqualTo(2);
    assertThat(graph.graph().history().newest(10)).hasSize(2);
    try (var files = Files.walk(directory.resolve("log"))) {
      assertThat(files.filter(Files::isRegularFile)).hasSize(2);
    }
  }

  @Test
  void removingWhatAShapeNeedsIsRefused() {
    graph.shapes(NAME_SHAPE);
    graph.update(PREFIX + "INSERT DATA { GRAPH ex:g { ex:a a ex:Ship ; ex:name 'A' } }");
    assertThatThrownBy(
            () -> graph.update(PREFIX + "DELETE DATA { GRAPH ex:g { ex:a ex:name 'A' } }"))
        .isInstanceOf(RefusedException.class);
  }

  @Test
  void aTripleThatStandsInAnotherGraphTooMayBeRemovedFromOne() {
    graph.shapes(NAME_SHAPE);
    graph.update(
        PREFIX
            + "INSERT DATA { GRAPH ex:g { ex:a a ex:Ship ; ex:name 'A' } GRAPH ex:h { ex:a ex:name"
            + " 'A' } }");
    graph.update(PREFIX + "DELETE DATA { GRAPH ex:g { ex:a ex:name 'A' } }");
    assertThat(graph.commit()).isEqualTo(3);
  }

  @Test
  void aChangeThatFailsHalfWayLeavesNothingBehind() {
    assertThatThrownBy(
            () ->
                graph.write(
                    target -> {
                      target.add(
                          NodeFactory.createURI("urn:g"),
                          NodeFactory.createURI("urn:s"),
                          NodeFactory.createURI("urn:p"),
                          NodeFactory.createURI("urn:o"));
                      throw new IllegalStateException("half way");
                    }))
        .hasMessage("half way");
    assertThat(graph.quads()).isEmpty();
    assertThat(graph.update(PREFIX + "INSERT DATA { GRAPH ex:g { ex:a ex:p 1 } }").commit())
        .isPresent();
  }

  @Test
  void whatNewShapesFindInStoredDataIsReturnedAndCountsAsThereAlready() {
    graph.update(PREFIX + "INSERT DATA { GRAPH ex:g { ex:a a ex:Ship } }");

    Outcome outcome = graph.shapes(NAME_SHAPE);

    assertThat(outcome.commit()).isPresent();
    assertThat(outcome.report().results()).isEmpty();
    assertThat(outcome.report().standing())
        .extracting(result -> result.focusNode().getURI())
        .containsExactly("http://example.org/a");
    assertThat(graph.update(PREFIX + "INSERT DATA { GRAPH ex:g { ex:a ex:p 1 } }").commit())
        .isPresent();
    assertThatThrownBy(() -> graph.update(PREFIX + "INSERT DATA { GRAPH ex:g { ex:b a ex:Ship } }"))
        .isInstanceOf(RefusedException.class);
  }

  @Test
  void dataThatComeWithNewShapesAreJudgedByThem() {
    assertThatThrownBy(
            () ->
                graph.write(
                    target -> {
                      RDFParser.fromString(NAME_SHAPE, Lang.TURTLE)
                          .parse(StreamRDFLib.graph(target.getGraph(Addresses.SHAPES_GRAPH)));
                      target.add(
                          NodeFactory.createURI("urn:g"),
                          NodeFactory.createURI("http://example.org/a"),
                          RDF.Nodes.type,
                          NodeFactory.createURI("http://example.org/Ship"));
                    }))
        .isInstanceOf(RefusedException.class);
    assertThat(graph.quads()).isEmpty();
  }

  @Test
  void shapesThatAreNotWellFormedAreRefusedWithAReportAndTheOldOnesStayInForce() {
    graph.shapes(NAME_SHAPE);
    assertThatThrownBy(
            () ->
                graph.shapes(
                    """
                    @prefix sh: <http://www.w3.org/ns/shacl#> .
                    <urn:shape> a sh:NodeShape ; sh:targetNode <urn:n> ; sh:minCount 1 .
                    """))
        .isInstanceOfSatisfying(
            RefusedException.class,
            e ->
                assertThat(e.report().results())
                    .extracting(result -> result.focusNode().getURI())
                    .contains("urn:shape"));
    assertThatThrownBy(() -> graph.update(PREFIX + "INSERT DATA { GRAPH ex:g { ex:b a ex:Ship } }"))
        .isInstanceOf(RefusedException.class);
  }

  @Test
  void shapesThatCannotBeReadAreRefused() {
    assertThatThrownBy(
            () ->
                graph.shapes(
                    """
                    @prefix sh: <http://www.w3.org/ns/shacl#> .
                    <urn:shape> a sh:NodeShape ; sh:targetNode <urn:n> ; sh:property <urn:property> .
                    <urn:property> sh:minCount 1 .
                    """))
        .isInstanceOf(BrokenShapesException.class);
    assertThat(graph.quads()).isEmpty();
  }

  @Test
  void onlyAnAuthorWhoMayReleaseChangesShapes() {
    WriteRequest request =
        new WriteRequest(
            new Author("writer", false),
            "test",
            "",
            "seed",
            TestGraph.sparql(
                "INSERT DATA { GRAPH <" + Addresses.SHAPES_GRAPH + "> { <urn:a> <urn:b> 1 } }"));
    assertThatThrownBy(() -> graph.graph().write(request))
        .isInstanceOf(ReleaseGraphException.class);
    assertThat(graph.quads()).isEmpty();
  }

  @Test
  void theUnionCannotBeWritten() {
    assertThatThrownBy(
            () ->
                graph.update("INSERT DATA { GRAPH <urn:x-arq:UnionGraph> { <urn:a> <urn:b> 1 } }"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
