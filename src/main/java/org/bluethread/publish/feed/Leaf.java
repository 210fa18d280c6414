package org.bluethread.publish.feed;

import java.time.Instant;
import java.util.Objects;

/**
 * A page with members of the feed. What is here of a page that is not closed is what was there at
 * one moment; its file may have grown since.
 *
 * @param number counts from 0
 * @param bytes how long it is
 * @param members how many versions it has
 * @param quads how many quads these versions have
 * @param isClosed whether it stays as it is for ever
 * @param first the time of its first member
 * @param last the time of its last member
 * @param commit the commit of its last member
 */
public record Leaf(
    int number,
    long bytes,
    int members,
    long quads,
    boolean isClosed,
    Instant first,
    Instant last,
    long commit) {
  /** Nothing may be null. */
  public Leaf {
    Objects.requireNonNull(first, "first");
    Objects.requireNonNull(last, "last");
  }
}
