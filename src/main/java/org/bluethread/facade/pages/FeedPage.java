package org.bluethread.facade.pages;

import java.util.Optional;
import org.bluethread.publish.feed.Edition;

/**
 * What the change feed is, and how to follow it.
 *
 * @param address where it begins
 * @param stream the IRI of the stream
 * @param commit the commit it stands at
 * @param instant the time of its last member, as machines read it
 * @param time the same in the reader's language
 * @param members how many versions it has
 * @param pages how many pages they are on
 */
public record FeedPage(
    String address,
    String stream,
    long commit,
    Optional<String> instant,
    Optional<String> time,
    long members,
    int pages) {
  /** The page in a language. */
  public static FeedPage of(Edition feed, String address, String language) {
    Optional<Edition> begun = Optional.of(feed).filter(one -> one.commit() > 0);
    return new FeedPage(
        address,
        feed.iri(),
        feed.commit(),
        begun.map(one -> one.time().toString()),
        begun.map(one -> CommitLine.time(one.time(), language)),
        feed.position(),
        feed.leaves().size());
  }
}
