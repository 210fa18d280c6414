package org.bluethread.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.bluethread.graph.KnowledgeGraph;
import org.bluethread.lookup.ThingIndex;
import org.bluethread.query.Shelf;
import org.bluethread.support.ShippedData;

/** What the project ships: its data, the index of them, and its shelf. Loaded once. */
public final class RealData {
  private static final Path HOME = Path.of("").toAbsolutePath();
  private static final String PREFIXES =
      """
      PREFIX bt: <https://w3id.org/bluethread/ontology#>
      PREFIX prov: <http://www.w3.org/ns/prov#>
      PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
      """;

  private static final Path DATA = data();

  public static final KnowledgeGraph GRAPH =
      KnowledgeGraph.open(ShippedData.store(DATA), ShippedData.log(DATA));
  public static final ThingIndex INDEX = ShippedData.index(DATA);
  public static final Shelf SHELF = Shelf.load(HOME.resolve("queries"));

  private RealData() {}

  private static Path data() {
    try {
      return ShippedData.copyTo(Files.createTempDirectory("bluethread-data"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The file of an expected answer: its first line names the columns, the others are rows. */
  public static Path golden(String file) {
    return HOME.resolve("src/test/golden").resolve(file);
  }

  /** The rows of a SELECT query in its order; a cell is the address or the text, or empty. */
  static List<List<String>> select(String query) {
    return GRAPH.read(
        snapshot -> {
          List<List<String>> rows = new ArrayList<>();
          try (QueryExec exec =
              QueryExec.dataset(snapshot.dataset()).query(PREFIXES + query).build()) {
            RowSet found = exec.select();
            found.forEachRemaining(
                row ->
                    rows.add(
                        found.getResultVars().stream().map(row::get).map(RealData::text).toList()));
          }
          return rows;
        });
  }

  /** What a cell shows: the address of a thing, the text of a literal, nothing for no value. */
  public static String text(Node value) {
    if (value == null) {
      return "";
    }
    return value.isLiteral() ? value.getLiteralLexicalForm() : value.toString();
  }
}
