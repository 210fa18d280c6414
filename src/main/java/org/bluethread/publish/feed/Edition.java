package org.bluethread.publish.feed;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.bluethread.vocabulary.Addresses;

/**
 * The feed at one moment: which stream it is, where it stands, and its pages. A stream that has to
 * be made again is another one, with an identity of its own, so that what is under an address never
 * changes its meaning. Immutable.
 *
 * @param id the identity of the stream
 * @param storeId which store's commits are counted
 * @param commit the commit it stands at: who applies all members has the graph as that left it; 0
 *     before the first
 * @param committed when that commit was made; the epoch before the first
 * @param time the time of the last member, which is never before that of another member
 * @param position the number of the last member, counted from 1
 * @param leaves the pages with members, oldest first; only the last may not be closed
 * @param firstBytes how much the versions took that it began with
 * @param indexBytes how long its index is; 0 if nothing of it is on disk
 */
public record Edition(
    String id,
    String storeId,
    long commit,
    Instant committed,
    Instant time,
    long position,
    List<Leaf> leaves,
    long firstBytes,
    long indexBytes) {
  private static final String BASE = Addresses.BASE + "feed/";

  /** Copies the list; nothing may be null. */
  public Edition {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(storeId, "storeId");
    Objects.requireNonNull(committed, "committed");
    Objects.requireNonNull(time, "time");
    leaves = List.copyOf(leaves);
  }

  /** A stream that nobody has seen yet, without members. */
  static Edition begin(String storeId) {
    String id = UUID.randomUUID().toString();
    return new Edition(id, storeId, 0, Instant.EPOCH, Instant.EPOCH, 0, List.of(), 0, 0);
  }

  Edition withIndexBytes(long bytes) {
    return new Edition(id, storeId, commit, committed, time, position, leaves, firstBytes, bytes);
  }

  /** The time of members that a commit brings: clocks are set back now and then, feeds are not. */
  Instant timeAfter(Instant committed) {
    return committed.isBefore(time) ? time : committed;
  }

  /** Whether it was never brought to any commit. */
  boolean isNew() {
    return indexBytes == 0;
  }

  /** How much room its pages take. */
  public long bytes() {
    return leaves.stream().mapToLong(Leaf::bytes).sum();
  }

  /** How many of its pages are closed; these are the first ones. */
  int closedLeaves() {
    return openLeaf().isPresent() ? leaves.size() - 1 : leaves.size();
  }

  /** The page that still grows. */
  Optional<Leaf> openLeaf() {
    return leaves.isEmpty()
        ? Optional.empty()
        : Optional.of(leaves.get(leaves.size() - 1)).filter(leaf -> !leaf.isClosed());
  }

  /**
   * The last page below a node of the tree that is above pages.
   *
   * @return empty if there is no such node
   */
  public Optional<Leaf> lastBelow(NodeAddress node) {
    return FeedTree.below(this, node).map(nodes -> FeedTree.last(this, node));
  }

  /** The IRI of the stream. */
  public String iri() {
    return BASE + id;
  }

  /** The IRI of a member. */
  String member(long number) {
    return iri() + "#" + number;
  }
}
