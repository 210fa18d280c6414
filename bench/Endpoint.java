import io.javalin.Javalin;
import java.io.BufferedReader;
import java.io.IOException;
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
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sys.JenaSystem;
import org.bluethread.facade.Facade;
import org.bluethread.graph.Author;
import org.bluethread.graph.KnowledgeGraph;
import org.bluethread.graph.Store;
import org.bluethread.graph.WriteRequest;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConnectionFactory;

/**
 * Requests a second at {@code /sparql} over a million triples on disk, side by side in one run:
 * this server, bare Fuseki with a response buffer as small as ours, and bare Fuseki as it ships,
 * all in one process on one store; and a 304 beside a static body of the same size. The servers
 * have one half of the processors, the client the other. The servers take turns; the median of the
 * rounds is told, its ratio to the second, and the time of the processor that a request took.
 *
 * <p>{@code mvn -q -Pbench -Dbench=Endpoint}, or with {@code -Dargs=10000} answers of so many rows
 * alone; on Linux (taskset, /proc).
 */
final class Endpoint {
  private static final int ROUNDS = 5;
  private static final int WARM_UP = 15;
  private static final long ROUND_MILLIS = 1500;
  private static final int CLIENTS = 2;
  private static final int BUFFER = 32 * 1024;
  private static final int TRIPLES = 1_000_000;
  private static final int A_COMMIT = 100_000;
  private static final String OWN = "BlueThread";
  private static final String TUNED = "Fuseki, 32 KiB buffer";
  private static final String SHIPPED = "Fuseki as shipped";
  private static final String STATIC = "static body";

  private Endpoint() {}

  public static void main(String[] arguments) throws Exception {
    if (arguments.length > 0 && arguments[0].equals("serve")) {
      serve(Path.of(arguments[1]));
      return;
    }
    int half = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    pin(ProcessHandle.current().pid(), half, 2 * half - 1);
    Path folder = Files.createTempDirectory("bench");
    Process server =
        new ProcessBuilder(
                "taskset",
                "-c",
                "0-" + (half - 1),
                ProcessHandle.current().info().command().orElseThrow(),
                "-Xmx3g",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=error",
                "-Dorg.slf4j.simpleLogger.log.org.bluethread=error",
                "-cp",
                System.getProperty("java.class.path"),
                "bench/Endpoint.java",
                "serve",
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader said = server.inputReader(StandardCharsets.UTF_8)) {
      Map<String, String> servers = new LinkedHashMap<>();
      for (String line = said.readLine(); !line.equals("ready"); line = said.readLine()) {
        String[] parts = line.split("\t", 2);
        servers.put(parts[0], parts[1]);
      }
      String still = servers.remove(STATIC);
      if (arguments.length > 0) {
        int rows = Integer.parseInt(arguments[0]);
        measure(rows + " rows", server.pid(), questions(servers, rows), TUNED, WARM_UP);
        return;
      }
      for (int rows : new int[] {1, 100, 10_000}) {
        measure(rows + " rows", server.pid(), questions(servers, rows), TUNED, WARM_UP);
      }
      measure("1 row, each query new", server.pid(), news(servers, 1), TUNED, WARM_UP);
      measure("100 rows, each query new", server.pid(), news(servers, 100), TUNED, WARM_UP);
      measure("304", server.pid(), unchanged(servers.get(OWN), still), STATIC, WARM_UP);
      servers.remove(SHIPPED);
      measure("1000000 rows", server.pid(), questions(servers, TRIPLES), TUNED, 1);
    } finally {
      server.destroy();
      server.waitFor();
    }
  }

  private static void pin(long process, int first, int last) throws Exception {
    new ProcessBuilder("taskset", "-acp", first + "-" + last, Long.toString(process))
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }

  /** Serves until the process is ended; says where. */
  private static void serve(Path folder) {
    JenaSystem.init();
    KnowledgeGraph graph =
        KnowledgeGraph.open(Store.onDisk(folder.resolve("store")), folder.resolve("log"));
    fill(graph);
    Facade facade = new Served(graph, folder).door();
    Javalin still =
        Javalin.create(
                config -> {
                  config.startup.showJavalinBanner = false;
                  config.routes.get("/sparql", ctx -> ctx.result("x".repeat(300)));
                })
            .start("127.0.0.1", 0);
    say(OWN, facade.start("127.0.0.1", 0), "/sparql");
    say(TUNED, fuseki(graph, BUFFER).getPort(), "/ds/sparql");
    say(SHIPPED, fuseki(graph, 0).getPort(), "/ds/sparql");
    say(STATIC, still.port(), "/sparql");
    System.out.println("ready");
  }

  private static void say(String name, int port, String path) {
    System.out.println(name + "\thttp://127.0.0.1:" + port + path);
  }

