package org.bluethread.facade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.bluethread.federation.AddressKind;
import org.bluethread.federation.Member;
import org.bluethread.federation.Members;
import org.bluethread.support.Door;
import org.bluethread.support.Rdf4jDoor;
import org.bluethread.support.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A member that fails, in whichever way, is named; nobody takes a part of an answer for all. */
class FailingMembersTest {
  private static final String JSON = "application/sparql-results+json";
  private static final String JOIN =
      "SELECT * { ?x <http://example.org/label> ?l . ?r <http://example.org/of> ?x }";
  private static final int MANY = 20_000;

  /** A row of SPARQL 1.2. */
  private static final String TRIPLE =
      """
      {"head": {"vars": ["x", "l"]}, "results": {"bindings": [{
        "x": {"type": "uri", "value": "http://example.org/x"},
        "l": {"type": "triple", "value": {
          "subject": {"type": "uri", "value": "http://example.org/s"},
          "predicate": {"type": "uri", "value": "http://example.org/p"},
          "object": {"type": "literal", "value": "o"}}}}]}}
      """;

  private final CountDownLatch end = new CountDownLatch(1);
  private final List<AutoCloseable> open = new ArrayList<>();
  private TestServer server;

  /** What a member may do instead of answering. */
  enum Fault {
    NEVER_ANSWERS("did not answer within 1.0 seconds"),
    DRIPS("did not answer within 1.0 seconds"),
    DIES_IN_ITS_ANSWER("could not be asked, or broke off its answer"),
    HANGS_UP("could not be asked, or broke off its answer"),
    SAYS_500("answered with the status 500"),
    SENDS_ELSEWHERE("answered with the status 302"),
    SENDS_A_PAGE("answered with \"text/html\""),
    SENDS_NONSENSE("gave an answer that cannot be read"),
    SENDS_A_TRIPLE_AS_TERM("answered with a term that is not of RDF 1.1");

    private final String said;

    Fault(String said) {
      this.said = said;
    }
  }

  @AfterEach
  void stop() throws Exception {
    end.countDown();
    server.close();
    for (AutoCloseable one : open) {
      one.close();
    }
  }

  private void commit(Fault fault, HttpExchange exchange, String query) throws IOException {
    if (query.isEmpty()) {
      Door.send(exchange, 404, "text/plain", new byte[0]);
      return;
    }
    byte[] begun =
        "{\"head\":{\"vars\":[\"x\",\"l\"]},\"results\":{\"bindings\":["
            .getBytes(StandardCharsets.UTF_8);
    switch (fault) {
      case NEVER_ANSWERS -> await();
      case DRIPS -> {
        exchange.getResponseHeaders().set("Content-Type", JSON);
        exchange.sendResponseHeaders(200, 0);
        drip(exchange.getResponseBody(), begun);
      }
      case DIES_IN_ITS_ANSWER -> {
        exchange.getResponseHeaders().set("Content-Type", JSON);
        exchange.sendResponseHeaders(200, 1000);
        exchange.getResponseBody().write(begun);
        exchange.getResponseBody().flush();
      }
      case HANGS_UP -> exchange.close();
      case SAYS_500 -> Door.send(exchange, 500, JSON, begun);
      case SENDS_ELSEWHERE -> {
        exchange.getResponseHeaders().set("Location", "http://169.254.169.254/latest");
        Door.send(exchange, 302, "text/plain", new byte[0]);
      }
      case SENDS_A_PAGE -> Door.send(exchange, 200, "text/html", begun);
      case SENDS_NONSENSE ->
          Door.send(exchange, 200, JSON, "{\"head\": 7]".getBytes(StandardCharsets.UTF_8));
      case SENDS_A_TRIPLE_AS_TERM -> {
        if (query.contains("ASK")) {
          sayYes(exchange);
        } else {
          Door.send(exchange, 200, JSON, TRIPLE.getBytes(StandardCharsets.UTF_8));
        }
      }
    }
  }

