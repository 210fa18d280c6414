package org.bluethread.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.riot.Lang;
import org.bluethread.endpoint.RdfBody;
import org.bluethread.facade.Facade;
import org.bluethread.facade.Settings;
import org.bluethread.facade.Sources;
import org.bluethread.facade.access.Scope;
import org.bluethread.facade.access.Tokens;
import org.bluethread.federation.Federation;
import org.bluethread.federation.Members;
import org.bluethread.graph.Author;
import org.bluethread.graph.DefaultGraph;
import org.bluethread.graph.KnowledgeGraph;
import org.bluethread.graph.Outcome;
import org.bluethread.graph.Release;
import org.bluethread.graph.Store;
import org.bluethread.graph.WriteRequest;
import org.bluethread.graph.remote.Endpoint;
import org.bluethread.graph.remote.RemoteSource;
import org.bluethread.lookup.ThingIndex;
import org.bluethread.publish.ThingIndexer;
import org.bluethread.publish.catalogue.Dumps;
import org.bluethread.publish.feed.Feed;
import org.bluethread.publish.informea.InforMea;
import org.bluethread.publish.sitemap.PageDates;
import org.bluethread.query.Shelf;
import org.bluethread.trace.LinkFollower;
import org.bluethread.trace.links.LinkIndex;
import org.bluethread.vocabulary.Addresses;

/** A real server on a free port, over a real store in memory, and a real client for it. */
public final class TestServer implements AutoCloseable {
  /** A token with every scope. */
  public static final String TOKEN = "token-with-every-scope";

  /** A token that may write, but not to what a release ships. */
  public static final String WRITE_ONLY_TOKEN = "token-that-may-only-write";

  private static final Path HOME = Path.of("").toAbsolutePath();
  private static final Path QUERIES = HOME.resolve("queries");

  private final Path folder;
  private final Path log;
  private final KnowledgeGraph graph;
  private final ThingIndex index;
  private final Federation federation;
  private final Facade facade;
  private final URI address;
  private final HttpClient client = HttpClient.newHttpClient();

  private TestServer(Settings settings, DefaultGraph defaultGraph, Path queries, Members members) {
    this(settings, inMemory(Store.inMemory(defaultGraph)), queries, members);
  }

  /**
   * What a server stands on.
   *
   * @param folder for files; deleted with the server
   * @param log where the commit log stands
   */
  private record Ground(Path folder, Path log, Store store, ThingIndex index) {}

  private static Ground inMemory(Store store) {
    Path folder = folder();
    return new Ground(folder, folder.resolve("log"), store, ThingIndex.inMemory());
  }

  private static Ground withWhatIsShipped() {
    Path data = ShippedData.copyTo(folder());
    return new Ground(
        data, ShippedData.log(data), ShippedData.store(data), ShippedData.index(data));
  }