  private static void fill(KnowledgeGraph graph) {
    Node g = NodeFactory.createURI("http://example.org/g");
    Node p = NodeFactory.createURI("http://example.org/p");
    for (int from = 0; from < TRIPLES; from += A_COMMIT) {
      int first = from;
      graph.write(
          new WriteRequest(
              Author.RELEASE,
              "bench",
              "",
              "seed",
              target ->
                  IntStream.range(first, first + A_COMMIT)
                      .forEach(
                          i ->
                              target.add(
                                  g,
                                  NodeFactory.createURI("http://example.org/s" + i),
                                  p,
                                  NodeFactory.createLiteralString("value " + i)))));
    }
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

  /** The same query each time. */
  private static Map<String, Supplier<HttpRequest>> questions(
      Map<String, String> servers, int rows) {
    Map<String, Supplier<HttpRequest>> requests = new LinkedHashMap<>();
    servers.forEach(
        (name, address) -> {
          HttpRequest request = question(address, query(rows)).build();
          requests.put(name, () -> request);
        });
    return requests;
  }

  /** Queries of which no server has read the text before. */
  private static Map<String, Supplier<HttpRequest>> news(Map<String, String> servers, int rows) {
    AtomicLong number = new AtomicLong();
    Map<String, Supplier<HttpRequest>> requests = new LinkedHashMap<>();
    servers.forEach(
        (name, address) ->
            requests.put(
                name,
                () -> question(address, query(rows) + " #" + number.incrementAndGet()).build()));
    return requests;
  }

  private static String query(int rows) {
    return "SELECT ?s ?o { ?s <http://example.org/p> ?o } LIMIT " + rows;
  }

  private static HttpRequest.Builder question(String address, String query) {
    URI uri = URI.create(address + "?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8));
    return HttpRequest.newBuilder(uri).header("Accept", "application/sparql-results+json");
  }

  /** Asks for what the client has already, and for a body that costs nothing to make. */
  private static Map<String, Supplier<HttpRequest>> unchanged(String own, String still)
      throws Exception {
    String query = query(100);
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<Void> first =
          client.send(question(own, query).build(), HttpResponse.BodyHandlers.discarding());
      String tag = first.headers().firstValue("ETag").orElseThrow();
      HttpRequest known = question(own, query).header("If-None-Match", tag).build();
      HttpRequest body = question(still, query).build();
      Map<String, Supplier<HttpRequest>> requests = new LinkedHashMap<>();
      requests.put("304", () -> known);
      requests.put(STATIC, () -> body);
      return requests;
    }
  }

  /** What a round gave: requests a second, and milliseconds of the processor for each. */
  private record Round(double rate, double processor) {}

  private static void measure(
      String title,
      long server,
      Map<String, Supplier<HttpRequest>> requests,
      String base,
      int warmUp)
      throws Exception {
    Map<String, List<Round>> rounds = new LinkedHashMap<>();
    for (int round = -warmUp; round < ROUNDS; round++) {
      for (Map.Entry<String, Supplier<HttpRequest>> request : requests.entrySet()) {
        Round done = round(server, request.getValue());
        if (round >= 0) {
          rounds.computeIfAbsent(request.getKey(), name -> new ArrayList<>()).add(done);
        }
      }
    }
    double[] bases = rates(rounds.get(base));
    System.out.printf("%n%s%n", title);
    rounds.forEach(
        (name, done) -> {
          double[] rates = rates(done);
          double[] processor = done.stream().mapToDouble(Round::processor).sorted().toArray();
          System.out.printf(
              "  %-22s %9.1f requests/s  %.2f  (rounds %.1f to %.1f)  %.3f ms of the processor%n",
              name,
              median(rates),
              median(rates) / median(bases),
              rates[0],
              rates[rates.length - 1],
              median(processor));
        });
  }

  private static double[] rates(List<Round> rounds) {
    return rounds.stream().mapToDouble(Round::rate).sorted().toArray();
  }

  private static double median(double[] sorted) {
    return sorted[sorted.length / 2];
  }

  private static Round round(long server, Supplier<HttpRequest> request) throws Exception {
    long end = System.nanoTime() + ROUND_MILLIS * 1_000_000;
    long start = System.nanoTime();
    double processor = processorMillis(server);
    long requests = 0;
    try (HttpClient client = HttpClient.newHttpClient();
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
      List<Future<Long>> counts = new ArrayList<>();
      for (int i = 0; i < CLIENTS; i++) {
        counts.add(clients.submit(() -> ask(client, request, end)));
      }
      for (Future<Long> count : counts) {
        requests += count.get();
      }
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    return new Round(requests / seconds, (processorMillis(server) - processor) / requests);
  }

  /** The processor's time that a process has had so far, in steps of 10 ms. */
  private static double processorMillis(long process) throws IOException {
    String stat = Files.readString(Path.of("/proc", Long.toString(process), "stat"));
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * 10.0;
  }

  private static long ask(HttpClient client, Supplier<HttpRequest> questions, long end)
      throws Exception {
    byte[] buffer = new byte[64 * 1024];
    long requests = 0;
    while (System.nanoTime() < end) {
      HttpRequest request = questions.get();
      HttpResponse<InputStream> answer =
          client.send(request, HttpResponse.BodyHandlers.ofInputStream());
      if (answer.statusCode() != 200 && answer.statusCode() != 304) {
        throw new IllegalStateException("Status " + answer.statusCode() + " of " + request.uri());
      }
      try (InputStream body = answer.body()) {
        while (body.read(buffer) >= 0) {
          // What comes is read and dropped.
        }
      }
      requests++;
    }
    return requests;
  }
}
