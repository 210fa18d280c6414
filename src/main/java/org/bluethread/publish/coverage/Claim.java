package org.bluethread.publish.coverage;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/**
 * A link between a target and another thing that documents state, or that was derived or corrected
 * from them. It is one claim, however many paragraphs make it.
 *
 * @param target the target
 * @param statement the link
 * @param graphs the graphs of documents that hold it
 * @param columns under what it is counted, by each axis
 */
public record Claim(
    Node target, Triple statement, List<Node> graphs, Map<Axis, Set<Node>> columns) {
  /** Copies list and map. */
  public Claim {
    graphs = List.copyOf(graphs);
    columns = Map.copyOf(columns);
  }

  /** The thing at the other end. */
  public Node other() {
    return other(target, statement);
  }

  static Node other(Node target, Triple statement) {
    return statement.getSubject().equals(target) ? statement.getObject() : statement.getSubject();
  }
}
