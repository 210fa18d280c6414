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

/** What stands below a class. Types are stated once, not for each class above. */
public final class Subclasses {
  private Subclasses() {}

  /**
   * A class and all below it that have a name.
   *
   * @param graph what says so, within a transaction
   * @param top the class, which need not be there
   * @return the class first; nearer ones before those further below
   * @see <a href="https://www.w3.org/TR/rdf-schema/#ch_subclassof">RDF Schema, 3.4</a>
   */
  public static Set<Node> of(Graph graph, Node top) {
    Set<Node> reached = new LinkedHashSet<>(Set.of(top));
    List<Node> open = new ArrayList<>(reached);
    for (int i = 0; i < open.size(); i++) {
      Iter.iter(graph.find(Node.ANY, RDFS.Nodes.subClassOf, open.get(i)))
          .map(Triple::getSubject)
          .filter(one -> one.isURI() && reached.add(one))
          .forEach(open::add);
    }
    return reached;
  }
}
