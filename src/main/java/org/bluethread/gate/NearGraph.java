package org.bluethread.gate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.GraphBase;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.util.iterator.WrappedIterator;

/**
 * A graph that is asked again and again about the same nodes, as subjects or as objects. When it is
 * asked often enough about one, it reads all that is said of it at once, if that is little, and
 * keeps it for the next questions: a store takes about as long to find one statement as a few
 * beside each other.
 *
 * <p>For one thread, while the graph below does not change.
 */
final class NearGraph extends GraphBase {
  private static final int MOST_NODES = 128;
  private static final int MOST_TRIPLES = 64;

  /** With two, values of which a shape asks their class alone would be read for nothing. */
  private static final int ENOUGH_QUESTIONS = 3;

  private final Graph base;
  private final Lately subjects = new Lately(node -> Triple.create(node, Node.ANY, Node.ANY));
  private final Lately objects = new Lately(node -> Triple.create(Node.ANY, Node.ANY, node));

  NearGraph(Graph base) {
    this.base = base;
  }

  @Override
  protected ExtendedIterator<Triple> graphBaseFind(Triple pattern) {
    Node subject = pattern.getSubject();
    Node object = pattern.getObject();
    if (isNamed(subject)) {
      return find(pattern, subjects.about(subject));
    }
    return !subject.isConcrete() && isNamed(object)
        ? find(pattern, objects.about(object))
        : base.find(pattern);
  }

  /** Whether a node is equal to what the store has of it; a literal may have another form there. */
  private static boolean isNamed(Node node) {
    return node.isURI() || node.isBlank();
  }

  private ExtendedIterator<Triple> find(Triple pattern, Optional<List<Triple>> said) {
    if (said.isEmpty()) {
      return base.find(pattern);
    }
    Node wanted = pattern.getObject();
    List<Triple> found = new ArrayList<>();
    for (Triple triple : said.get()) {
      if (isAnyOr(pattern.getPredicate(), triple.getPredicate())) {
        if (wanted.isConcrete() && !isNamed(wanted)) {
          return base.find(pattern);
        }
        if (isAnyOr(wanted, triple.getObject())) {
          found.add(triple);
        }
      }
    }
    return WrappedIterator.createNoRemove(found.iterator());
  }

  private static boolean isAnyOr(Node wanted, Node node) {
    return wanted.equals(Node.ANY) || wanted.equals(node);
  }

  /** What matches a pattern; empty if it is much. */
  private Optional<List<Triple>> read(Triple pattern) {
    List<Triple> said = new ArrayList<>();
    ExtendedIterator<Triple> triples = base.find(pattern);
    try {
      while (triples.hasNext()) {
        if (said.size() == MOST_TRIPLES) {
          return Optional.empty();
        }
        said.add(triples.next());
      }
      return Optional.of(said);
    } finally {
      triples.close();
    }
  }

  /** A node that is asked about. */
  private static final class Near {
    private int questions;
    private Optional<List<Triple>> said = Optional.empty();
  }

  /** The nodes that were asked about last, in one of their two places. */
  private final class Lately {
    private final Function<Node, Triple> all;
    private final Map<Node, Near> nodes =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<Node, Near> eldest) {
            return size() > MOST_NODES;
          }
        };

    /**
     * @param all the pattern of all that is said of a node
     */
    Lately(Function<Node, Triple> all) {
      this.all = all;
    }

    /** Notes a question about a node, and gives what is said of it, if that is at hand. */
    Optional<List<Triple>> about(Node node) {
      Near near = nodes.computeIfAbsent(node, key -> new Near());
      near.questions++;
      if (near.questions == ENOUGH_QUESTIONS) {
        near.said = read(all.apply(node));
      }
      return near.said;
    }
  }
}