  private static void sayYes(HttpExchange exchange) throws IOException {
    byte[] yes = "{\"head\":{},\"boolean\":true}".getBytes(StandardCharsets.UTF_8);
    Door.send(exchange, 200, JSON, yes);
  }

  private void await() {
    try {
      end.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** One byte now and then, so that the connection is never silent for long. */
  private void drip(OutputStream out, byte[] bytes) throws IOException {
    for (byte one : bytes) {
      out.write(one);
      out.flush();
      try {
        if (end.await(100, TimeUnit.MILLISECONDS)) {
          return;
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private Member endpoint(String name, String address, AddressKind... allowed) {
    return new Member.Endpoint(
        name,
        URI.create(address),
        Duration.ofSeconds(name.equals("failing") ? 1 : 60),
        Set.copyOf(Arrays.asList(allowed)),
        Optional.empty());
  }

  private <T extends AutoCloseable> T opened(T one) {
    open.add(one);
    return one;
  }

  private void serve(Member... members) {
    List<Member> all = new ArrayList<>(List.of(members));
    all.add(new Member.Here("here"));
    server = TestServer.federated(new Members(all));
    server.write("@prefix : <http://example.org/> . :g { :a :label \"A\" . :r1 :of :a }");
  }

  private HttpResponse<String> ask(String query, String more) {
    return server.get("federation?query=" + FederationRoutesTest.encode(query) + more, JSON);
  }

  @ParameterizedTest
  @EnumSource
  void aMemberThatFailsIsNamedWithItsFault(Fault fault) {
    Door door = opened(Door.that((exchange, query) -> commit(fault, exchange, query)));
    serve(endpoint("failing", door.address(), AddressKind.LOOPBACK));
    HttpResponse<String> answer = ask(JOIN, "");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(502);
    assertThat(answer.body())
        .contains(
            "problem/member-failed", "The member failing " + fault.said.replace("\"", "\\\""));
  }

  @ParameterizedTest
  @EnumSource
  void whoWantsAPartOfTheAnswerIsToldWhoseIsMissing(Fault fault) {
    Door door = opened(Door.that((exchange, query) -> commit(fault, exchange, query)));
    serve(endpoint("failing", door.address(), AddressKind.LOOPBACK));
    HttpResponse<String> answer = ask(JOIN, "&partial=true");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.headers().firstValue("BlueThread-Missing-Members")).contains("failing");
    assertThat(FederationRoutesTest.rows(answer.body())).hasSize(1);
  }

  @Test
  void aPartOfTheAnswerIsWholeWhenNobodyFails() throws IOException {
    Rdf4jDoor door =
        opened(
            new Rdf4jDoor(
                "<http://example.org/r2> <http://example.org/of> <http://example.org/a> ."));
    serve(endpoint("records", door.address(), AddressKind.LOOPBACK));
    HttpResponse<String> answer = ask(JOIN, "&partial=true");
    assertThat(answer.headers().firstValue("BlueThread-Missing-Members")).contains("");
    assertThat(FederationRoutesTest.rows(answer.body())).hasSize(2);
  }

  @Test
  void aMemberThatDiesInTheMiddleOfALongAnswerBreaksTheTransfer() {
    StringBuilder rows =
        new StringBuilder("{\"head\":{\"vars\":[\"s\",\"o\"]},\"results\":{\"bindings\":[");
    for (int i = 0; i < MANY; i++) {
      rows.append(
          "{\"s\":{\"type\":\"uri\",\"value\":\"http://example.org/%d\"},\"o\":{\"type\":\"literal\",\"value\":\"%d\"}},"
              .formatted(i, i));
    }
    Door door =
        opened(
            Door.that(
                (exchange, query) -> {
                  if (query.contains("ASK")) {
                    sayYes(exchange);
                  } else if (query.isEmpty()) {
                    Door.send(exchange, 404, "text/plain", new byte[0]);
                  } else {
                    byte[] begun = rows.toString().getBytes(StandardCharsets.UTF_8);
                    exchange.getResponseHeaders().set("Content-Type", JSON);
                    exchange.sendResponseHeaders(200, begun.length + 1000);
                    exchange.getResponseBody().write(begun);
                    exchange.getResponseBody().flush();
                  }
                }));
    serve(endpoint("failing", door.address(), AddressKind.LOOPBACK));
    String query = "SELECT * { ?s <http://example.org/only-there> ?o }";
    server.write("@prefix : <http://example.org/> . :g { :z :only-there 1 }");
    assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> ask(query, ""));
    assertThat(FederationRoutesTest.rows(ask(query, "&partial=true").body())).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://127.0.0.1:1/sparql", "http://localhost:1/sparql", "http://[::1]:1/sparql"})
  void aMemberAtAnAddressThatIsNotAllowedIsNotAsked(String address) {
    serve(endpoint("failing", address));
    for (String more : List.of("", "&partial=true")) {
      HttpResponse<String> answer = ask(JOIN, more);
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
      assertThat(answer.body()).contains("remote-access", "failing", "loopback");
    }
  }

  @Test
  void aMemberThatMayBeLocalMayStillNotBeAMachineThatTellsSecrets() {
    serve(
        endpoint(
            "failing", "http://169.254.169.254/latest", AddressKind.LOOPBACK, AddressKind.PRIVATE));
    HttpResponse<String> answer = ask(JOIN, "");
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("metadata");
  }

  @Test
  void aBlankNodeThatWouldHaveToBeFoundAgainIsAnErrorAndNoMissingRow() throws IOException {
    Rdf4jDoor door =
        opened(
            new Rdf4jDoor(
                "<http://example.org/r2> <http://example.org/of> [ <http://example.org/label> \"B\""
                    + " ] ."));
    serve(endpoint("records", door.address(), AddressKind.LOOPBACK));
    HttpResponse<String> answer = ask(JOIN, "");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(answer.body()).contains("blank node", "FILTER(!isBlank(?x))");
    HttpResponse<String> without = ask(JOIN.replace("}", "FILTER(!isBlank(?x)) }"), "");
    assertThat(FederationRoutesTest.rows(without.body())).hasSize(1);
  }

  @Test
  void aMemberIsNotAskedForWhatItsDescriptionSaysItHasNot() {
    for (int counted : List.of(3, 2)) {
      Door door =
          opened(
              Door.that(
                  (exchange, query) -> {
                    if (query.isEmpty()) {
                      Door.send(
                          exchange,
                          200,
                          "text/turtle",
                          description(exchange, counted).getBytes(StandardCharsets.UTF_8));
                    } else {
                      Door.send(
                          exchange,
                          200,
                          JSON,
                          "{\"head\":{},\"boolean\":false}".getBytes(StandardCharsets.UTF_8));
                    }
                  }));
      if (server != null) {
        server.close();
      }
      serve(endpoint("described", door.address(), AddressKind.LOOPBACK));
      assertThat(FederationRoutesTest.rows(ask(JOIN, "").body())).hasSize(1);
      boolean isWhole = counted == 3;
      assertThat(door.queries()).hasSize(isWhole ? 1 : 2);
      assertThat(door.queries().stream().anyMatch(query -> query.contains("label")))
          .isEqualTo(!isWhole);
    }
  }

  private static String description(HttpExchange exchange, int counted) {
    return """
    @prefix void: <http://rdfs.org/ns/void#> .
    <#d> void:sparqlEndpoint <http://127.0.0.1:%d/sparql> ; void:triples 3 ;
      void:propertyPartition [ void:property <http://example.org/of> ; void:triples %d ] .
    """
        .formatted(exchange.getLocalAddress().getPort(), counted);
  }
}
