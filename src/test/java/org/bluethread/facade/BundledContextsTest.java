package org.bluethread.facade;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.bluethread.endpoint.BundledContexts;
import org.bluethread.support.TestServer;
import org.bluethread.vocabulary.BT;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** JSON-LD that comes in may refer to the contexts that the program brings along, and no other. */
final class BundledContextsTest {
  private static final String JSON_LD = "application/ld+json";
  private static final Node THING = iri("http://example.org/a");
  private static TestServer server;

  @BeforeAll
  static void start() {
    server = TestServer.start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://schema.org/",
        "http://schema.org/",
        "https://schema.org",
        "http://schema.org",
        "https://schema.org/docs/jsonldcontext.jsonld",
        "http://schema.org/docs/jsonldcontext.json"
      })
  void schemaOrgIsReadUnderEachOfItsNames(String address) {
    put(
        """
        {"@context": "%s", "id": "http://example.org/a", "type": "Dataset", "name": "A",
         "url": "http://example.org/page", "dateModified": "2026-11-21", "about": "seabed",
         "encodingFormat": "text/csv", "dcat:keyword": "k"}
        """
            .formatted(address));
    String schema = "http://schema.org/";
    assertHeld("http://www.w3.org/1999/02/22-rdf-syntax-ns#type", iri(schema + "Dataset"));
    assertHeld(schema + "name", NodeFactory.createLiteralString("A"));
    assertHeld(schema + "url", iri("http://example.org/page"));
    assertHeld(schema + "about", NodeFactory.createLiteralString("seabed"));
    assertHeld(schema + "encodingFormat", NodeFactory.createLiteralString("text/csv"));
    assertHeld("http://www.w3.org/ns/dcat#keyword", NodeFactory.createLiteralString("k"));
    assertHeld(
        schema + "dateModified",
        NodeFactory.createLiteralDT("2026-11-21", NodeFactory.getType(schema + "Date")));
  }

  @Test
  void ourOwnIsReadUnderItsCanonicalName() {
    put(
        """
        {"@context": "%s", "iri": "http://example.org/a", "document": "http://example.org/d",
         "labels": {"zh": "海"}, "label": "means nothing"}
        """
            .formatted(BundledContexts.OWN));
    assertHeld(BT.NS + "inDocument", iri("http://example.org/d"));
    assertHeld(
        "http://www.w3.org/2000/01/rdf-schema#label", NodeFactory.createLiteralLang("海", "zh"));
  }

  @Test
  void dcatsIsReadUnderTheNameOfItsVocabularyInJsonLd() {
    put(
        """
        {"@context": "https://www.w3.org/ns/dcat.jsonld", "@id": "http://example.org/a",
         "@type": "Dataset", "title": "A", "landingPage": "http://example.org/page",
         "inSeries": "http://example.org/s", "modified": "2026-11-21"}
        """);
    assertHeld(
        "http://www.w3.org/1999/02/22-rdf-syntax-ns#type",
        iri("http://www.w3.org/ns/dcat#Dataset"));
    assertHeld("http://purl.org/dc/terms/title", NodeFactory.createLiteralString("A"));
    assertHeld("http://www.w3.org/ns/dcat#landingPage", iri("http://example.org/page"));
    assertHeld("http://www.w3.org/ns/dcat#inSeries", iri("http://example.org/s"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[\"https://schema.org/\", {\"p\": \"http://example.org/p\"}]",
        "[{\"p\": \"http://example.org/p\"}, \"https://www.w3.org/ns/dcat.jsonld\"]",
        "{\"@version\": 1.1, \"@import\": \"https://schema.org/\", \"p\": \"http://example.org/p\"}"
      })
  void aBundledContextMayBeOneOfSeveralOrImported(String context) {
    put("{\"@context\": " + context + ", \"@id\": \"http://example.org/a\", \"p\": \"v\"}");
    assertHeld("http://example.org/p", NodeFactory.createLiteralString("v"));
  }

  @ParameterizedTest
  @MethodSource("org.bluethread.endpoint.BundledContexts#addresses")
  void eachBundledContextIsReadWhereverJsonLdIs(String address) {
    String body = "{\"@context\": \"" + address + "\", \"@id\": \"http://example.org/a\"}";
    assertThat(server.post("validate?default", JSON_LD, body).statusCode()).isEqualTo(200);
    assertThat(server.post("graph/one", JSON_LD, body).statusCode()).isIn(200, 201);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://schema.org.example.org/",
        "https://schema.org@example.org/",
        "https://schema.org:8443/",
        "https://schema.org/version/latest/schemaorg-all-https.jsonld",
        "https://schema.org/?to=http://example.org/",
        "http://example.org/context.jsonld",
        "https://w3id.org/bluethread/context.jsonld?x",
        "https://www.w3.org/ns/dcat",
        "file:///etc/hostname",
        "context.jsonld",
        "/context.jsonld",
        "//schema.org.example.org/"
      })
  void anyOtherAddressIsRefusedByNameWithThoseThereAre(String address) {
    for (String context :
        new String[] {
          "\"" + address + "\"",
          "[\"https://schema.org/\", \"" + address + "\"]",
          "{\"@version\": 1.1, \"@import\": \"" + address + "\"}",
          "{\"q\": {\"@id\": \"http://e.org/q\", \"@context\": \"" + address + "\"}}"
        }) {
      String body =
          "{\"@context\": " + context + ", \"@id\": \"http://e.org/a\", \"q\": {\"p\": 1}}";
      for (String path : new String[] {"validate?default", "data?graph=http://e.org/x/g"}) {
        HttpResponse<String> answer = server.post(path, JSON_LD, body);
        assertThat(answer.statusCode()).as(path + body + answer.body()).isEqualTo(403);
        assertThat(answer.body())
            .contains("remote-access", name(address), "https://schema.org/", BundledContexts.OWN);
      }
    }
  }

  private static String name(String address) {
    return address.replaceFirst("^(file:)?/*", "");
  }

  @Test
  void aContextInTheHeaderLinkCountsForNothing() {
    HttpRequest.Builder request =
        server
            .request("data?graph=http://example.org/linked")
            .header("Authorization", "Bearer " + TestServer.TOKEN)
            .header("Content-Type", JSON_LD)
            .header(
                "Link",
                "<http://example.org/c>; rel=\"http://www.w3.org/ns/json-ld#context\";"
                    + " type=\"application/ld+json\"")
            .PUT(
                HttpRequest.BodyPublishers.ofString(
                    "{\"@id\": \"http://example.org/a\", \"http://example.org/q\": 1, \"p\": 2}"));
    assertThat(server.send(request).body()).contains("\"added\":1");
  }

  @Test
  void aDocumentThatRefersToContextsTooOftenIsRefusedAtOnce() {
    String one = "{\"@context\": \"https://schema.org/\", \"name\": \"A\"}";
    HttpResponse<String> answer =
        server.post("validate?default", JSON_LD, "[" + (one + ",").repeat(1000) + one + "]");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("more than 1000 times");
  }

  private static void put(String body) {
    HttpResponse<String> answer =
        server.send(
            server
                .request("data?graph=http://example.org/g")
                .header("Authorization", "Bearer " + TestServer.TOKEN)
                .header("Content-Type", JSON_LD)
                .PUT(HttpRequest.BodyPublishers.ofString(body)));
    assertThat(answer.statusCode()).as(answer.body()).isIn(200, 201);
  }

  private static void assertHeld(String property, Node value) {
    boolean held =
        server.graph().read(snapshot -> snapshot.union().contains(THING, iri(property), value));
    assertThat(held).as("%s %s", property, value).isTrue();
  }

  private static Node iri(String iri) {
    return NodeFactory.createURI(iri);
  }
}
