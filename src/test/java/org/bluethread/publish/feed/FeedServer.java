package org.bluethread.publish.feed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Set;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.bluethread.facade.Facade;
import org.bluethread.facade.Settings;
import org.bluethread.facade.access.Tokens;
import org.bluethread.graph.DefaultGraph;
import org.bluethread.graph.KnowledgeGraph;
import org.bluethread.graph.Store;
import org.bluethread.lookup.ThingIndex;
import org.bluethread.support.BareSources;
import org.bluethread.support.TestGraph;

/** A server whose graph is on disk and can be opened again, with its feed started. */
final class FeedServer implements AutoCloseable {
  /** More than tests write: the feed is then never begun anew for its size. */
  private static final long ROOM = 1L << 30;

  private final KnowledgeGraph graph;
  private final ThingIndex index = ThingIndex.inMemory();
  private final Feed feed;
  private final Facade facade;
  private final URI address;
  private final HttpClient client = HttpClient.newHttpClient();

  private FeedServer(Path directory, DefaultGraph defaultGraph, long leastBytes) {
    this.graph =
        KnowledgeGraph.open(
            Store.onDisk(directory.resolve("store"), defaultGraph), directory.resolve("log"));
    this.feed = new Feed(directory.resolve("feed"), graph, leastBytes);
    this.facade =
        new Facade(
            BareSources.of(graph, index, feed, directory),
            Tokens.only("tester", "a-token-for-the-test"),
            Settings.usual("test"));
    this.address = URI.create("http://127.0.0.1:" + facade.start("127.0.0.1", 0) + "/feed");
    feed.start();
  }

  static FeedServer open(Path directory) {
    return new FeedServer(directory, DefaultGraph.UNION, ROOM);
  }

  static FeedServer separate(Path directory) {
    return new FeedServer(directory, DefaultGraph.SEPARATE, ROOM);
  }

  static FeedServer withRoom(Path directory, long leastBytes) {
    return new FeedServer(directory, DefaultGraph.UNION, leastBytes);
  }

  KnowledgeGraph graph() {
    return graph;
  }

  URI address() {
    return address;
  }

  Edition edition() {
    return feed.edition();
  }

  /** Runs an update and gives the number of the commit. */
  long update(String update) {
    return graph.write(TestGraph.request(TestGraph.sparql(update))).commit().orElseThrow().number();
  }

  /** Waits for the feed to have got to the last commit. */
  Edition caughtUp() {
    while (feed.edition().commit() < graph.lastCommit()) {
      Thread.onSpinWait();
    }
    return feed.edition();
  }

  /** All statements, those of an own default graph too. */
  Set<Quad> quads() {
    return graph.read(
        snapshot ->
            Iter.toSet(
                graph.defaultGraph().find(snapshot.dataset(), Node.ANY, Node.ANY, Node.ANY)));
  }

  HttpResponse<String> get(String address, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(this.address.resolve(address));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    client.close();
    facade.close();
    feed.close();
    index.close();
    graph.close();
  }
}
