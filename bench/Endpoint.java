import io.javalin.Javalin;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sys.JenaSystem;
import org.bluethread.facade.Facade;
import org.bluethread.facade.Settings;
import org.bluethread.facade.access.Tokens;
import org.bluethread.graph.Author;
import org.bluethread.graph.KnowledgeGraph;
import org.bluethread.graph.Release;
import org.bluethread.graph.Store;
import org.bluethread.graph.WriteRequest;
import org.bluethread.lookup.ThingIndex;
import org.bluethread.publish.catalogue.Dumps;
import org.bluethread.query.Shelf;
import org.bluethread.trace.links.LinkIndex;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConnectionFactory;

/**
 * Requests a second at {@code /sparql}, side by side in one process and one run: this server, bare
 * Fuseki as it ships, bare Fuseki with a small response buffer, and bare Fuseki behind a proxy on
 * the loopback interface. The servers take turns; the median of the rounds is told, and its ratio
 * to bare Fuseki with the small buffer.
 *
 * <p>Run by {@code bench/run Endpoint}.
 */
final class Endpoint {
  private static final int ROUNDS = 5;
  private static final int WARM_UP = 3;
  private static final long ROUND_MILLIS = 1200;
  private static final int CLIENTS = 2;
  private static final int BUFFER = 32 * 1024;
  private static final int SUBJECTS = 20_000;

  public static void main(String[] arguments) throws Exception {
    JenaSystem.init();
    Path log = Files.createTempDirectory("bench");
    KnowledgeGraph graph = KnowledgeGraph.open(Store.inMemory(), log);
    fill(graph);
    Facade facade =
        new Facade(
            graph,
            new Shelf(List.of()),
            ThingIndex.inMemory(),
            new LinkIndex(),
            new Dumps(log.resolve("dumps"), new Release(log), "bench"),
            Tokens.only("bench", "a-token-for-the-bench"),
            Settings.usual("bench"));
    int own = facade.start("127.0.0.1", 0);
    FusekiServer shipped = fuseki(graph, 0);
    FusekiServer tuned = fuseki(graph, BUFFER);
    Javalin proxy = proxy(tuned.getPort());
    Map<String, String> servers = new LinkedHashMap<>();
    servers.put("BlueThread", "http://127.0.0.1:" + own + "/sparql");
    servers.put("Fuseki, 32 KiB buffer", "http://127.0.0.1:" + tuned.getPort() + "/ds/sparql");
    servers.put("Fuseki as shipped", "http://127.0.0.1:" + shipped.getPort() + "/ds/sparql");
    servers.put("Fuseki behind a proxy", "http://127.0.0.1:" + proxy.port() + "/sparql");
    for (int rows : new int[] {1, 100, 10_000}) {
      measure(servers, rows);
    }
    System.exit(0);
  }

  private static void fill(KnowledgeGraph graph) {
    Node g = NodeFactory.createURI("http://example.org/g");
    Node p = NodeFactory.createURI("http://example.org/p");
    graph.write(
        new WriteRequest(
            Author.RELEASE,
            "bench",
            "",
            "seed",
            target ->
                IntStream.range(0, SUBJECTS)
                    .forEach(
                        i ->
                            target.add(
                                g,
                                NodeFactory.createURI("http://example.org/s" + i),
                                p,
                                NodeFactory.createLiteralString("value " + i)))));
  }

  private static FusekiServer fuseki(KnowledgeGraph graph, int buffer) {
    FusekiServer server =
        FusekiServer.create().port(0).loopback(true).add("/ds", graph.dataset(), false).build();
    if (buffer > 0) {
      for (Connector connector : server.getJettyServer().getConnectors()) {
        connector
            .getConnectionFactory(HttpConnectionFactory.class)
            .getHttpConfiguration()
            .setOutputBufferSize(buffer);
      }
    }
    return server.start();
  }

  private static Javalin proxy(int port) {
    HttpClient client = HttpClient.newHttpClient();
    return Javalin.create(
            config -> {
              config.startup.showJavalinBanner = false;
              config.routes.get(
                  "/sparql",
                  ctx -> {
                    HttpResponse<InputStream> answer =
                        client.send(
                            HttpRequest.newBuilder(
                                    URI.create(
                                        "http://127.0.0.1:"
                                            + port
                                            + "/ds/sparql?"
                                            + ctx.queryString()))
                                .header("Accept", ctx.header("Accept"))
                                .build(),
                            HttpResponse.BodyHandlers.ofInputStream());
                    try (InputStream body = answer.body()) {
                      body.transferTo(ctx.res().getOutputStream());
                    }
                  });
            })
        .start("127.0.0.1", 0);
  }

  private static void measure(Map<String, String> servers, int rows) throws Exception {
    String query = "SELECT ?s ?o { ?s <http://example.org/p> ?o } LIMIT " + rows;
    Map<String, List<Double>> rates = new LinkedHashMap<>();
    for (int round = -WARM_UP; round < ROUNDS; round++) {
      for (Map.Entry<String, String> server : servers.entrySet()) {
        double rate = rate(server.getValue(), query);
        if (round >= 0) {
          rates.computeIfAbsent(server.getKey(), name -> new ArrayList<>()).add(rate);
        }
      }
    }
    double base = median(rates.get("Fuseki, 32 KiB buffer"));
    System.out.printf("%n%d rows%n", rows);
    rates.forEach(
        (name, values) ->
            System.out.printf(
                "  %-24s %9.1f requests/s   %.2f   (rounds %.0f to %.0f)%n",
                name,
                median(values),
                median(values) / base,
                values.stream().min(Double::compare).orElseThrow(),
                values.stream().max(Double::compare).orElseThrow()));
  }

  private static double median(List<Double> values) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    return sorted[sorted.length / 2];
  }

  private static double rate(String address, String query) throws Exception {
    URI uri = URI.create(address + "?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8));
    long end = System.nanoTime() + ROUND_MILLIS * 1_000_000;
    long start = System.nanoTime();
    long requests = 0;
    try (HttpClient client = HttpClient.newHttpClient();
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
      List<Future<Long>> counts = new ArrayList<>();
      for (int i = 0; i < CLIENTS; i++) {
        counts.add(clients.submit(() -> ask(client, uri, end)));
      }
      for (Future<Long> count : counts) {
        requests += count.get();
      }
    }
    return requests / ((System.nanoTime() - start) / 1e9);
  }

  private static long ask(HttpClient client, URI uri, long end) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(uri).header("Accept", "application/sparql-results+json").build();
    long requests = 0;
    while (System.nanoTime() < end) {
      HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
      if (answer.statusCode() != 200) {
        throw new IllegalStateException("Status " + answer.statusCode() + " from " + uri);
      }
      requests++;
    }
    return requests;
  }
}
