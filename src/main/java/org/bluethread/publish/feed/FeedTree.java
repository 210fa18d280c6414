package org.bluethread.publish.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The tree in which the pages of a feed are found. A node above the pages is made when all {@value
 * #CHILDREN} below it are closed, and so never changes; the root leads to the largest nodes there
 * are, then to smaller ones, and last to the page that still grows. Only the root and that page
 * ever change, and no node leads to more than some hundred others.
 *
 * @see <a href="https://w3id.org/tree/specification#traversing">TREE, Traversing the search
 *     tree</a>
 */
final class FeedTree {
  /** How many nodes a node leads to that is not the root. */
  static final int CHILDREN = 100;

  /** Levels above the pages; a hundred million pages are below a node of the highest. */
  private static final int LEVELS = 4;

  private FeedTree() {}

  /** What the root leads to, oldest members first. */
  static List<NodeAddress> root(Edition edition) {
    List<NodeAddress> nodes = new ArrayList<>();
    int closed = edition.closedLeaves();
    int covered = 0;
    for (int level = LEVELS; level >= 0; level--) {
      int size = leavesBelow(level);
      for (; closed - covered >= size; covered += size) {
        nodes.add(new NodeAddress(level, covered / size));
      }
    }
    edition.openLeaf().ifPresent(leaf -> nodes.add(new NodeAddress(0, leaf.number())));
    return nodes;
  }

  /** What a node above the pages leads to, oldest members first; empty if there is no such node. */
  static Optional<List<NodeAddress>> below(Edition edition, NodeAddress node) {
    boolean exists =
        node.level() >= 1
            && node.level() <= LEVELS
            && node.number() >= 0
            && (node.number() + 1L) * leavesBelow(node.level()) <= edition.closedLeaves();
    return exists
        ? Optional.of(
            IntStream.range(0, CHILDREN)
                .mapToObj(
                    child -> new NodeAddress(node.level() - 1, node.number() * CHILDREN + child))
                .toList())
        : Optional.empty();
  }

  /** The first page below a node, or the node itself if it is a page. */
  static Leaf first(Edition edition, NodeAddress node) {
    return edition.leaves().get(node.number() * leavesBelow(node.level()));
  }

  /** The last page below a node, or the node itself if it is a page. */
  static Leaf last(Edition edition, NodeAddress node) {
    return edition.leaves().get((node.number() + 1) * leavesBelow(node.level()) - 1);
  }

  private static int leavesBelow(int level) {
    return IntStream.range(0, level).reduce(1, (size, l) -> size * CHILDREN);
  }
}