  private static Path folder() {
    try {
      return Files.createTempDirectory("bluethread-test");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private TestServer(Settings settings, Ground ground, Path queries, Members members) {
    this.folder = ground.folder();
    this.log = ground.log();
    this.index = ground.index();
    this.graph = KnowledgeGraph.open(ground.store(), log);
    Tokens tokens =
        Tokens.only("tester", TOKEN).with("writer", Set.of(Scope.WRITE), WRITE_ONLY_TOKEN);
    ThingIndexer.follow(graph, index);
    LinkIndex links = new LinkIndex();
    LinkFollower.follow(graph, links);
    Dumps dumps = new Dumps(folder.resolve("dumps"), new Release(HOME), "test");
    this.federation = new Federation(members, graph.dataset());
    Sources sources =
        new Sources(
            graph,
            Shelf.load(queries),
            index,
            links,
            dumps,
            new PageDates(graph, Optional.empty()),
            federation,
            new Feed(folder.resolve("feed"), graph),
            new InforMea(graph, Optional.empty()));
    this.facade = new Facade(sources, tokens, settings);
    this.address = URI.create("http://127.0.0.1:" + facade.start("127.0.0.1", 0) + "/");
  }

  /** Starts a server on an empty graph. */
  public static TestServer start() {
    return start(Settings.usual("test"));
  }

  /** Starts a server on an empty graph with named queries of its own. */
  public static TestServer asking(Path queries) {
    return new TestServer(Settings.usual("test"), DefaultGraph.UNION, queries, Members.onlyHere());
  }

  /** Starts a server on an empty graph with limits of its own. */
  public static TestServer start(Settings settings) {
    return new TestServer(settings, DefaultGraph.UNION, QUERIES, Members.onlyHere());
  }

  /** Starts a server on an empty graph that has a default graph of its own. */
  public static TestServer separate() {
    return new TestServer(
        Settings.usual("test"), DefaultGraph.SEPARATE, QUERIES, Members.onlyHere());
  }

  /** Starts a server on an empty graph that may ask others. */
  public static TestServer federated(Members members) {
    return new TestServer(Settings.usual("test"), DefaultGraph.UNION, QUERIES, members);
  }

  /** Starts a server on a store elsewhere, which it has not read yet. */
  public static TestServer elsewhere(String url) {
    return elsewhere(url, Members.onlyHere());
  }

  /** Starts a server on a store elsewhere, which it has not read yet, that may ask others. */
  public static TestServer elsewhere(String url, Members members) {
    RemoteSource source = new RemoteSource(Endpoint.of(url, Optional.empty()));
    return new TestServer(
        Settings.usual("test"), inMemory(Store.elsewhere(source)), QUERIES, members);
  }

  /** Starts a server on what the project ships. */
  public static TestServer shipped() {
    return new TestServer(Settings.usual("test"), withWhatIsShipped(), QUERIES, Members.onlyHere());
  }

  /**
   * The server on what the project ships that all tests share which only read. Nobody closes it or
   * writes to it.
   */
  public static TestServer shared() {
    return Shared.SERVER;
  }

  /** Loads what is shipped when the first test asks for it. */
  private static final class Shared {
    private static final TestServer SERVER = shipped();
  }

  /** The graph behind the server. */
  public KnowledgeGraph graph() {
    return graph;
  }

  /** Where the commit log stands. */
  public Path log() {
    return log;
  }

  /** The address of a path that is given without leading slash. */
  public URI address(String path) {
    return address.resolve(path);
  }

  /** Writes TriG straight into the graph, with the right to change anything. */
  public Outcome write(String trig) {
    RdfBody body = new RdfBody(trig.getBytes(StandardCharsets.UTF_8), Lang.TRIG, Addresses.BASE);
    return graph.write(
        new WriteRequest(
            new Author("tester", true),
            "test",
            "",
            body.hash(),
            body.addTo(Addresses.UNATTRIBUTED_GRAPH)));
  }

  /** Puts shapes in force. */
  public Outcome shapes(String turtle) {
    RdfBody body =
        new RdfBody(turtle.getBytes(StandardCharsets.UTF_8), Lang.TURTLE, Addresses.BASE);
    return graph.write(
        new WriteRequest(
            new Author("tester", true),
            "test",
            "",
            body.hash(),
            body.addTo(Addresses.SHAPES_GRAPH)));
  }

  /** A request to a path that is given without leading slash. */
  public HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(address(path));
  }

  /** Sends a request. */
  public HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Gets a path with an Accept header. */
  public HttpResponse<String> get(String path, String accept) {
    return send(request(path).header("Accept", accept));
  }

  /** Posts a body with the token that has every scope. */
  public HttpResponse<String> post(String path, String contentType, String body) {
    return send(
        request(path)
            .header("Authorization", "Bearer " + TOKEN)
            .header("Content-Type", contentType)
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  @Override
  public void close() {
    client.close();
    facade.close();
    federation.close();
    index.close();
    graph.close();
    ShippedData.delete(folder);
  }
}
