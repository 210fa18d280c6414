package org.bluethread.publish.feed;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.rdfpatch.PatchException;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.lang.LabelToNode;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.sparql.core.Quad;
import org.bluethread.graph.KnowledgeGraph;
import org.bluethread.graph.Snapshot;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The change feed: who reads all its members, in their order, and keeps the last version of each
 * graph, has the graph as it is here.
 *
 * <p>A commit tells the feed that it was made and waits for nothing. One thread then reads from the
 * commit log which graphs were touched since the feed was last brought along, and writes each of
 * them as the store has it in one read transaction, so that the members of one commit together are
 * the graph as that commit left it. Commits that come meanwhile are taken together the next time.
 * The thread reads the log after a restart too, and looks through the whole store only to begin a
 * stream: where there is none, where the files are damaged or not of this store, and when old
 * versions take much more room than the present ones.
 *
 * <p>Safe for threads. Start it once, and close it before the graph.
 *
 * @see <a href="https://semiceu.github.io/LinkedDataEventStreams/releases/1.0.0/">Linked Data Event
 *     Streams 1.0.0</a>
 */
public final class Feed implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Feed.class);

  /**
   * A stream is begun anew when it takes more room than this and {@value #MOST_TIMES} times what it
   * began with.
   */
  private static final long LEAST_BYTES = 1L << 30;

  private static final int MOST_TIMES = 8;

  /** After each commit the feed rests, for this many times as long as that took. */
  private static final int REST = 2;

  private static final Duration LONGEST_REST = Duration.ofMinutes(1);

  private final FeedFolder folder;
  private final KnowledgeGraph graph;
  private final long leastBytes;
  private final Semaphore told = new Semaphore(0);
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread follower =
      Thread.ofPlatform().name("feed").priority(Thread.MIN_PRIORITY).unstarted(this::follow);
  private volatile Edition edition;

  /**
   * A feed that stays empty until it is started.
   *
   * @param folder where its files are kept; it is made if need be
   * @param graph what it follows; it is not closed with the feed
   */
  public Feed(Path folder, KnowledgeGraph graph) {
    this(folder, graph, LEAST_BYTES);
  }

  /**
   * Like {@link #Feed(Path, KnowledgeGraph)}.
   *
   * @param leastBytes how much room old versions may always take
   */
  public Feed(Path folder, KnowledgeGraph graph, long leastBytes) {
    this.folder = new FeedFolder(folder);
    this.graph = graph;
    this.leastBytes = leastBytes;
    this.edition = Edition.begin(graph.storeId());
  }

  /** Goes on where the files end, and follows the graph from now on, beside whatever goes on. */
  public void start() {
    folder.read().filter(this::isOfThisGraph).ifPresent(found -> edition = found);
    folder.deleteAllBut(edition);
    graph.addListener((snapshot, delta) -> told.release());
    told.release();
    follower.start();
  }

  /** The feed as it is now. */
  public Edition edition() {
    return edition;
  }

  /**
   * Copies the members of a page, as N-Quads.
   *
   * @param edition what {@link #edition} gave
   * @param leaf one of its pages
   * @throws java.nio.file.NoSuchFileException if another stream has taken its place since
   */
  public void copy(Edition edition, Leaf leaf, OutputStream out) throws IOException {
    try (InputStream in = open(edition, leaf)) {
      in.transferTo(out);
    }
  }

  /**
   * Reads the members of a page.
   *
   * @param edition what {@link #edition} gave
   * @param leaf one of its pages
   * @param to is given the quads, and is not started or finished
   * @throws java.nio.file.NoSuchFileException if another stream has taken its place since
   */
  public void read(Edition edition, Leaf leaf, StreamRDF to) throws IOException {
    try (InputStream in = open(edition, leaf)) {
      RDFParser.source(in)
          .lang(Lang.NQUADS)
          .labelToNode(LabelToNode.createUseLabelAsGiven())
          .checking(false) // It was checked when it came into the graph.
          .parse(new MembersOnly(to));
    }
  }

  private InputStream open(Edition edition, Leaf leaf) throws IOException {
    Path file = folder.files(edition).page(leaf.number());
    return new FirstBytes(Files.newInputStream(file), leaf.bytes());
  }

  /**
   * Whether the graph went the way that the feed knows. It did not if an older copy of the store
   * was put back.
   */
  private boolean isOfThisGraph(Edition found) {
    return found.storeId().equals(graph.storeId())
        && found.commit() <= graph.lastCommit()
        && graph.history().patch(found.commit()).isPresent()
        && time(found.commit()).equals(found.committed());
  }

  private Instant time(long commit) {
    return graph.history().commit(commit).orElseThrow().time();
  }

  private void follow() {
    try {
      while (isToldOfMore()) {
        try {
          rest(bring());
        } catch (CancellationException e) {
          return; // It is closed.
        } catch (IOException | RuntimeException e) {
          LOG.error("The change feed could not follow; it tries again after the next commit", e);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean isToldOfMore() throws InterruptedException {
    told.acquire();
    told.drainPermits();
    return !isClosing();
  }

  private boolean isClosing() {
    return closing.getCount() == 0;
  }

  /** So long, or until it is closed. */
  private void rest(Duration work) throws InterruptedException {
    long rest = work.multipliedBy(REST).toNanos();
    if (closing.await(Math.min(rest, LONGEST_REST.toNanos()), TimeUnit.NANOSECONDS)) {
      throw new CancellationException();
    }
  }

  /**
   * Brings the feed to the graph's last commit.
   *
   * @return how long it worked on what has to be done again and again
   */
  private Duration bring() throws IOException {
    long began = System.nanoTime();
    Edition before = edition;
    Edition after = graph.read(snapshot -> brought(before, snapshot));
    boolean isAnother = !after.id().equals(before.id()) || (before.isNew() && !after.isNew());
    if (isAnother) {
      folder.name(after);
    }
    edition = after;
    if (isAnother) {
      folder.deleteAllBut(after);
      return Duration.ZERO;
    }
    return Duration.ofNanos(System.nanoTime() - began);
  }

  private Edition brought(Edition before, Snapshot snapshot) {
    boolean isThere = before.commit() == snapshot.commit();
    if (isThere || graph.history().patch(snapshot.commit()).isEmpty()) {
      return before; // Who confirms the entry of the commit tells of it.
    }
    try {
      Optional<Set<Node>> touched = touched(before, snapshot);
      return touched.isPresent()
          ? write(before, touched.get(), snapshot)
          : write(Edition.begin(graph.storeId()), all(snapshot), snapshot);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The graphs that are to be written; empty if a stream has to be begun. */
  private Optional<Set<Node>> touched(Edition before, Snapshot snapshot) throws IOException {
    if (before.isNew() || before.bytes() > leastBytes + MOST_TIMES * before.firstBytes()) {
      return Optional.empty();
    }
    if (!folder.files(before).canGrow(before)) {
      LOG.warn("Files of the change feed are lost or damaged: it is made again");
      return Optional.empty();
    }
    try {
      return Optional.of(TouchedGraphs.of(graph, before.commit() + 1, snapshot.commit()));
    } catch (NoSuchElementException | UncheckedIOException | PatchException e) {
      LOG.warn("The change feed is made again: the commit log does not lead to it", e);
      return Optional.empty();
    }
  }

  private Set<Node> all(Snapshot snapshot) {
    Set<Node> names = new LinkedHashSet<>();
    snapshot.dataset().listGraphNodes().forEachRemaining(names::add);
    Node unnamed = graph.defaultGraph().node();
    if (snapshot.dataset().contains(unnamed, Node.ANY, Node.ANY, Node.ANY)) {
      names.add(unnamed);
    }
    return names;
  }

  private Edition write(Edition before, Set<Node> graphs, Snapshot snapshot) throws IOException {
    long commit = snapshot.commit();
    try (MemberWriter writer =
        new MemberWriter(folder.files(before), before, commit, time(commit), this::isClosing)) {
      for (Iterator<Node> left = graphs.iterator(); left.hasNext(); ) {
        Node name = left.next();
        Iterator<Quad> statements = snapshot.dataset().find(name, Node.ANY, Node.ANY, Node.ANY);
        try {
          writer.write(name, statements, !left.hasNext());
        } finally {
          Iter.close(statements);
        }
      }
      return writer.finish();
    }
  }

  /** Stops following, at once; what was begun is done again by the next who opens the feed. */
  @Override
  public void close() {
    closing.countDown();
    told.release();
    try {
      follower.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
