package org.bluethread.publish.informea;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.bluethread.graph.KnowledgeGraph;
import org.bluethread.graph.PerCommit;
import org.bluethread.graph.Sha256;
import org.bluethread.graph.Snapshot;

/**
 * The graph as records for portals of multilateral environmental agreements, worked out once for
 * each commit, when somebody asks. A record lacks nothing that InforMEA requires, or it is
 * withheld; nothing is made up. Safe for threads.
 */
public final class InforMea {
  private final ChangeTimes times;
  private final PerCommit<Records> records = new PerCommit<>(this::read);

  /**
   * @param graph whose records they are
   * @param file where the times of change are kept over restarts; nowhere if it is empty
   */
  public InforMea(KnowledgeGraph graph, Optional<Path> file) {
    this.times = new ChangeTimes(graph, new ChangeTable(file, graph.storeId()));
  }

  /** The records of a state of the graph. */
  public Records of(Snapshot snapshot) {
    return records.of(snapshot);
  }

  private Records read(Snapshot snapshot) {
    List<Found> found = new ArrayList<>();
    List<Withheld> withheld = new ArrayList<>();
    for (Kind kind : Kind.ALL) {
      for (Node thing : things(snapshot.union(), kind)) {
        Reading reading = new Reading(snapshot.union());
        if (kind.reader().isMeant(thing, reading)) {
          Draft draft = kind.reader().read(thing, reading);
          if (draft.isComplete()) {
            found.add(new Found(draft.set(), draft.row(), reading.asked()));
          } else {
            withheld.add(draft.withheld());
          }
        }
      }
    }
    return dated(snapshot.commit(), found, withheld);
  }

  private static List<Node> things(Graph union, Kind kind) {
    try (Stream<Triple> typed =
        Iter.asStream(union.find(Node.ANY, RDF.Nodes.type, kind.type().asNode()))) {
      return typed
          .map(Triple::getSubject)
          .filter(Node::isURI)
          .distinct()
          .sorted(Comparator.comparing(Node::getURI))
          .toList();
    }
  }

  private Records dated(long commit, List<Found> found, List<Withheld> withheld) {
    Map<String, Instant> changes = times.of(commit, found);
    Map<String, List<Row>> rows = new HashMap<>();
    StringBuilder all = new StringBuilder();
    for (Found one : found) {
      Instant updated = changes.get(one.key());
      all.append(one.key()).append(one.hash()).append(updated).append('\n');
      rows.computeIfAbsent(one.set().name(), name -> new ArrayList<>())
          .add(one.row().with(RecordType.UPDATED, updated));
    }
    Instant last = changes.values().stream().max(Instant::compareTo).orElse(Instant.EPOCH);
    String fingerprint = Sha256.hex(all.toString().getBytes(StandardCharsets.UTF_8));
    return new Records(commit, last, fingerprint, rows, withheld);
  }
}
