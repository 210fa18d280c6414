import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sys.JenaSystem;
import org.bluethread.federation.AddressKind;
import org.bluethread.federation.Member;
import org.bluethread.federation.Members;
import org.bluethread.graph.Author;
import org.bluethread.graph.KnowledgeGraph;
import org.bluethread.graph.Store;
import org.bluethread.graph.WriteRequest;

/**
 * A join of 1,000 bindings over two bare Fuseki servers: by FedX at {@code /federation}, by plain
 * SERVICE in the first of them, and by hand, with VALUES of a hundred each; and a SERVICE of ours
 * from this graph to the second. In one run, the contenders taking turns; the median of the rounds
 * in milliseconds.
 *
 * <pre>mvn -q -Pbench -Dbench=Federation [-Dargs="ROUNDS"]</pre>
 */
public final class Federation {
  private static final int BINDINGS = 1000;
  private static final int LABELS = 20_000;
  private static final int BLOCK = 100;
  private static final String OF = "<http://example.org/of>";
  private static final String LABEL = "<http://example.org/label>";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client = HttpClient.newHttpClient();

  private Federation() {}

  /** Runs it; the argument is the number of rounds, 15 if not given. */
  public static void main(String[] args) throws Exception {
    JenaSystem.init();
    int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 15;
    new Federation().run(rounds);
    System.exit(0);
  }

  private void run(int rounds) throws Exception {
    FusekiServer first = fuseki(BINDINGS, "r%d", "of", "x%d");
    FusekiServer second = fuseki(LABELS, "x%d", "label", null);
    String firstAddress = "http://127.0.0.1:" + first.getPort() + "/ds/query";
    String secondAddress = "http://127.0.0.1:" + second.getPort() + "/ds/query";
    Path folder = Files.createTempDirectory("federation");
    KnowledgeGraph graph = KnowledgeGraph.open(Store.inMemory(), folder.resolve("log"));
    graph.write(
        new WriteRequest(
            new Author("bench", true),
            "bench",
            "",
            "seed",
            target -> statements(BINDINGS, "r%d", "of", "x%d").forEach(target::add)));
    String ours = "http://127.0.0.1:" + serve(graph, folder, firstAddress, secondAddress) + "/";
    String join = "SELECT * { ?r " + OF + " ?x . ?x " + LABEL + " ?l }";
    String service =
        "SELECT * { ?r " + OF + " ?x SERVICE <" + secondAddress + "> { ?x " + LABEL + " ?l } }";
    Map<String, Callable<Integer>> contenders = new LinkedHashMap<>();
    contenders.put("FedX at /federation", () -> count(ours + "federation", join));
    contenders.put("SERVICE at /sparql", () -> count(ours + "sparql", service));
    contenders.put("VALUES by hand", () -> byHand(firstAddress, secondAddress));
    contenders.put("SERVICE in Fuseki", () -> count(firstAddress, service));
    Map<String, List<Double>> times = new LinkedHashMap<>();
    for (int round = -3; round < rounds; round++) {
      for (Map.Entry<String, Callable<Integer>> one : contenders.entrySet()) {
        long begin = System.nanoTime();
        int rows = one.getValue().call();
        double milliseconds = (System.nanoTime() - begin) / 1e6;
        if (rows != BINDINGS) {
          throw new IllegalStateException(one.getKey() + " found " + rows);
        }
        if (round >= 0) {
          times.computeIfAbsent(one.getKey(), name -> new ArrayList<>()).add(milliseconds);
        }
      }
    }
    double fedx = median(times.get("FedX at /federation"));
    times.forEach(
        (name, list) ->
            System.out.printf(
                "%-20s %8.1f ms   %6.2f times FedX%n", name, median(list), median(list) / fedx));
  }

  private static double median(List<Double> times) {
    double[] sorted = times.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    return sorted[sorted.length / 2];
  }

  private static List<Quad> statements(int count, String subject, String property, String object) {
    List<Quad> quads = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      quads.add(
          Quad.create(
              NodeFactory.createURI("http://example.org/g"),
              NodeFactory.createURI("http://example.org/" + subject.formatted(i)),
              NodeFactory.createURI("http://example.org/" + property),
              object == null
                  ? NodeFactory.createLiteralString("Label " + i)
                  : NodeFactory.createURI("http://example.org/" + object.formatted(i))));
    }
    return quads;
  }

  private static FusekiServer fuseki(int count, String subject, String property, String object) {
    DatasetGraph data = DatasetGraphFactory.createTxnMem();
    data.executeWrite(
        () ->
            statements(count, subject, property, object)
                .forEach(quad -> data.getDefaultGraph().add(quad.asTriple())));
    return FusekiServer.create().port(0).loopback(true).add("/ds", data).build().start();
  }

  private static int serve(KnowledgeGraph graph, Path folder, String... addresses) {
    List<Member> members =
        Arrays.stream(addresses)
            .<Member>map(
                address ->
                    new Member.Endpoint(
                        "port-" + URI.create(address).getPort(),
                        URI.create(address),
                        Duration.ofSeconds(60),
                        Set.of(AddressKind.LOOPBACK),
                        Optional.empty()))
            .toList();
    Served served = new Served(graph, folder);
    served.members = new Members(members);
    return served.door().start("127.0.0.1", 0);
  }

  private int byHand(String first, String second) throws IOException, InterruptedException {
    List<String> values = new ArrayList<>();
    for (JsonNode row : ask(first, "SELECT * { ?r " + OF + " ?x }")) {
      values.add("<" + row.path("x").path("value").asText() + ">");
    }
    int found = 0;
    for (int i = 0; i < values.size(); i += BLOCK) {
      String block = String.join(" ", values.subList(i, Math.min(i + BLOCK, values.size())));
      found += ask(second, "SELECT * { VALUES ?x { " + block + " } ?x " + LABEL + " ?l }").size();
    }
    return found;
  }

  private int count(String address, String query) throws IOException, InterruptedException {
    return ask(address, query).size();
  }

  private JsonNode ask(String address, String query) throws IOException, InterruptedException {
    HttpResponse<byte[]> response =
        client.send(
            HttpRequest.newBuilder(URI.create(address))
                .header("Accept", "application/sparql-results+json")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(
                    HttpRequest.BodyPublishers.ofString(
                        "query=" + URLEncoder.encode(query, StandardCharsets.UTF_8)))
                .build(),
            HttpResponse.BodyHandlers.ofByteArray());
    return JSON.readTree(response.body()).path("results").path("bindings");
  }
}
