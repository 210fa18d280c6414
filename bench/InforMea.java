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
import java.util.Optional;
import org.apache.jena.sparql.exec.UpdateExec;
import org.apache.jena.sys.JenaSystem;
import org.bluethread.facade.Facade;
import org.bluethread.graph.Author;
import org.bluethread.graph.KnowledgeGraph;
import org.bluethread.graph.Release;
import org.bluethread.graph.Store;
import org.bluethread.graph.WriteRequest;

/**
 * A page of all decisions with their titles, summaries and keywords in OData, beside the same asked
 * in SPARQL, over HTTP, in one process and one run. So that there is something to read, the
 * decisions that lack a day are given one, made up for this measurement. The questions take turns;
 * told are the medians in milliseconds and the ratio.
 *
 * <p>Run by {@code mvn -q -Pbench -Dbench=InforMea}.
 */
final class InforMea {
  private static final int ROUNDS = 21;
  private static final int WARM_UP = 30;

  private static final String DAYS =
      """
      PREFIX bt: <https://w3id.org/bluethread/ontology#>
      PREFIX dcterms: <http://purl.org/dc/terms/>
      PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
      INSERT { GRAPH <https://example.org/days> {
        ?d dcterms:date "2000-01-01"^^xsd:date .
        <https://w3id.org/bluethread/id/meeting/cbd/cop-11> bt:adopted ?d } }
      WHERE { ?d a bt:Decision }
      """;

  private static final String SPARQL =
      """
      PREFIX bt: <https://w3id.org/bluethread/ontology#>
      PREFIX dcterms: <http://purl.org/dc/terms/>
      PREFIX schema: <https://schema.org/>
      PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
      SELECT ?d ?type ?number ?date ?meeting ?treaty ?part ?value {
        ?d a bt:Decision ; bt:decisionType ?type ; skos:notation ?number .
        ?meeting bt:adopted ?d ; a bt:Meeting .
        ?organ bt:holdsMeeting ?meeting ; bt:treatyCode ?treaty .
        { ?d dcterms:date ?date } UNION { ?meeting schema:endDate ?date }
        { ?d skos:prefLabel ?value . BIND("title" AS ?part) }
        UNION { ?d bt:hasProvision?/^bt:about ?finding .
          ?finding a bt:Finding ; skos:note ?value . BIND("summary" AS ?part) }
        UNION { ?d bt:hasProvision?/bt:concerns/skos:prefLabel ?value .
          FILTER(LANG(?value) = "en") BIND("keyword" AS ?part) }
        UNION { ?d bt:hasProvision?/bt:answeredBy/^bt:supportedBy ?target .
          ?target a bt:Target ; skos:notation ?value . BIND("target" AS ?part) }
      }
      """;

  public static void main(String[] arguments) throws Exception {
    JenaSystem.init();
    Path folder = Files.createTempDirectory("bench");
    KnowledgeGraph graph = KnowledgeGraph.open(Store.inMemory(), folder.resolve("log"));
    new Release(Path.of("").toAbsolutePath()).load(graph);
    graph.write(
        new WriteRequest(
            new Author("bench", true),
            "bench",
            "",
            "seed",
            target -> UpdateExec.newBuilder().update(DAYS).dataset(target).execute()));
    Served served = new Served(graph, folder);
    served.records =
        new org.bluethread.publish.informea.InforMea(
            graph, Optional.of(folder.resolve("informea")));
    Facade facade = served.door();
    String root = "http://127.0.0.1:" + facade.start("127.0.0.1", 0) + "/";
    String page = root + "informea.svc/Decisions?$expand=title,summary,keywords";
    Map<String, HttpRequest> turns = new LinkedHashMap<>();
    turns.put(
        "SPARQL",
        request(
            root + "sparql?query=" + URLEncoder.encode(SPARQL, StandardCharsets.UTF_8),
            "application/sparql-results+json"));
    turns.put("OData, JSON", request(page, "application/json"));
    turns.put("OData, Atom", request(page, "application/atom+xml"));

    Map<String, List<Long>> times = new LinkedHashMap<>();
    Map<String, Integer> bytes = new LinkedHashMap<>();
    try (HttpClient client = HttpClient.newHttpClient()) {
      for (int round = -WARM_UP; round < ROUNDS; round++) {
        for (Map.Entry<String, HttpRequest> turn : turns.entrySet()) {
          long start = System.nanoTime();
          HttpResponse<byte[]> answer =
              client.send(turn.getValue(), HttpResponse.BodyHandlers.ofByteArray());
          long time = System.nanoTime() - start;
          if (answer.statusCode() != 200) {
            throw new IllegalStateException(new String(answer.body(), StandardCharsets.UTF_8));
          }
          bytes.put(turn.getKey(), answer.body().length);
          if (round >= 0) {
            times.computeIfAbsent(turn.getKey(), name -> new ArrayList<>()).add(time);
          }
        }
      }
    }
    double sparql = median(times.get("SPARQL"));
    times.forEach(
        (name, some) ->
            System.out.printf(
                "%-12s %8.2f ms  %5.2f of SPARQL  %8d bytes%n",
                name, median(some) / 1e6, median(some) / sparql, bytes.get(name)));
    System.exit(0);
  }

  private static HttpRequest request(String address, String accept) {
    return HttpRequest.newBuilder(URI.create(address.replace("$", "%24")))
        .header("Accept", accept)
        .build();
  }

  private static double median(List<Long> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }
}
