package org.bluethread.w3c;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.bluethread.support.TestServer;
import org.bluethread.w3c.SparqlTest.Data;
import org.bluethread.w3c.SparqlTest.Door;

/** A client of a server: SPARQL 1.1 Protocol and Graph Store Protocol, as plain HTTP. */
final class SparqlClient {
  /** Syntaxes of data in which a line may say what the base is. */
  private static final Set<Lang> BASED = Set.of(Lang.TURTLE, Lang.TRIG);

  private static final ObjectMapper JSON = new ObjectMapper();

  private final TestServer server;

  /** What the store holds, if nothing was written since. */
  private Optional<Data> loaded = Optional.empty();

  SparqlClient(TestServer server) {
    this.server = server;
  }

  /** Sends a query or an update in the body of a POST. */
  HttpResponse<String> send(Door door, String text, String accept) {
    if (door == Door.UPDATE) {
      loaded = Optional.empty();
    }
    String path = door == Door.QUERY ? "sparql" : "update";
    String type = door == Door.QUERY ? "application/sparql-query" : "application/sparql-update";
    return server.send(
        server
            .request(path)
            .header("Authorization", "Bearer " + TestServer.TOKEN)
            .header("Content-Type", type)
            .header("Accept", accept)
            .POST(BodyPublishers.ofString(text)));
  }

  /** Lets the store hold these data and nothing else. */
  void load(Data data) {
    if (loaded.equals(Optional.of(data))) {
      return;
    }
    HttpResponse<String> emptied = send(Door.UPDATE, "DROP ALL", "*/*");
    assertThat(emptied.statusCode()).as(emptied.body()).isEqualTo(200);
    data.unnamed().ifPresent(file -> put("data?default", file));
    data.named().forEach((name, file) -> put(graph(name), file));
    loaded = Optional.of(data);
  }

  private void put(String path, SuiteFile file) {
    HttpResponse<String> response =
        server.send(
            server
                .request(path)
                .header("Authorization", "Bearer " + TestServer.TOKEN)
                .header("Content-Type", file.lang().getContentType().getContentTypeStr())
                .PUT(
                    BodyPublishers.ofString(
                        BASED.contains(file.lang()) ? file.withBase() : file.text())));
    assertThat(response.statusCode()).as(path + ": " + response.body()).isIn(200, 201);
  }

  /** What the Graph Store Protocol gives of the default graph; triples stand in the default one. */
  DatasetGraph unnamed() {
    return get("data?default");
  }

  /** What the Graph Store Protocol gives of a named graph; triples stand in the default one. */
  DatasetGraph named(String name) {
    return get(graph(name));
  }

  /** All that the store holds. */
  DatasetGraph all() {
    return get("export?format=nq");
  }

  /** The names of the graphs that hold anything. */
  Set<String> names() throws IOException {
    String answer =
        send(
                Door.QUERY,
                "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }",
                "application/sparql-results+json")
            .body();
    Set<String> names = new TreeSet<>();
    for (JsonNode binding : JSON.readTree(answer).at("/results/bindings")) {
      names.add(binding.at("/g/value").asText());
    }
    return names;
  }

  private DatasetGraph get(String path) {
    HttpResponse<String> response = server.get(path, "application/n-quads");
    assertThat(response.statusCode()).as(path + ": " + response.body()).isEqualTo(200);
    return RDFParser.fromString(response.body(), Lang.NQUADS).toDatasetGraph();
  }

  private static String graph(String name) {
    return "data?graph=" + URLEncoder.encode(name, UTF_8);
  }
}
