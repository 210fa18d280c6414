package org.bluethread.publish.schemaorg;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.bluethread.publish.Prefixes;

/**
 * Ways through the graph, written as property paths of SPARQL without brackets and repetition, such
 * as {@code dcterms:creator|^bt:hasDataset/bt:contractor}. Unlike those of SPARQL they end: of the
 * many values that a step of a hub has, only the first are looked at.
 *
 * @see <a href="https://www.w3.org/TR/sparql11-query/#propertypaths">SPARQL 1.1, section 9</a>
 */
record Way(List<List<Step>> branches) {
  /** How many values are followed at each step. */
  static final int MOST = 20;

  Way {
    branches = List.copyOf(branches);
  }

  private record Step(Node property, boolean back) {
    Stream<Node> from(Graph graph, Node node) {
      Stream<Node> values =
          back
              ? Iter.asStream(graph.find(Node.ANY, property, node)).map(one -> one.getSubject())
              : Iter.asStream(graph.find(node, property, Node.ANY)).map(one -> one.getObject());
      return values.limit(MOST);
    }
  }

  /** Reads a way. */
  static Way of(String path) {
    return new Way(
        split(path, "|").map(branch -> split(branch, "/").map(Way::step).toList()).toList());
  }

  private static Stream<String> split(String text, String separator) {
    return Arrays.stream(text.split(Pattern.quote(separator), -1));
  }

  private static Step step(String text) {
    boolean back = text.startsWith("^");
    String[] name = text.substring(back ? 1 : 0).split(":", 2);
    Map<String, String> namespaces = Prefixes.namespaces();
    return new Step(NodeFactory.createURI(namespaces.get(name[0]) + name[1]), back);
  }

  /** The first nodes that it leads to, each once. */
  List<Node> from(Graph graph, Node thing) {
    return branches.stream()
        .flatMap(branch -> follow(graph, thing, branch))
        .distinct()
        .limit(MOST)
        .toList();
  }

  private static Stream<Node> follow(Graph graph, Node thing, List<Step> steps) {
    Stream<Node> nodes = Stream.of(thing);
    for (Step step : steps) {
      nodes = nodes.flatMap(node -> step.from(graph, node)).limit(MOST);
    }
    return nodes;
  }
}
