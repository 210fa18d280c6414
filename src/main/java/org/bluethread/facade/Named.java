package org.bluethread.facade;

import java.util.Optional;
import org.apache.jena.graph.Node;
import org.bluethread.facade.problem.Problem;
import org.bluethread.facade.problem.ProblemKind;
import org.bluethread.graph.Commit;
import org.bluethread.graph.KnowledgeGraph;
import org.bluethread.graph.Snapshot;
import org.bluethread.publish.Description;
import org.bluethread.vocabulary.Addresses;

/** What IRIs of ours name, and how to tell whether it is here. */
enum Named {
  /** What statements speak of. */
  THING {
    @Override
    boolean isHere(Snapshot snapshot, Node name) {
      return Description.isKnown(snapshot, name);
    }

    @Override
    Optional<Commit> removal(KnowledgeGraph graph, Snapshot snapshot, Node name) {
      return graph.history().removal(snapshot, name);
    }

    @Override
    Problem unknown(String iri, String remedy) {
      return Problem.of(
          ProblemKind.UNKNOWN_THING,
          "No statement in this graph speaks of <" + iri + ">.",
          remedy + "Search with /search?q=.");
    }
  },

  /** Where statements stand. */
  GRAPH {
    @Override
    boolean isHere(Snapshot snapshot, Node name) {
      return name.equals(Addresses.UNATTRIBUTED_GRAPH) || snapshot.dataset().containsGraph(name);
    }

    @Override
    Optional<Commit> removal(KnowledgeGraph graph, Snapshot snapshot, Node name) {
      return graph.history().removalOfGraph(snapshot, name);
    }

    @Override
    Problem unknown(String iri, String remedy) {
      Iris.graph(iri);
      return Problem.of(
          ProblemKind.NO_SUCH_GRAPH,
          "The graph <" + iri + "> is not here.",
          remedy + "List the graphs with SELECT DISTINCT ?g { GRAPH ?g {} }.");
    }
  };

  abstract boolean isHere(Snapshot snapshot, Node name);

  /** The commit that removed it; empty if it is here, or never was. */
  abstract Optional<Commit> removal(KnowledgeGraph graph, Snapshot snapshot, Node name);

  /**
   * Says that it is not here.
   *
   * @param remedy what to do first; empty for nothing
   * @throws org.bluethread.facade.problem.ProblemException 400 if nothing can have that name
   */
  abstract Problem unknown(String iri, String remedy);
}
