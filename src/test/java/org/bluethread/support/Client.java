package org.bluethread.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** A client of a server that runs in another process. */
public final class Client {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client = HttpClient.newHttpClient();
  private final URI address;

  /**
   * @param address what the server names when it is ready
   */
  public Client(URI address) {
    this.address = address;
  }

  /** The token in a data directory. */
  public static String token(Path data) {
    try {
      return Files.readString(data.resolve("token")).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether the server answers everything. */
  public boolean isReady() {
    try {
      return send(HttpRequest.newBuilder(address.resolve("health"))).statusCode() == 200;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What {@code /health} says. */
  public JsonNode health() {
    return json("health");
  }

  /** How many triples the graph holds, without the list of what was shipped. */
  public long count() {
    String query =
        "SELECT (COUNT(*) AS ?n) { SELECT DISTINCT ?s ?p ?o { GRAPH ?g { ?s ?p ?o }"
            + " FILTER(?g != <https://w3id.org/bluethread/graph/register/release>) } }";
    JsonNode answer = json("sparql?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8));
    return answer.at("/results/bindings/0/n/value").asLong();
  }

  /** The commits, newest first, one a line: number, author, verdict, size. */
  public String history() {
    return StreamSupport.stream(json("changes?most=1000").spliterator(), false)
        .map(
            commit ->
                "%s %s %s +%s -%s%n"
                    .formatted(
                        commit.get("number").asText(),
                        commit.get("author").asText(),
                        commit.get("verdict").asText(),
                        commit.get("added").asText(),
                        commit.get("removed").asText()))
        .collect(Collectors.joining());
  }

  /** Sends an update and says what status it was answered with. */
  public int update(String token, String update) {
    try {
      return send(HttpRequest.newBuilder(address.resolve("update"))
              .header("Authorization", "Bearer " + token)
              .header("Content-Type", "application/sparql-update")
              .POST(HttpRequest.BodyPublishers.ofString(update)))
          .statusCode();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Gets a path that is given without leading slash. */
  public HttpResponse<String> get(String path) throws IOException {
    return send(
        HttpRequest.newBuilder(address.resolve(path))
            .header("Accept", "application/sparql-results+json, application/json"));
  }

  private JsonNode json(String path) {
    try {
      HttpResponse<String> response = get(path);
      if (response.statusCode() != 200) {
        throw new AssertionError(path + ": " + response.statusCode() + " " + response.body());
      }
      return JSON.readTree(response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
