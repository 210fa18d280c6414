package org.bluethread.graph;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDFS;

/**
 * What stands below a class or a property. Types and links are stated once, not for each class or
 * property above.
 *
 * @see <a href="https://www.w3.org/TR/rdf-schema/#ch_subclassof">RDF Schema, 3.4 and 3.5</a>
 */
public final class Hierarchy {
  private Hierarchy() {}

  /**
   * A class and all classes below it that have a name.
   *
   * @param graph what says so, within a transaction
   * @param top the class, which need not be there
   * @return the class first; nearer ones before those further below
   */
  public static Set<Node> classes(Graph graph, Node top) {
    return below(graph, RDFS.Nodes.subClassOf, top);
  }

  /**
   * A property and all properties below it.
   *
   * @param graph what says so, within a transaction
   * @param top the property, which need not be there
   * @return the property first; nearer ones before those further below
   */
  public static Set<Node> properties(Graph graph, Node top) {
    return below(graph, RDFS.Nodes.subPropertyOf, top);
  }

  private static Set<Node> below(Graph graph, Node relation, Node top) {
    Set<Node> reached = new LinkedHashSet<>(Set.of(top));
    List<Node> open = new ArrayList<>(reached);
    for (int i = 0; i < open.size(); i++) {
      Iter.iter(graph.find(Node.ANY, relation, open.get(i)))
          .map(Triple::getSubject)
          .filter(one -> one.isURI() && reached.add(one))
          .forEach(open::add);
    }
    return reached;
  }
}
