package org.bluethread.support;

import java.io.StringReader;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;

/** What pages say to machines, read as a crawler does. */
public final class DataBlocks {
  private static final Pattern BLOCK =
      Pattern.compile("<script type=\"application/ld\\+json\">(.*?)</script>", Pattern.DOTALL);

  private DataBlocks() {}

  /** The text of the one block of a page; empty if it has none. */
  public static Optional<String> text(String html) {
    Matcher found = BLOCK.matcher(html);
    Optional<String> block = found.find() ? Optional.of(found.group(1)) : Optional.empty();
    if (block.isPresent() && found.find()) {
      throw new AssertionError("The page has several blocks");
    }
    return block;
  }

  /** What the block of a page says. Contexts that stand elsewhere would have to be fetched. */
  public static Graph graph(String html) {
    String json = text(html).orElseThrow(() -> new AssertionError("The page has no block"));
    Graph graph = GraphFactory.createDefaultGraph();
    RDFParser.create().source(new StringReader(json)).lang(Lang.JSONLD).parse(graph);
    return graph;
  }
}
