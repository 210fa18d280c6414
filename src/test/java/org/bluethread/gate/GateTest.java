package org.bluethread.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.ValidationReport;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GateTest {
  private static final String PREFIXES =
      """
      @prefix sh: <http://www.w3.org/ns/shacl#> .
      @prefix ex: <http://example.org/> .
      @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
      """;

  @Test
  void whatMeetsItsShapesPasses() {
    Report report =
        judge(
            "ex:S a sh:NodeShape ; sh:targetClass ex:C ; sh:property [ sh:path ex:p ; sh:minCount 1"
                + " ] .",
            "ex:a a ex:C ; ex:p 1 .");
    assertThat(report.passes()).isTrue();
    assertThat(report.results()).isEmpty();
  }

  @Test
  void aShapeSpeaksInItsOwnWordsInBothLanguages() {
    Report report =
        judge(
            "ex:S a sh:NodeShape ; sh:targetClass ex:C ; sh:property [ sh:path ex:p ; sh:minCount 1"
                + " ; sh:message \"Add p.\"@en , \"请补上 p。\"@zh ] .",
            "ex:a a ex:C .");
    Result result = report.results().get(0);
    assertThat(result.message("en")).isEqualTo("Add p.");
    assertThat(result.message("zh")).isEqualTo("请补上 p。");
    assertThat(result.message("fr")).isEqualTo("Add p.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sh:minCount 1                | ex:q 1",
        "sh:maxCount 1                | ex:p 1 , 2",
        "sh:datatype xsd:string       | ex:p 1",
        "sh:class ex:D                | ex:p ex:b",
        "sh:nodeKind sh:IRI           | ex:p 1",
        "sh:pattern \"^a\"            | ex:p \"b\"",
        "sh:in ( 1 2 )                | ex:p 3",
        "sh:uniqueLang true           | ex:p \"a\"@en , \"b\"@en",
        "sh:minLength 3               | ex:p \"a\"",
        "sh:hasValue 7                | ex:p 3",
        "sh:node [ a sh:NodeShape ; sh:class ex:D ] | ex:p ex:b"
      })
  void aShapeWithoutWordsIsGivenSomeInBothLanguages(String constraint, String statement) {
    Report report =
        judge(
            "ex:S a sh:NodeShape ; sh:targetClass ex:C ; sh:property [ sh:path ex:p ; "
                + constraint
                + " ] .",
            "ex:a a ex:C ; " + statement + " .");
    assertThat(report.passes()).isFalse();
    Result result = report.results().get(0);
    assertThat(result.message("en")).isNotBlank().doesNotContain("{");
    assertThat(result.message("zh")).containsPattern("\\p{IsHan}").doesNotContain("{");
  }

  @Test
  void warningsAndInfosPassAndAreReported() {
    Report report =
        judge(
            "ex:S a sh:NodeShape ; sh:targetClass ex:C ; sh:property [ sh:path ex:p ; sh:minCount 1"
                + " ; sh:severity sh:Warning ] , [ sh:path ex:q ; sh:minCount 1 ; sh:severity"
                + " sh:Info ] .",
            "ex:a a ex:C .");
    assertThat(report.passes()).isTrue();
    assertThat(report.results())
        .extracting(Result::severity)
        .containsExactlyInAnyOrder(SHACL.Warning, SHACL.Info);
  }

  @Test
  void theReportIsOneThatShaclToolsRead() {
    Report report =
        judge(
            "ex:S a sh:NodeShape ; sh:targetClass ex:C ; sh:property ex:P . ex:P sh:path ( ex:p"
                + " ex:q ) ; sh:minCount 1 ; sh:maxCount 5 .",
            "ex:a a ex:C .");
    ValidationReport read = ValidationReport.fromGraph(report.toGraph());
    assertThat(read.conforms()).isFalse();
    assertThat(read.getEntries()).hasSize(1);
    assertThat(read.getEntries().iterator().next().source().getURI())
        .isEqualTo("http://example.org/P");
  }

  @Test
  void theTextSaysTheAskedLanguageFirstAndThenTheOther() {
    Report report =
        judge(
            "ex:S a sh:NodeShape ; sh:targetClass ex:C ; sh:property [ sh:path ex:p ; sh:minCount 1"
                + " ; sh:message \"Add p.\"@en , \"请补上 p。\"@zh ] .",
            "ex:a a ex:C .");
    assertThat(report.toText("zh")).containsSubsequence("请补上 p。", "Add p.");
    assertThat(report.toText("en")).containsSubsequence("Add p.", "请补上 p。");
  }

  @Test
  void aSubclassOfATargetClassIsJudgedToo() {
    Report report =
        judge(
            "ex:S a sh:NodeShape ; sh:targetClass ex:C ; sh:property [ sh:path ex:p ; sh:minCount 1"
                + " ] .",
            "ex:D <http://www.w3.org/2000/01/rdf-schema#subClassOf> ex:C . ex:a a ex:D .");
    assertThat(report.passes()).isFalse();
  }

  @Test
  void withoutShapesEverythingPasses() {
    assertThat(judge("", "ex:a a ex:C .").passes()).isTrue();
  }

  @Test
  void whatIsNoShapesGraphIsRefused() {
    List<String> broken =
        List.of(
            "ex:S a sh:NodeShape ; sh:targetNode ex:a ; sh:property ex:P . ex:P sh:minCount 1 .",
            "ex:S a sh:NodeShape ; sh:targetNode ex:a ; sh:property [ sh:path ex:p ; sh:minCount"
                + " \"many\" ] .",
            "ex:S a sh:NodeShape ; sh:targetNode ex:a ; sh:property [ sh:path ex:p ; sh:pattern"
                + " \"(\" ] .");
    for (String shapes : broken) {
      assertThatThrownBy(() -> Gate.of(graph(shapes))).isInstanceOf(BrokenShapesException.class);
    }
  }

  private static Report judge(String shapes, String data) {
    return Gate.of(graph(shapes)).judge(graph(data));
  }

  private static Graph graph(String turtle) {
    return RDFParser.fromString(PREFIXES + turtle, Lang.TURTLE).toGraph();
  }
}
