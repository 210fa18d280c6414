package org.bluethread.w3c;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.Map;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.process.normalize.NormalizeRDFTerms;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetReader;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.exec.QueryExecResult;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.RowSetRewindable;
import org.apache.jena.sparql.exec.RowSetStream;
import org.apache.jena.sparql.resultset.RDFInput;
import org.apache.jena.sparql.resultset.ResultsCompare;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.sparql.util.IsoMatcher;

/** Compares answers to queries with the files of the suite. */
final class Answers {
  private static final Map<String, Lang> TABLES =
      Map.of(
          "srx", ResultSetLang.RS_XML,
          "srj", ResultSetLang.RS_JSON,
          "csv", ResultSetLang.RS_CSV,
          "tsv", ResultSetLang.RS_TSV);

  private Answers() {}

  /** The media type to ask for; a table that is written as RDF is asked for in XML. */
  static String mediaType(SuiteFile expected) {
    return lang(expected).getContentType().getContentTypeStr();
  }

  private static Lang lang(SuiteFile file) {
    return isTableInRdf(file)
        ? ResultSetLang.RS_XML
        : TABLES.getOrDefault(file.ending(), file.lang());
  }

  private static boolean isTableInRdf(SuiteFile file) {
    return file.text().contains("rs:ResultSet");
  }

  /**
   * Checks an answer: tables by their terms, row by row where the query orders them, and graphs as
   * graphs. Blank nodes may have other labels, and numbers and times other lexical forms of the
   * same value and type.
   */
  static void check(String answer, SuiteFile expected, boolean ordered) {
    if (isTableInRdf(expected)) {
      Model model = ModelFactory.createModelForGraph(expected.dataset().getDefaultGraph());
      checkTable(
          read(answer, ResultSetLang.RS_XML),
          new QueryExecResult(RowSet.adapt(RDFInput.fromRDF(model))),
          ordered);
    } else if (TABLES.containsKey(expected.ending())) {
      Lang lang = lang(expected);
      checkTable(read(answer, lang), read(expected.text(), lang), ordered);
    } else {
      assertThat(
              IsoMatcher.isomorphic(
                  RDFParser.fromString(answer, expected.lang()).toDatasetGraph(),
                  expected.dataset()))
          .as(() -> "answer:\n" + answer + "\nexpected:\n" + expected.text())
          .isTrue();
    }
  }

  private static QueryExecResult read(String text, Lang lang) {
    return RowSetReader.createReader(lang)
        .readAny(new ByteArrayInputStream(text.getBytes(UTF_8)), new Context());
  }

  private static void checkTable(
      QueryExecResult answer, QueryExecResult expected, boolean ordered) {
    assertThat(answer.isBoolean()).isEqualTo(expected.isBoolean());
    if (expected.isBoolean()) {
      assertThat(answer.booleanResult()).isEqualTo(expected.booleanResult());
      return;
    }
    RowSetRewindable rows = canonical(answer.rowSet());
    RowSetRewindable wanted = canonical(expected.rowSet());
    assertThat(rows.getResultVars()).containsExactlyInAnyOrderElementsOf(wanted.getResultVars());
    boolean equal =
        ordered
            ? ResultsCompare.equalsByTermAndOrder(rows, wanted)
            : ResultsCompare.equalsByTerm(rows, wanted);
    assertThat(equal).as(() -> "answer:\n" + text(rows) + "expected:\n" + text(wanted)).isTrue();
  }

  private static RowSetRewindable canonical(RowSet rows) {
    return RowSetStream.create(rows.getResultVars(), Iter.map(rows, Answers::canonical))
        .rewindable();
  }

  /** The reader of CSV knows no blank nodes: it takes them for text. */
  private static Node canonical(Node node) {
    return node.isLiteral() && node.getLiteralLexicalForm().startsWith("_:")
        ? NodeFactory.createBlankNode(node.getLiteralLexicalForm())
        : NormalizeRDFTerms.getXSD().normalize(node);
  }

  private static Binding canonical(Binding row) {
    BindingBuilder canonical = Binding.builder();
    row.forEach((variable, node) -> canonical.add(variable, canonical(node)));
    return canonical.build();
  }

  private static String text(RowSetRewindable rows) {
    rows.reset();
    StringBuilder text = new StringBuilder();
    rows.forEach(row -> text.append(row).append('\n'));
    return text.toString();
  }
}
