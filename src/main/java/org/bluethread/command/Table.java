package org.bluethread.command;

import java.io.InputStream;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetReader;
import org.apache.jena.riot.rowset.RowSetReaderRegistry;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.exec.QueryExecResult;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.util.Context;
import org.bluethread.vocabulary.Addresses;
import picocli.CommandLine.Help.Ansi;

/**
 * SPARQL results as a table for a terminal, in which Chinese characters are two columns wide. It is
 * held whole, to know how wide the columns are; {@code --format csv} streams.
 */
final class Table {
  private final List<List<String>> lines = new ArrayList<>();

  private Table() {}

  /** Reads SPARQL results in JSON and prints them. */
  static void print(InputStream json, PrintWriter out) {
    RowSetReader reader =
        RowSetReaderRegistry.getFactory(ResultSetLang.RS_JSON).create(ResultSetLang.RS_JSON);
    QueryExecResult result = reader.readAny(json, new Context());
    if (result.isBoolean()) {
      out.println(result.booleanResult() ? "yes" : "no");
    } else {
      Table table = new Table();
      table.add(result.rowSet());
      table.print(out);
    }
    out.flush();
  }

  private void add(RowSet rows) {
    List<Var> columns = rows.getResultVars();
    lines.add(columns.stream().map(Var::getVarName).toList());
    rows.forEachRemaining(
        row ->
            lines.add(
                columns.stream()
                    .map(column -> row.contains(column) ? text(row.get(column)) : "")
                    .toList()));
  }

  private static String text(Node node) {
    if (node.isLiteral()) {
      return node.getLiteralLexicalForm().replaceAll("\\p{Cntrl}", " ");
    }
    if (node.isURI() && node.getURI().startsWith(Addresses.BASE)) {
      return node.getURI().substring(Addresses.BASE.length());
    }
    return NodeFmtLib.displayStr(node);
  }

  private void print(PrintWriter out) {
    int columns = lines.get(0).size();
    int[] widths =
        IntStream.range(0, columns)
            .map(i -> lines.stream().mapToInt(line -> width(line.get(i))).max().orElse(0))
            .toArray();
    for (List<String> line : lines) {
      StringBuilder padded = new StringBuilder();
      for (int i = 0; i < columns; i++) {
        padded.append(line.get(i)).append(" ".repeat(widths[i] - width(line.get(i)) + 2));
      }
      out.println(padded.toString().stripTrailing());
      if (line.equals(lines.get(0))) {
        out.println("-".repeat(IntStream.of(widths).sum() + 2 * (columns - 1)));
      }
    }
    out.println();
    out.println(lines.size() - 1 + (lines.size() == 2 ? " row" : " rows"));
  }

  private static int width(String text) {
    return Ansi.OFF.new Text(text).getCJKAdjustedLength();
  }
}
