package org.bluethread.graph;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.bluethread.gate.Result;

/**
 * What is shipped with the program: the files under {@code ontology/}, {@code shapes/} and {@code
 * data/} of its home. A store keeps the list of the graphs they made; on start, those whose files
 * changed are replaced, through the gate and in one commit, and graphs that users wrote stay.
 */
public final class Release {
  private static final int MOST_CONFLICTS_NAMED = 10;

  private final ReleaseFiles files;

  /**
   * @param home the folder that holds {@code ontology}, {@code shapes} and {@code data}
   */
  public Release(Path home) {
    this.files = new ReleaseFiles(home);
  }

  /**
   * Brings a store to this release. Does nothing when no file changed since the last time.
   *
   * @return what became of it; empty when there was nothing to do
   * @throws StoreException if a file cannot be read; it is named with line and column
   * @throws ReleaseConflictException if it does not go together with what users wrote
   */
  public Optional<Outcome> load(KnowledgeGraph graph) {
    SortedMap<String, byte[]> contents = files.contents();
    String fingerprint = ReleaseFiles.hash(contents);
    boolean loaded =
        graph.read(
            snapshot ->
                ShippedGraphs.fingerprint(snapshot.dataset()).equals(Optional.of(fingerprint)));
    return loaded ? Optional.empty() : Optional.of(load(graph, contents, fingerprint));
  }

  /** The fingerprint of the release that a store was brought to last; empty if there was none. */
  public static Optional<String> fingerprint(Snapshot snapshot) {
    return ShippedGraphs.fingerprint(snapshot.dataset());
  }

  /**
   * The statements of this release, read from its files. The same files give the same blank nodes.
   *
   * @param fingerprint of the release that is meant
   * @return all of them, in their graphs; empty if the files are those of another release by now
   * @throws StoreException if a file cannot be read
   */
  public Optional<DatasetGraph> statements(String fingerprint) {
    SortedMap<String, byte[]> contents = files.contents();
    return ReleaseFiles.hash(contents).equals(fingerprint)
        ? Optional.of(files.parse(contents).dataset())
        : Optional.empty();
  }

  private Outcome load(
      KnowledgeGraph graph, SortedMap<String, byte[]> contents, String fingerprint) {
    Shipment shipment = files.parse(contents);
    WriteRequest request =
        new WriteRequest(
            Author.RELEASE,
            "release",
            "Load the release " + fingerprint.substring(0, 12),
            fingerprint,
            target -> apply(shipment, fingerprint, target));
    try {
      return graph.write(request);
    } catch (RefusedException e) {
      throw new ReleaseConflictException(graph.read(snapshot -> sides(e, shipment, snapshot)));
    }
  }

  private static void apply(Shipment shipment, String fingerprint, DatasetGraph target) {
    Map<Node, String> before = ShippedGraphs.sourceHashes(target);
    List<Node> gone =
        before.keySet().stream()
            .filter(graph -> !shipment.sourceHashes().containsKey(graph))
            .toList();
    List<Node> changed =
        shipment.sourceHashes().keySet().stream()
            .filter(graph -> !shipment.sourceHashes().get(graph).equals(before.get(graph)))
            .toList();
    List<String> conflicts =
        Stream.concat(gone.stream(), changed.stream())
            .filter(edited(target, before, shipment))
            .limit(MOST_CONFLICTS_NAMED)
            .map(graph -> conflict(graph, before, shipment))
            .toList();
    if (!conflicts.isEmpty()) {
      throw new ReleaseConflictException(conflicts);
    }
    gone.forEach(target::removeGraph);
    ShippedGraphs.remove(target, gone);
    for (Node graph : changed) {
      replace(shipment.dataset(), graph, target);
      ShippedGraphs.put(target, graph, shipment.sourceHashes().get(graph));
    }
    ShippedGraphs.setFingerprint(target, fingerprint);
  }

  /** Graphs in which somebody else's statements would be lost. */
  private static Predicate<Node> edited(
      DatasetGraph target, Map<Node, String> before, Shipment shipment) {
    return graph -> {
      if (!before.containsKey(graph) && !target.containsGraph(graph)) {
        return false;
      }
      String now = GraphHash.of(target, graph);
      boolean sameAsShipped = now.equals(GraphHash.of(shipment.dataset(), graph));
      return !sameAsShipped
          && (!before.containsKey(graph) || ShippedGraphs.isEdited(target, graph));
    };
  }

  private static String conflict(Node graph, Map<Node, String> before, Shipment shipment) {
    String ours =
        Optional.ofNullable(shipment.files().get(graph))
            .map(file -> "the release ships it in " + file)
            .orElse("the release no longer ships it");
    String theirs =
        before.containsKey(graph)
            ? "it was edited here after the last release"
            : "a graph of that name was written here before";
    return "<" + graph + ">: " + ours + ", and " + theirs + ".";
  }

  /** Replaces what differs; what is equal is not touched, so that the change stays small. */
  private static void replace(DatasetGraph shipped, Node graph, DatasetGraph target) {
    List<Quad> obsolete = new ArrayList<>();
    Iterator<Quad> held = target.find(graph, Node.ANY, Node.ANY, Node.ANY);
    held.forEachRemaining(
        quad -> {
          if (!shipped.contains(quad)) {
            obsolete.add(quad);
          }
        });
    obsolete.forEach(target::delete);
    shipped.find(graph, Node.ANY, Node.ANY, Node.ANY).forEachRemaining(target::add);
  }

  private static List<String> sides(RefusedException e, Shipment shipment, Snapshot snapshot) {
    return e.report().results().stream()
        .filter(Result::isViolation)
        .limit(MOST_CONFLICTS_NAMED)
        .map(
            result ->
                "<"
                    + result.focusNode()
                    + ">: "
                    + result.message("en")
                    + " The release asks for it by the shape "
                    + NodeFmtLib.displayStr(result.sourceShape())
                    + " and speaks of it in "
                    + graphs(shipment.dataset(), result.focusNode())
                    + "; the store, before it, in "
                    + graphs(snapshot.dataset(), result.focusNode())
                    + ".")
        .toList();
  }

  private static String graphs(DatasetGraph dataset, Node subject) {
    SortedSet<String> graphs = new TreeSet<>();
    dataset
        .findNG(Node.ANY, subject, Node.ANY, Node.ANY)
        .forEachRemaining(quad -> graphs.add("<" + quad.getGraph() + ">"));
    return graphs.isEmpty() ? "no graph" : String.join(", ", graphs);
  }
}
