package org.bluethread.w3c;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.Map;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetReader;
import org.apache.jena.sparql.exec.QueryExecResult;
import org.apache.jena.sparql.exec.RowSetRewindable;
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

  /** The media type to ask for. */
  static String mediaType(SuiteFile expected) {
    return lang(expected).getContentType().getContentTypeStr();
  }

  private static Lang lang(SuiteFile file) {
    Lang table = TABLES.get(file.ending());
    return table == null ? file.lang() : table;
  }

  /**
   * Checks an answer: tables by their terms, row by row where the query orders them, and graphs as
   * graphs; blank nodes may have other labels.
   */
  static void check(String answer, SuiteFile expected, boolean ordered) {
    if (TABLES.containsKey(expected.ending())) {
      checkTable(read(answer, lang(expected)), read(expected.text(), lang(expected)), ordered);
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
    RowSetRewindable rows = answer.rowSet().rewindable();
    RowSetRewindable wanted = expected.rowSet().rewindable();
    assertThat(rows.getResultVars()).containsExactlyInAnyOrderElementsOf(wanted.getResultVars());
    boolean equal =
        ordered
            ? ResultsCompare.equalsByTermAndOrder(rows, wanted)
            : ResultsCompare.equalsByTerm(rows, wanted);
    assertThat(equal).as(() -> "answer:\n" + text(rows) + "expected:\n" + text(wanted)).isTrue();
  }

  private static String text(RowSetRewindable rows) {
    rows.reset();
    StringBuilder text = new StringBuilder();
    rows.forEach(row -> text.append(row).append('\n'));
    return text.toString();
  }
}
