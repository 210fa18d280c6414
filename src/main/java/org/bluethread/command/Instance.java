package org.bluethread.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.bluethread.facade.Facade;
import org.bluethread.facade.Settings;
import org.bluethread.facade.Sources;
import org.bluethread.facade.access.Tokens;
import org.bluethread.federation.Federation;
import org.bluethread.federation.Members;
import org.bluethread.federation.MembersException;
import org.bluethread.gate.Result;
import org.bluethread.graph.KnowledgeGraph;
import org.bluethread.graph.Outcome;
import org.bluethread.graph.Release;
import org.bluethread.graph.Snapshot;
import org.bluethread.graph.Store;
import org.bluethread.lookup.ThingIndex;
import org.bluethread.publish.ThingIndexer;
import org.bluethread.publish.catalogue.Dumps;
import org.bluethread.publish.feed.Feed;
import org.bluethread.publish.informea.InforMea;
import org.bluethread.publish.sitemap.PageDates;
import org.bluethread.query.Shelf;
import org.bluethread.trace.LinkFollower;
import org.bluethread.trace.links.LinkIndex;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everything that runs on a data directory, put together: the store and its graph, brought to the
 * release, the look-up index that follows it, and the door in front of them.
 */
final class Instance implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Instance.class);
  private static final int MOST_FINDINGS_TOLD = 10;

  private final DataDirectory directory;
  private final KnowledgeGraph graph;
  private final ThingIndex index;
  private final Dumps dumps;
  private final Federation federation;
  private final Feed feed;
  private final Facade facade;
  private final Refresher refresher;

  private Instance(
      DataDirectory directory,
      KnowledgeGraph graph,
      ThingIndex index,
      Dumps dumps,
      Federation federation,
      Feed feed,
      Facade facade) {
    this.directory = directory;
    this.graph = graph;
    this.index = index;
    this.dumps = dumps;
    this.federation = federation;
    this.feed = feed;
    this.facade = facade;
    this.refresher = new Refresher(graph);
  }

  /**
   * Opens a data directory and brings it to the release, unless it is to stay without.
   *
   * @param home the folder with what the release ships
   * @param choice which store
   * @param seed whether a new directory gets what the release ships
   * @param tokens who may write
   * @throws CommandException if another process has the directory, or its file of members cannot be
   *     used
   * @throws org.bluethread.graph.StoreException if the store cannot be opened so
   */
  static Instance open(
      DataDirectory directory, Path home, StoreChoice choice, boolean seed, Tokens tokens) {
    boolean inMemory = choice.inMemory();
    Store store = choice.open(directory.store());
    Path log = inMemory ? directory.emptyLog() : directory.log();
    KnowledgeGraph graph = KnowledgeGraph.open(store, log);
    try {
      directory.noteElsewhere(choice.elsewhere());
      if (!seed && !inMemory && graph.read(Snapshot::commit) == 0) {
        directory.leaveUnseeded();
      }
      if (seed && !choice.elsewhere() && !directory.isUnseeded()) {
        new Release(home).load(graph).ifPresent(Instance::tellFindings);
      }
      return around(graph, directory, inMemory, home, tokens);
    } catch (RuntimeException e) {
      graph.close();
      throw e;
    }
  }

  /** Tells what new shapes of the release find in data that were here before. */
  private static void tellFindings(Outcome outcome) {
    List<Result> findings = outcome.report().standing();
    findings.stream()
        .limit(MOST_FINDINGS_TOLD)
        .forEach(
            finding ->
                LOG.warn("<{}>, stored before: {}", finding.focusNode(), finding.message("en")));
    if (findings.size() > MOST_FINDINGS_TOLD) {
      LOG.warn("… and {} more findings", findings.size() - MOST_FINDINGS_TOLD);
    }
  }

  private static Instance around(
      KnowledgeGraph graph, DataDirectory directory, boolean inMemory, Path home, Tokens tokens) {
    ThingIndex index = inMemory ? ThingIndex.inMemory() : ThingIndex.open(directory.lookup());
    try {
      ThingIndexer.follow(graph, index);
      LinkIndex links = new LinkIndex();
      LinkFollower.follow(graph, links);
      Feed feed = new Feed(inMemory ? directory.emptyFeed() : directory.feed(), graph);
      Dumps dumps = new Dumps(directory.dumps(), new Release(home), Version.current());
      Federation federation = federation(directory, graph);
      Sources sources =
          new Sources(
              graph,
              Shelf.load(home.resolve("queries")),
              index,
              links,
              dumps,
              new PageDates(graph, keptAt(directory.pageDates(), inMemory)),
              federation,
              feed,
              new InforMea(graph, keptAt(directory.informea(), inMemory)));
      Facade facade = new Facade(sources, tokens, Settings.usual(Version.build()));
      return new Instance(directory, graph, index, dumps, federation, feed, facade);
    } catch (RuntimeException e) {
      index.close();
      throw e;
    }
  }

  private static Optional<Path> keptAt(Path file, boolean inMemory) {
    return inMemory ? Optional.empty() : Optional.of(file);
  }

  private static Federation federation(DataDirectory directory, KnowledgeGraph graph) {
    try {
      Path file = directory.members();
      Members members = Files.exists(file) ? Members.read(file) : Members.onlyHere();
      return new Federation(members, graph.dataset());
    } catch (MembersException e) {
      throw new CommandException(
          ExitCode.FAILED, e.getMessage() + " docs/operating.md says what may stand there.");
    }
  }

  KnowledgeGraph graph() {
    return graph;
  }

  /** Opens the door and says at which port. */
  int listen(String host, int port) {
    return facade.start(host, port);
  }

  /**
   * Lets what takes its time be made ready beside whatever else goes on, for those who serve:
   * commands are over before anybody could ask.
   *
   * @param between how long to wait from one refresh of a store elsewhere to the next; empty for no
   *     refresh but the first
   */
  void prepare(Optional<Duration> between) {
    if (graph.isElsewhere()) {
      refresher.start(between);
    } else {
      prepareDumps();
      feed.start();
    }
  }

  /**
   * Lets the files of the release be made beside whatever else goes on, if they are not there: they
   * take some seconds, which nobody who asks for them should have to wait.
   */
  private void prepareDumps() {
    graph
        .read(Release::fingerprint)
        .ifPresent(
            fingerprint ->
                Thread.ofPlatform()
                    .daemon()
                    .name("dumps")
                    .priority(Thread.MIN_PRIORITY)
                    .start(() -> make(fingerprint)));
  }

  private void make(String fingerprint) {
    try {
      dumps.of(fingerprint);
    } catch (RuntimeException e) {
      LOG.error("The files of the release could not be made; who asks for them tries again", e);
    }
  }

  @Override
  public void close() {
    refresher.close();
    facade.close();
    federation.close();
    feed.close();
    index.close();
    graph.close();
    directory.close();
  }
}
