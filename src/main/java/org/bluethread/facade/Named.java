package org.bluethread.facade;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
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
    Problem unknown(String iri, List<String> candidates) {
      return candidates.isEmpty()
          ? Problem.of(ProblemKind.UNKNOWN_THING, "thing.unknown", iri)
          : Problem.of(ProblemKind.UNKNOWN_THING, "thing.likely", iri, inBrackets(candidates));
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
    Problem unknown(String iri, List<String> candidates) {
      Iris.graph(iri);
      return candidates.isEmpty()
          ? Problem.of(ProblemKind.NO_SUCH_GRAPH, "graph.unknown", iri, LISTING)
          : Problem.of(
              ProblemKind.NO_SUCH_GRAPH, "graph.likely", iri, inBrackets(candidates), LISTING);
    }
  };

  /** The query that lists the graphs. */
  private static final String LISTING = "SELECT DISTINCT ?g { GRAPH ?g {} }";

  abstract boolean isHere(Snapshot snapshot, Node name);

  /** The commit that removed it; empty if it is here, or never was. */
  abstract Optional<Commit> removal(KnowledgeGraph graph, Snapshot snapshot, Node name);

  /**
   * Says that it is not here.
   *
   * @param candidates the IRIs that may be meant
   * @throws org.bluethread.facade.problem.ProblemException 400 if nothing can have that name
   */
  abstract Problem unknown(String iri, List<String> candidates);

  private static String inBrackets(List<String> iris) {
    return iris.stream().map(iri -> "<" + iri + ">").collect(Collectors.joining(", "));
  }
}
