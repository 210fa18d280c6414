package org.bluethread.vocabulary;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/**
 * The addresses that the program mints or keeps data under.
 *
 * <p>All of them hang on {@link #BASE}, the project's canonical base. Instances do not exist; all
 * constants are immutable and safe for any thread.
 */
public final class Addresses {
  /** The canonical base of every minted IRI. It ends with a slash. */
  public static final String BASE = "https://w3id.org/bluethread/";

  /** Base of the IRIs of things. */
  public static final String THINGS = BASE + "id/";

  /** Base of the IRIs of graphs that are not the statements of a paragraph. */
  public static final String GRAPHS = BASE + "graph/";

  /** Base of the IRIs that stand in for blank nodes (RDF 1.1 Concepts, section 3.5). */
  public static final String SKOLEM = BASE + ".well-known/genid/";

  /** What ends the IRI of the graph of a citable unit's statements: all before it is the unit. */
  public static final String STATEMENTS = "#statements";

  /** The document of the SHACL shapes, which are its IRI and a fragment. */
  public static final Node SHAPES = NodeFactory.createURI(BASE + "shapes");

  /** The whole graph as a dataset: what VoID, the catalogue and the data themselves call it. */
  public static final Node DATASET = NodeFactory.createURI(THINGS + "dataset/bluethread/graph");

  /** The graph of the ontology. */
  public static final Node ONTOLOGY_GRAPH = graph("ontology");

  /** The graph of the SHACL shapes the gate judges by. */
  public static final Node SHAPES_GRAPH = graph("shapes");

  /** Where writes without a graph, and the graph store's default graph, stand. */
  public static final Node UNATTRIBUTED_GRAPH = graph("unattributed");

  /** The list of the graphs that a release shipped, with their hashes. */
  public static final Node RELEASE_GRAPH = graph("register/release");

  private Addresses() {}

  private static Node graph(String name) {
    return NodeFactory.createURI(GRAPHS + name);
  }
}
