package org.bluethread.publish.feed;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;

/**
 * Writes the members of one commit to pages, which it closes when they are full. Nothing of it
 * counts before {@link #finish}. For one thread.
 */
final class MemberWriter implements AutoCloseable {
  /** Pages are closed with so many quads at the least, or with so many members. */
  private static final long QUADS_OF_A_PAGE = 10_000;

  private static final int MEMBERS_OF_A_PAGE = 1000;

  private final EditionFiles files;
  private final Edition before;
  private final long commit;
  private final Instant committed;
  private final Instant time;
  private final BooleanSupplier isToStop;
  private final List<Leaf> pages = new ArrayList<>();
  private long position;

  /** The page that is written, as it is when all that was written counts; the next one at first. */
  private Leaf page;

  private PageWriter writer;

  /**
   * @param commit the commit whose graphs are written
   * @param committed when that was made
   * @param isToStop is asked all the time
   */
  MemberWriter(
      EditionFiles files, Edition before, long commit, Instant committed, BooleanSupplier isToStop)
      throws IOException {
    this.files = files;
    this.before = before;
    this.commit = commit;
    this.committed = committed;
    this.time = before.timeAfter(committed);
    this.isToStop = isToStop;
    this.position = before.position();
    this.page = before.openLeaf().orElseGet(() -> empty(before.leaves().size()));
    this.writer = new PageWriter(files.page(page.number()), page.bytes());
  }

  private Leaf empty(int number) {
    return new Leaf(number, 0, 0, 0, false, time, time, commit);
  }

  /**
   * Writes a version of a graph.
   *
   * @param statements what it holds; if nothing, it is written as deleted
   * @param isLast whether it is the last member of the commit
   * @throws CancellationException if it is to stop
   */
  void write(Node graph, Iterator<Quad> statements, boolean isLast) throws IOException {
    if (isFull()) {
      turn();
    }
    position++;
    Node member = NodeFactory.createURI(before.member(position));
    long quads = 0;
    describe(member, graph, !statements.hasNext(), isLast);
    for (; statements.hasNext(); quads++) {
      if (isToStop.getAsBoolean()) {
        throw new CancellationException();
      }
      writer.write(new Quad(member, statements.next().asTriple()));
    }
    page =
        new Leaf(
            page.number(),
            page.bytes(),
            page.members() + 1,
            page.quads() + quads,
            false,
            page.first(),
            time,
            commit);
  }

  private void describe(Node member, Node graph, boolean isDeleted, boolean isLast) {
    describe(NodeFactory.createURI(before.iri()), FeedTerms.MEMBER, member);
    describe(member, FeedTerms.VERSION_OF, graph);
    describe(member, FeedTerms.TIME, FeedTerms.time(time));
    describe(member, FeedTerms.COMMIT, FeedTerms.integer(commit));
    describe(member, FeedTerms.POSITION, FeedTerms.integer(position));
    if (isDeleted) {
      describe(member, RDF.Nodes.type, FeedTerms.DELETE);
    }
    if (isLast) {
      describe(member, FeedTerms.STATUS, FeedTerms.COMPLETED);
    }
  }

  private void describe(Node subject, Node predicate, Node object) {
    writer.write(new Quad(Quad.defaultGraphNodeGenerated, subject, predicate, object));
  }

  private boolean isFull() {
    return page.members() >= MEMBERS_OF_A_PAGE || page.quads() >= QUADS_OF_A_PAGE;
  }

  /** Begins the next page. */
  private void turn() throws IOException {
    put();
    page = empty(page.number() + 1);
    writer = new PageWriter(files.page(page.number()), 0);
  }

  private void put() throws IOException {
    long bytes = writer.force();
    writer.close();
    pages.add(
        new Leaf(
            page.number(),
            bytes,
            page.members(),
            page.quads(),
            isFull(),
            page.first(),
            page.last(),
            page.commit()));
  }

  /** Lets all that was written count. */
  Edition finish() throws IOException {
    if (page.members() > 0) {
      put();
    }
    return files.append(before, pages, commit, committed, position);
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }
}
