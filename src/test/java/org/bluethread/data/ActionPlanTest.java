package org.bluethread.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The high-level action plan in the graph, row by row, against the tables that a second reader
 * wrote down from the document without seeing the graph.
 */
final class ActionPlanTest {
  @Test
  void annexOneIsCompleteAndInItsPlaces() throws IOException {
    List<String> rows =
        rows(
            """
            SELECT ?code ?level ?parent {
              VALUES (?class ?level) {
                (bt:StrategicDirection "direction") (bt:SubDirection "sub-direction")
                (bt:HighLevelAction "action")
              }
              ?thing a ?class ; skos:notation ?code .
              OPTIONAL {
                ?above bt:hasSubDirection|bt:hasAction ?thing ; skos:notation ?parent
              }
            }
            """);
    assertThat(rows).containsExactlyInAnyOrderElementsOf(golden("annex-1.tsv"));
  }

  @Test
  void annexTwoHasEachRowWithItsTimeFrameAndOrgansAsPrinted() throws IOException {
    // Everything of a row is asked of the evidence graph of that very row.
    List<String> rows =
        rows(
            """
            SELECT (REPLACE(STR(?unit), "^.*/row/", "") AS ?row) ?action ?output
                   (SAMPLE(?frame) AS ?timeFrame)
                   (GROUP_CONCAT(DISTINCT ?r ; separator=" ") AS ?responsible)
                   (GROUP_CONCAT(DISTINCT ?a ; separator=" ") AS ?associated)
                   (GROUP_CONCAT(DISTINCT ?c ; separator=" ") AS ?coordinating)
            {
              GRAPH ?g { ?entry bt:about ?thing ; a ?kind }
              VALUES ?kind { bt:PlanEntry bt:NoOutputEntry }
              ?g a bt:EvidenceGraph ; prov:wasDerivedFrom ?unit .
              FILTER(CONTAINS(STR(?unit), "/annex/2/row/"))
              OPTIONAL { GRAPH ?g { ?owner bt:hasOutput ?thing } }
              BIND(COALESCE(?owner, ?thing) AS ?actionThing)
              ?actionThing skos:notation ?action .
              BIND(IF(BOUND(?owner), "yes", "no") AS ?output)
              OPTIONAL {
                ?entry bt:timeFrame ?tf . BIND(REPLACE(STR(?tf), "^.*/", "") AS ?frame)
              }
              OPTIONAL {
                GRAPH ?g { ?thing bt:responsibleOrgan ?ro }
                BIND(REPLACE(STR(?ro), "^.*/", "") AS ?r)
              }
              OPTIONAL {
                GRAPH ?g { ?thing bt:associatedOrgan ?ao }
                BIND(REPLACE(STR(?ao), "^.*/", "") AS ?a)
              }
              OPTIONAL {
                GRAPH ?g { ?thing bt:coordinatingOrgan ?co }
                BIND(REPLACE(STR(?co), "^.*/", "") AS ?c)
              }
            }
            GROUP BY ?unit ?action ?output
            """);
    assertThat(rows.stream().map(ActionPlanTest::withOrgansSorted))
        .containsExactlyInAnyOrderElementsOf(
            golden("annex-2.tsv").stream().map(ActionPlanTest::withOrgansSorted).toList());
  }

  private static List<String> golden(String file) throws IOException {
    return Files.readAllLines(RealData.golden(file)).stream().skip(1).toList();
  }

  private static List<String> rows(String query) {
    return RealData.select(query).stream().map(row -> String.join("	", row)).toList();
  }

  /** Several organs in one cell have no order. */
  private static String withOrgansSorted(String line) {
    return Arrays.stream(line.split("\t", -1))
        .map(cell -> Arrays.stream(cell.split(" ", -1)).sorted().collect(Collectors.joining(" ")))
        .collect(Collectors.joining("\t"));
  }
}
