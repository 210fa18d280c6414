package org.bluethread.publish.partition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.bluethread.gate.Delta;
import org.bluethread.gate.UnionChange;
import org.bluethread.graph.NumberedQuads;
import org.bluethread.graph.Snapshot;
import org.bluethread.vocabulary.Addresses;

/**
 * Figures that go along with commits. A commit costs what it changes; of a subject that gets or
 * loses a class, all statements are looked at, because they change their place. Not safe for
 * threads.
 */
final class Tally {
  private long commit;
  private long triples;
  private long subjects;
  private long objects;
  private long entities;
  private final Map<Node, Long> properties = new HashMap<>();
  private final Map<Node, Long> classes = new HashMap<>();
  private final Map<Node, Map<Node, Long>> cells = new HashMap<>();

  private Tally(long commit) {
    this.commit = commit;
  }

  /** Counts all, in the order of the store's own indexes and by its own numbers. */
  static Tally count(Snapshot snapshot) {
    Tally tally = new Tally(snapshot.commit());
    NumberedQuads quads = new NumberedQuads(snapshot);
    new Counting(tally, quads).run();
    tally.objects = quads.countObjects();
    return tally;
  }

  long commit() {
    return commit;
  }

  long triples() {
    return triples;
  }

  Partitions partitions() {
    return new Partitions(
        commit,
        triples,
        subjects,
        objects,
        entities,
        properties,
        Partitions.byClass(classes, cells));
  }

  /**
   * Follows a commit.
   *
   * @param snapshot the state it left
   * @param delta what it changed since the commit this stands at
   */
  void apply(Snapshot snapshot, Delta delta) {
    UnionChange change = new UnionChange(snapshot.dataset(), delta);
    Set<Triple> entered = change.entered();
    Set<Triple> left = change.left();
    Graph before = change.before();
    Graph after = change.after();
    entered.forEach(triple -> count(triple, 1));
    left.forEach(triple -> count(triple, -1));
    grouped(entered, left).forEach((subject, changed) -> move(subject, changed, before, after));
    Stream.concat(entered.stream(), left.stream())
        .map(Triple::getObject)
        .distinct()
        .forEach(
            object ->
                objects +=
                    one(after.contains(Node.ANY, Node.ANY, object))
                        - one(before.contains(Node.ANY, Node.ANY, object)));
    commit = snapshot.commit();
  }

  /** The triples of a subject that entered and left the union. */
  private record Changed(List<Triple> entered, List<Triple> left) {
    Changed() {
      this(new ArrayList<>(), new ArrayList<>());
    }
  }

  private static Map<Node, Changed> grouped(Set<Triple> entered, Set<Triple> left) {
    Map<Node, Changed> bySubject = new HashMap<>();
    entered.forEach(
        triple ->
            bySubject
                .computeIfAbsent(triple.getSubject(), subject -> new Changed())
                .entered()
                .add(triple));
    left.forEach(
        triple ->
            bySubject
                .computeIfAbsent(triple.getSubject(), subject -> new Changed())
                .left()
                .add(triple));
    return bySubject;
  }

  private void count(Triple triple, int sign) {
    triples += sign;
    add(properties, triple.getPredicate(), sign);
    if (isClass(triple)) {
      add(classes, triple.getObject(), sign);
    }
  }

  /** Counts a subject and its triples in the classes it was and is of. */
  private void move(Node subject, Changed changed, Graph before, Graph after) {
    long came =
        one(after.contains(subject, Node.ANY, Node.ANY))
            - one(before.contains(subject, Node.ANY, Node.ANY));
    subjects += came;
    if (isEntity(subject)) {
      entities += came;
    }
    Set<Node> then = classesOf(subject, before);
    Set<Node> now = classesOf(subject, after);
    if (then.equals(now)) {
      changed.left().forEach(triple -> count(triple, then, -1));
      changed.entered().forEach(triple -> count(triple, now, 1));
    } else {
      before.find(subject, Node.ANY, Node.ANY).forEach(triple -> count(triple, then, -1));
      after.find(subject, Node.ANY, Node.ANY).forEach(triple -> count(triple, now, 1));
    }
  }

  private void count(Triple triple, Set<Node> of, int sign) {
    of.forEach(name -> count(name, triple.getPredicate(), sign));
  }

  private void count(Node of, Node property, long many) {
    Map<Node, Long> row = cells.computeIfAbsent(of, name -> new HashMap<>());
    add(row, property, many);
    if (row.isEmpty()) {
      cells.remove(of);
    }
  }

  private static Set<Node> classesOf(Node subject, Graph graph) {
    Set<Node> classes = new HashSet<>();
    graph
        .find(subject, RDF.Nodes.type, Node.ANY)
        .filterKeep(Tally::isClass)
        .forEach(triple -> classes.add(triple.getObject()));
    return classes;
  }

  private static boolean isClass(Triple triple) {
    return triple.getPredicate().equals(RDF.Nodes.type) && triple.getObject().isURI();
  }

  private static boolean isEntity(Node subject) {
    return subject.isURI() && subject.getURI().startsWith(Addresses.BASE);
  }

  private static void add(Map<Node, Long> counts, Node key, long many) {
    counts.merge(key, many, (old, more) -> old + more == 0 ? null : Long.valueOf(old + more));
  }

  private static long one(boolean counts) {
    return counts ? 1L : 0L;
  }

  /** One pass over the store, which has all triples of a subject together. */
  private static final class Counting {
    private final Tally tally;
    private final NumberedQuads quads;
    private final Map<Long, Node> nodes = new HashMap<>();
    private final Map<Long, Long> ofSubject = new HashMap<>();
    private final Set<Long> classesOfSubject = new HashSet<>();
    private long subject = -1;

    Counting(Tally tally, NumberedQuads quads) {
      this.tally = tally;
      this.quads = quads;
    }

    void run() {
      quads.forEachTriple(this::visit);
      endSubject();
    }

    private void visit(long next, long property, long object) {
      if (next != subject) {
        endSubject();
        subject = next;
      }
      tally.triples++;
      ofSubject.merge(property, 1L, Long::sum);
      if (node(property).equals(RDF.Nodes.type)
          && object != NumberedQuads.SHORT_LITERAL
          && node(object).isURI()) {
        classesOfSubject.add(object);
      }
    }

    private void endSubject() {
      if (ofSubject.isEmpty()) {
        return;
      }
      tally.subjects++;
      if (isEntity(quads.node(subject))) {
        tally.entities++;
      }
      ofSubject.forEach((property, many) -> add(tally.properties, node(property), many));
      for (long type : classesOfSubject) {
        add(tally.classes, node(type), 1);
        ofSubject.forEach((property, many) -> tally.count(node(type), node(property), many));
      }
      ofSubject.clear();
      classesOfSubject.clear();
    }

    /** The node of a property or class, of which there are few. */
    private Node node(long number) {
      return nodes.computeIfAbsent(number, quads::node);
    }
  }
}
