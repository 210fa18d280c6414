package org.bluethread.facade;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.bluethread.support.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Nothing a client sends makes this server ask another host. ELSEWHERE stands for the address of a
 * listener that counts who connects to it.
 */
class RemoteAccessTest {
  private TestServer server;
  private Listener elsewhere;

  /** Counts connections, and drops them. */
  private static final class Listener implements AutoCloseable {
    private final ServerSocket socket;
    private final AtomicInteger connections = new AtomicInteger();

    Listener() throws IOException {
      this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
      Thread.ofVirtual().start(this::listen);
    }

    private void listen() {
      while (!socket.isClosed()) {
        try {
          socket.accept().close();
          connections.incrementAndGet();
        } catch (IOException e) {
          return;
        }
      }
    }

    String address() {
      return "http://127.0.0.1:" + socket.getLocalPort() + "/x";
    }

    @Override
    public void close() {
      try {
        socket.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @BeforeEach
  void start() throws IOException {
    server = TestServer.start();
    server.write(
        "GRAPH <http://example.org/g> { <http://example.org/s> <http://example.org/p> 1 }");
    elsewhere = new Listener();
  }

  @AfterEach
  void stop() {
    elsewhere.close();
    server.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * { SERVICE <ELSEWHERE> { ?s ?p ?o } }",
        "SELECT * { SERVICE SILENT <ELSEWHERE> { ?s ?p ?o } }",
        "SELECT * { VALUES ?e { <ELSEWHERE> } SERVICE SILENT ?e { ?s ?p ?o } }",
        "SELECT * { ?s ?p ?o OPTIONAL { SERVICE SILENT <ELSEWHERE> { ?s ?q ?r } } }",
        "SELECT * { ?s ?p ?o MINUS { SERVICE SILENT <ELSEWHERE> { ?s ?q ?r } } }",
        "SELECT * { { SELECT ?s { SERVICE SILENT <ELSEWHERE> { ?s ?p ?o } } } }",
        "SELECT * { ?s ?p ?o FILTER EXISTS { SERVICE SILENT <ELSEWHERE> { ?s ?q ?r } } }",
        "SELECT * { ?s ?p ?o OPTIONAL { ?s ?q ?r FILTER NOT EXISTS"
            + " { SERVICE SILENT <ELSEWHERE> { ?s ?q ?r } } } }",
        "SELECT (EXISTS { SERVICE SILENT <ELSEWHERE> { ?s ?q ?r } } AS ?x) { ?s ?p ?o }",
        "SELECT * { ?s ?p ?o } ORDER BY (EXISTS { SERVICE SILENT <ELSEWHERE> { ?s ?q ?r } })",
        "SELECT ?x { ?s ?p ?o } GROUP BY (EXISTS { SERVICE SILENT <ELSEWHERE> {} } AS ?x)",
        "SELECT (COUNT(*) AS ?n) { ?s ?p ?o } HAVING EXISTS { SERVICE SILENT <ELSEWHERE> {} }",
        "SELECT (SUM(IF(EXISTS { SERVICE SILENT <ELSEWHERE> {} }, 1, 2)) AS ?n) { ?s ?p ?o }",
        "ASK { SERVICE SILENT <ELSEWHERE> { ?s ?p ?o } }",
        "DESCRIBE ?s { SERVICE SILENT <ELSEWHERE> { ?s ?p ?o } }",
        "CONSTRUCT { ?s ?p ?o } { SERVICE SILENT <ELSEWHERE> { ?s ?p ?o } }",
        "SELECT * FROM <ELSEWHERE> { ?s ?p ?o }",
        "SELECT * FROM NAMED <ELSEWHERE> { ?s ?p ?o }",
        "SELECT * FROM <http://example.org/g> FROM <ELSEWHERE> { ?s ?p ?o }",
        "DESCRIBE <http://example.org/s> FROM <ELSEWHERE>",
      })
  void aQueryThatWouldFetchIsRefusedByName(String query) {
    HttpResponse<String> response =
        server.get(
            "sparql?query=" + encode(query.replace("ELSEWHERE", elsewhere.address())), "*/*");
    assertRefused(response);
    if (!query.contains("SERVICE SILENT ?e")) {
      assertThat(response.body()).contains(elsewhere.address());
    }
  }

  @Test
  void graphsThatTheProtocolNamesAndThatAreNotHeldAreRefused() {
    String ask = "sparql?query=" + encode("ASK {}");
    String address = encode(elsewhere.address());
    assertRefused(server.get(ask + "&default-graph-uri=" + address, "*/*"));
    assertRefused(server.get(ask + "&named-graph-uri=" + address, "*/*"));
    assertThat(
            server
                .get(ask + "&default-graph-uri=" + encode("http://example.org/g"), "*/*")
                .statusCode())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "LOAD <ELSEWHERE>",
        "LOAD SILENT <ELSEWHERE> INTO GRAPH <http://example.org/g>",
        "INSERT DATA { <http://example.org/a> <http://example.org/p> 1 } ; LOAD SILENT <ELSEWHERE>",
        "INSERT { ?s ?p 2 } USING <ELSEWHERE> WHERE { ?s ?p ?o }",
        "INSERT { ?s ?p 2 } USING NAMED <ELSEWHERE> WHERE { ?s ?p ?o }",
        "DELETE { ?s ?p ?o } WHERE { ?s ?p ?o SERVICE SILENT <ELSEWHERE> { ?s ?q ?r } }",
        "INSERT { ?s ?p 2 } WHERE { ?s ?p ?o FILTER EXISTS { SERVICE SILENT <ELSEWHERE> {} } }",
        "INSERT { ?s ?p 2 } WHERE"
            + " { { SELECT * { ?s ?p ?o } ORDER BY EXISTS { SERVICE SILENT <ELSEWHERE> {} } } }",
      })
  void anUpdateThatWouldFetchIsRefusedAndChangesNothing(String update) {
    String text = update.replace("ELSEWHERE", elsewhere.address());
    HttpResponse<String> response = server.post("update", "application/sparql-update", text);
    assertRefused(response);
    assertRefused(server.post("validate", "application/sparql-update", text));
    assertThat(response.body()).contains(elsewhere.address());
    assertThat(server.graph().history().newest(10)).hasSize(1);
  }

