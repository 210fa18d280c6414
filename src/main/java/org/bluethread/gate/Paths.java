package org.bluethread.gate;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.shacl.engine.ShaclPaths;
import org.apache.jena.sparql.path.P_Alt;
import org.apache.jena.sparql.path.P_Inverse;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.P_OneOrMore1;
import org.apache.jena.sparql.path.P_OneOrMoreN;
import org.apache.jena.sparql.path.P_Path1;
import org.apache.jena.sparql.path.P_ReverseLink;
import org.apache.jena.sparql.path.P_Seq;
import org.apache.jena.sparql.path.P_ZeroOrMore1;
import org.apache.jena.sparql.path.P_ZeroOrMoreN;
import org.apache.jena.sparql.path.P_ZeroOrOne;
import org.apache.jena.sparql.path.Path;
import org.apache.jena.sparql.path.PathFactory;
import org.apache.jena.sparql.path.eval.PathEval;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

/**
 * Property paths taken apart: the steps of which they consist, each with the path before it and the
 * path behind it.
 *
 * @see <a href="https://www.w3.org/TR/shacl/#property-paths">SHACL, 2.3.1</a>
 */
final class Paths {
  /** From a class to itself and its superclasses. */
  static final Path SUPERCLASSES =
      PathFactory.pathZeroOrMore1(PathFactory.pathLink(RDFS.Nodes.subClassOf));

  /** From a node to the classes it is an instance of. */
  static final Path CLASSES =
      PathFactory.pathSeq(PathFactory.pathLink(RDF.Nodes.type), SUPERCLASSES);

  private Paths() {}

  /**
   * A step of a path.
   *
   * @param predicate the predicate of the triples it takes
   * @param forward whether it takes them from subject to object
   * @param before what is walked before it; empty at the beginning
   * @param after what is walked behind it; empty at the end
   */
  record Step(Node predicate, boolean forward, Optional<Path> before, Optional<Path> after) {}

  /** A path that SHACL does not have. */
  static final class UnknownPathException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnknownPathException(Path path) {
      super("Not a path of SHACL: " + path);
    }
  }

  /** One path behind another. */
  static Optional<Path> join(Optional<Path> first, Optional<Path> second) {
    if (first.isEmpty() || second.isEmpty()) {
      return first.or(() -> second);
    }
    return Optional.of(PathFactory.pathSeq(first.get(), second.get()));
  }

  /**
   * The steps of a path.
   *
   * @throws UnknownPathException if it is of a kind that SHACL does not have
   */
  static void steps(Path path, Consumer<Step> each) {
    steps(path, true, Optional.empty(), Optional.empty(), each);
  }

  private static void steps(
      Path path,
      boolean forward,
      Optional<Path> before,
      Optional<Path> after,
      Consumer<Step> each) {
    switch (path) {
      case P_Link link -> each.accept(new Step(link.getNode(), forward, before, after));
      case P_ReverseLink link -> each.accept(new Step(link.getNode(), !forward, before, after));
      case P_Inverse inverse -> steps(inverse.getSubPath(), !forward, before, after, each);
      case P_Seq seq -> {
        List<Path> sides =
            forward
                ? List.of(seq.getLeft(), seq.getRight())
                : List.of(seq.getRight(), seq.getLeft());
        Path first = directed(sides.get(0), forward);
        Path second = directed(sides.get(1), forward);
        steps(sides.get(0), forward, before, join(Optional.of(second), after), each);
        steps(sides.get(1), forward, join(before, Optional.of(first)), after, each);
      }
      case P_Alt alt -> {
        steps(alt.getLeft(), forward, before, after, each);
        steps(alt.getRight(), forward, before, after, each);
      }
      case P_ZeroOrOne maybe -> steps(maybe.getSubPath(), forward, before, after, each);
      case P_ZeroOrMore1 more -> repeated(more, forward, before, after, each);
      case P_ZeroOrMoreN more -> repeated(more, forward, before, after, each);
      case P_OneOrMore1 more -> repeated(more, forward, before, after, each);
      case P_OneOrMoreN more -> repeated(more, forward, before, after, each);
      default -> throw new UnknownPathException(path);
    }
  }

  private static void repeated(
      P_Path1 path,
      boolean forward,
      Optional<Path> before,
      Optional<Path> after,
      Consumer<Step> each) {
    Optional<Path> rounds =
        Optional.of(PathFactory.pathZeroOrMore1(directed(path.getSubPath(), forward)));
    steps(path.getSubPath(), forward, join(before, rounds), join(rounds, after), each);
  }

  private static Path directed(Path path, boolean forward) {
    return forward ? path : PathFactory.pathInverse(path);
  }

  /** Whether a path that {@link #join} put together begins with another. */
  static boolean begins(Path path, Path first) {
    return path.equals(first) || (path instanceof P_Seq seq && begins(seq.getLeft(), first));
  }

  /**
   * What is left of a path behind its beginning.
   *
   * @param path a path that {@link #join} put together
   * @param first what it begins with
   * @return what is walked behind that; empty when it is all
   * @throws IllegalArgumentException if the path does not begin so
   */
  static Optional<Path> rest(Path path, Path first) {
    if (path.equals(first)) {
      return Optional.empty();
    }
    if (path instanceof P_Seq seq) {
      return join(rest(seq.getLeft(), first), Optional.of(seq.getRight()));
    }
    throw new IllegalArgumentException(path + " does not begin with " + first);
  }

  /** The nodes from which a path leads to a node; the node itself when there is no path. */
  static Iterator<Node> startsOf(Graph data, Optional<Path> path, Node end) {
    return path.isEmpty()
        ? List.of(end).iterator()
        : PathEval.evalReverse(data, end, path.get(), null);
  }

  /** The nodes to which a path leads from a node; the node itself when there is no path. */
  static Iterator<Node> endsOf(Graph data, Node start, Optional<Path> path) {
    return path.isEmpty()
        ? List.of(start).iterator()
        : PathEval.eval(data, start, path.get(), null);
  }

  /** A class and all its superclasses. */
  static Set<Node> superclasses(Graph data, Node type) {
    return ShaclPaths.valueNodes(data, type, SUPERCLASSES);
  }
}
