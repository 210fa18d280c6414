package org.bluethread.publish.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** The tree of pages: complete, narrow, and unchanging below the root. */
final class FeedTreeTest {
  private static Edition feed(int closed, boolean hasOpen) {
    List<Leaf> leaves = new ArrayList<>();
    IntStream.range(0, closed).forEach(number -> leaves.add(leaf(number, true)));
    if (hasOpen) {
      leaves.add(leaf(closed, false));
    }
    return new Edition("id", "store", 1, Instant.EPOCH, Instant.EPOCH, leaves.size(), leaves, 0, 1);
  }

  private static Leaf leaf(int number, boolean isClosed) {
    Instant first = Instant.ofEpochSecond(number);
    return new Leaf(number, 10, 1, 1, isClosed, first, first.plusMillis(500), 1);
  }

  private static void collect(Edition feed, List<NodeAddress> nodes, List<Integer> leaves) {
    for (NodeAddress node : nodes) {
      if (node.level() == 0) {
        leaves.add(node.number());
      } else {
        collect(feed, FeedTree.below(feed, node).orElseThrow(), leaves);
      }
    }
  }

  @Property(tries = 60)
  void theRootLeadsToEachPageOnceInTheirOrder(
      @ForAll @IntRange(max = 25_000) int closed, @ForAll boolean hasOpen) {
    Edition feed = feed(closed, hasOpen);
    List<Integer> leaves = new ArrayList<>();
    collect(feed, FeedTree.root(feed), leaves);
    assertThat(leaves).isEqualTo(IntStream.range(0, feed.leaves().size()).boxed().toList());
    assertThat(FeedTree.root(feed)).hasSizeLessThan(4 * FeedTree.CHILDREN);
  }

  @Property(tries = 60)
  void aNodeThatIsThereStaysAsItIsWhenTheFeedGrows(
      @ForAll @IntRange(min = 1, max = 12_000) int closed,
      @ForAll @IntRange(max = 12_000) int more) {
    Edition before = feed(closed, true);
    Edition after = feed(closed + more, true);
    for (NodeAddress node : FeedTree.root(before)) {
      if (node.level() > 0) {
        assertThat(FeedTree.below(after, node)).isEqualTo(FeedTree.below(before, node));
        assertThat(FeedTree.last(after, node)).isEqualTo(FeedTree.last(before, node));
      }
    }
  }

  @Test
  void aNodeIsThereWhenAllBelowItAreClosed() {
    NodeAddress second = new NodeAddress(1, 1);
    assertThat(FeedTree.below(feed(199, true), second)).isEmpty();
    assertThat(FeedTree.below(feed(200, false), second)).isPresent();
    assertThat(FeedTree.first(feed(200, false), second).number()).isEqualTo(100);
    assertThat(FeedTree.last(feed(200, false), second).number()).isEqualTo(199);
  }

  @Test
  void whatIsNoNodeIsNotThere() {
    Edition feed = feed(300, true);
    for (NodeAddress none :
        List.of(
            new NodeAddress(0, 0),
            new NodeAddress(1, 3),
            new NodeAddress(1, -1),
            new NodeAddress(5, 0),
            new NodeAddress(Integer.MAX_VALUE, Integer.MAX_VALUE))) {
      assertThat(FeedTree.below(feed, none)).as(none.toString()).isEmpty();
    }
  }
}
