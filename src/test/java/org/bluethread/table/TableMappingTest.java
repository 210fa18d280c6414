package org.bluethread.table;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.riot.out.NodeFmtLib;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Test;

/**
 * Rows become statements as a mapping says, and what cannot be read is named by line and column.
 */
final class TableMappingTest {
  private static final String BASE = "https://example.org/";
  private static final String NAMES =
      """
      PREFIX : <https://example.org/>
      CONSTRUCT { GRAPH <g> { ?thing :name ?name ; :depth ?metres } }
      FROM <places.csv>
      WHERE {
        BIND(IRI(CONCAT("place/", ?code)) AS ?thing)
        BIND(<http://www.w3.org/2001/XMLSchema#integer>(?depth) AS ?metres)
      }
      """;

  @Test
  void everyRowFillsTheTemplateWithItsOwnLine() {
    assertThat(map(NAMES, "code,name,depth\nccz,\"Clarion, \nClipperton\",4500\n\nmar,大西洋中脊,\n"))
        .containsExactly(
            "2 [code, name] place/ccz \"Clarion, \\nClipperton\"",
            "2 [code, depth] place/ccz 4500",
            "5 [code, name] place/mar \"大西洋中脊\"");
  }

  @Test
  void anEmptyCellGivesNothing() {
    assertThat(map(NAMES, "code,name,depth\nccz,,\n")).isEmpty();
  }

  @Test
  void aRowIsSplitWhereTheMappingSaysSo() {
    String mapping =
        """
        PREFIX apf: <http://jena.apache.org/ARQ/property#>
        CONSTRUCT { GRAPH <g> { <s> <p> ?part } } FROM <t.csv>
        WHERE { ?part apf:strSplit ( ?all "\\\\|" ) }
        """;

    assertThat(map(mapping, "all\nred|blue\n"))
        .containsExactlyInAnyOrder("2 [all] s \"red\"", "2 [all] s \"blue\"");
  }

  @Test
  void manyRowsAreReadInTheirOrder() {
    StringBuilder table = new StringBuilder("code,name,depth\n");
    for (int i = 0; i < 2500; i++) {
      table.append(i).append(",n").append(i).append(",\n");
    }

    List<String> lines = map(NAMES, table.toString());

    assertThat(lines).hasSize(2500);
    assertThat(lines.get(2499)).isEqualTo("2501 [code, name] place/2499 \"n2499\"");
  }

  @Test
  void aByteOrderMarkAndBlanksAroundCellsAreNoPartOfThem() {
    assertThat(map(NAMES, "\uFEFFcode,name,depth\n ccz , Zone ,\n"))
        .containsExactly("2 [code, name] place/ccz \"Zone\"");
  }

  @Test
  void aTabSeparatedTableMayHaveComments() {
    List<String> lines = new ArrayList<>();
    TableMapping.of("m.rq", NAMES, BASE)
        .map(
            Table.of("t.tsv", "# said\ncode\tname\tdepth\nccz\t\"a, b\t\n".getBytes(UTF_8)),
            statement -> lines.add(shown(statement)));

    assertThat(lines).containsExactly("3 [code, name] place/ccz \"\\\"a, b\"");
  }

  @Test
  void theTableIsNamedByFrom() {
    assertThat(TableMapping.of("m.rq", NAMES, BASE).table()).contains("places.csv");
  }

  @Test
  void aCellThatCannotBeReadIsNamed() {
    refused(NAMES, "code,name,depth\nccz,Zone,4500\nmar,Ridge,deep\n")
        .withMessage(
            "places.csv, line 3: The mapping places.rq can make nothing of depth = “deep”.");
  }

  @Test
  void aSubjectThatIsNoIriIsNamed() {
    refused("CONSTRUCT { GRAPH <g> { ?a <p> 1 } } WHERE {}", "a\nx\n")
        .withMessageContaining("line 2")
        .withMessageContaining("a = “x”");
  }

  @Test
  void aColumnThatIsMissingIsNamed() {
    unusable(NAMES, "code,name\nccz,Zone\n")
        .withMessage("places.rq: It uses ?depth, but the columns of places.csv are code, name.");
  }

  @Test
  void aRowOfTheWrongLengthIsNamed() {
    refused(NAMES, "code,name,depth\nccz,Zone,1\nmar,Ridge\n")
        .withMessage("places.csv, line 3: There are 2 cells, but the first row names 3 columns.");
  }

  @Test
  void anOpenQuotationMarkIsNamed() {
    refused(NAMES, "code,name,depth\nccz,\"Zone,1\n")
        .withMessageContaining("line 2")
        .withMessageContaining("quotation mark");
  }

  @Test
  void columnsHaveNamesOfTheirOwn() {
    refused(NAMES, "code,the name,depth\n").withMessageContaining("Column 2 is called “the name”");
    refused(NAMES, "code,code,depth\n").withMessageContaining("Two columns are called “code”");
    refused(NAMES, "").withMessageContaining("It is empty");
  }

  @Test
  void aTableIsUtf8() {
    byte[] latin = "code,name,depth\nccz,Caf\u00e9,1\n".getBytes(ISO_8859_1);

    assertThatExceptionOfType(TableException.class)
        .isThrownBy(() -> Table.of("places.csv", latin))
        .withMessageContaining("line 2")
        .withMessageContaining("UTF-8");
  }

  @Test
  void aMappingIsAConstructWithoutBlankNodes() {
    unusable("SELECT * {}", "a\n").withMessageContaining("CONSTRUCT");
    unusable("CONSTRUCT { GRAPH <g> { [] <p> ?a } } WHERE {}", "a\n")
        .withMessageContaining("blank nodes");
    unusable("CONSTRUCT {", "a\n").withMessageContaining("places.rq");
  }

  private static ThrowableAssertAlternative<TableException> refused(String mapping, String table) {
    return assertThatExceptionOfType(TableException.class).isThrownBy(() -> map(mapping, table));
  }

  private static ThrowableAssertAlternative<MappingException> unusable(
      String mapping, String table) {
    return assertThatExceptionOfType(MappingException.class).isThrownBy(() -> map(mapping, table));
  }

  private static List<String> map(String mapping, String table) {
    List<String> lines = new ArrayList<>();
    TableMapping.of("places.rq", mapping, BASE)
        .map(
            Table.of("places.csv", table.getBytes(UTF_8)),
            statement -> lines.add(shown(statement)));
    return lines;
  }

  private static String shown(Statement statement) {
    String subject = statement.quad().getSubject().getURI().substring(BASE.length());
    return "%d %s %s %s"
        .formatted(
            statement.line(),
            statement.columns(),
            subject,
            NodeFmtLib.displayStr(statement.quad().getObject()));
  }
}