  @Test
  void usingParametersThatNameAGraphNotHeldAreRefused() {
    String update = "INSERT { ?s ?p 2 } WHERE { ?s ?p ?o }";
    String form = "update=" + encode(update) + "&using-graph-uri=" + encode(elsewhere.address());
    assertRefused(server.post("update", "application/x-www-form-urlencoded", form));
    assertRefused(
        server.post(
            "update?using-named-graph-uri=" + encode(elsewhere.address()),
            "application/sparql-update",
            update));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"@context\": \"ELSEWHERE\", \"@id\": \"http://example.org/a\", \"p\": 1}",
        "{\"@context\": [{}, \"ELSEWHERE\"], \"@id\": \"http://example.org/a\", \"p\": 1}",
        "{\"@context\": {\"@import\": \"ELSEWHERE\"}, \"@id\": \"http://example.org/a\", \"p\": 1}",
        "{\"@context\": {\"q\": {\"@id\": \"http://example.org/q\", \"@context\": \"ELSEWHERE\"}},"
            + " \"q\": {\"p\": 1}}",
      })
  void aContextOnAnotherHostIsRefusedByName(String json) {
    HttpResponse<String> response =
        server.post(
            "data?default", "application/ld+json", json.replace("ELSEWHERE", elsewhere.address()));
    assertRefused(response);
    assertThat(response.body()).contains(elsewhere.address());
    assertThat(server.graph().history().newest(10)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE r [<!ENTITY e SYSTEM \"ELSEWHERE\">]>",
        "<!DOCTYPE r [<!ENTITY e PUBLIC \"-//X\" \"ELSEWHERE\">]>",
        "<!DOCTYPE r [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>",
        "<!DOCTYPE r SYSTEM \"ELSEWHERE\">",
        "<!DOCTYPE r [<!ENTITY % e SYSTEM \"ELSEWHERE\"> %e;]>",
      })
  void whatAnXmlDocumentTypeNamesElsewhereIsNotReadAndNotTakenForNothing(String type) {
    HttpResponse<String> response =
        server.post(
            "data?default",
            "application/rdf+xml",
            type.replace("ELSEWHERE", elsewhere.address()) + rdf("&e;"));
    assertThat(response.statusCode()).isIn(400, 403);
    assertThat(server.graph().history().newest(10)).hasSize(1);
    assertThat(elsewhere.connections).hasValue(0);
  }

  @Test
  void entitiesInsideOfTheDocumentAreRead() {
    String type = "<!DOCTYPE r [<!ENTITY e \"text\">]>";
    assertThat(server.post("data?default", "application/rdf+xml", type + rdf("&e;")).statusCode())
        .isEqualTo(201);
    assertThat(server.get("data?default", "application/n-triples").body()).contains("\"text\"");
  }

  @Test
  void entitiesThatMultiplyAreStopped() {
    StringBuilder type = new StringBuilder("<!DOCTYPE r [<!ENTITY e0 \"0123456789\">");
    for (int i = 1; i < 12; i++) {
      type.append("<!ENTITY e%d \"%s\">".formatted(i, "&e%d;".formatted(i - 1).repeat(10)));
    }
    HttpResponse<String> response =
        server.post("data?default", "application/rdf+xml", type + "]>" + rdf("&e11;"));
    assertThat(response.statusCode()).isEqualTo(400);
  }

  private static String rdf(String value) {
    return "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\""
        + " xmlns:e=\"http://example.org/\"><rdf:Description rdf:about=\"http://example.org/a\">"
        + "<e:p>"
        + value
        + "</e:p></rdf:Description></rdf:RDF>";
  }

  private void assertRefused(HttpResponse<String> response) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(403);
    assertThat(response.body()).contains("problem/remote-access");
    assertThat(elsewhere.connections).hasValue(0);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
