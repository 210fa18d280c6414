package org.bluethread.facade;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.apache.jena.graph.Node;
import org.bluethread.publish.Ontology;
import org.bluethread.publish.OntologyTerm;
import org.bluethread.support.TestServer;
import org.bluethread.vocabulary.Addresses;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The ontology as a reference to read, and what each class wants of a description. */
final class OntologyPagesTest {
  private static TestServer server;

  @BeforeAll
  static void start() {
    server = TestServer.shared();
  }

  @ParameterizedTest
  @CsvSource({"en, has provision, ltr", "zh, 包含条款, ltr", "ar, من أحكامه, rtl"})
  void everyTermHasItsPlaceOnThePage(String language, String label, String direction) {
    String page = page("ontology.html?lang=" + language);

    assertThat(page).contains("dir=\"" + direction + "\"", "<svg", ">" + label + "</bdi>");
    for (OntologyTerm term : terms()) {
      assertThat(page).contains("id=\"" + term.localName() + "\"");
    }
  }

  @Test
  void theOldAddressOfTheOntologyStillGivesRdf() {
    assertThat(server.get("ontology.ttl", "text/turtle").body()).contains("bt:Organ");
  }

  @Test
  void theAddressOfTheVersionLeadsToTheOntologyInTheFormatAskedFor() {
    HttpResponse<String> turtle = server.get(version(), "text/turtle");
    HttpResponse<String> page = server.get(version(), "text/html");

    assertThat(turtle.statusCode()).isEqualTo(303);
    assertThat(turtle.headers().firstValue("Location")).contains("/" + version() + ".ttl");
    assertThat(turtle.headers().firstValue("Vary")).contains("Accept, Accept-Encoding");
    assertThat(page.headers().firstValue("Location")).contains("/" + version() + ".html");
  }

  @ParameterizedTest
  @ValueSource(strings = {".html", ".ttl", ".trig", ".nt", ".jsonld", ".rdf"})
  void theDocumentsOfTheVersionAreThoseOfTheOntology(String suffix) {
    HttpResponse<String> document = server.get(version() + suffix, "*/*");

    assertThat(document.statusCode()).isEqualTo(200);
    assertThat(document.headers().firstValue("Content-Type"))
        .isEqualTo(server.get("ontology" + suffix, "*/*").headers().firstValue("Content-Type"));
    assertThat(document.body()).contains("responsibleOrgan", version());
  }

  @Test
  void thePageOfTheOntologyLinksToItsVersion() {
    assertThat(page("ontology.html")).contains("href=\"/" + version());
  }

  @Test
  void aFormerVersionIsGoneAndNamesTheCurrentOne() {
    List<Node> former = server.graph().read(snapshot -> Ontology.of(snapshot).priorVersions());

    assertThat(former).isNotEmpty();
    for (Node one : former) {
      for (String suffix : List.of("", ".ttl", ".html")) {
        HttpResponse<String> gone = server.get(address(one) + suffix, "application/json");
        assertThat(gone.statusCode()).isEqualTo(410);
        assertThat(gone.body()).contains("problem/former-version", "/" + version());
      }
    }
  }

  @Test
  void aVersionThatNeverWasIsUnknownAndTheCurrentOneIsNamed() {
    HttpResponse<String> unknown = server.get("ontology/9.9.9", "text/turtle");

    assertThat(unknown.statusCode()).isEqualTo(404);
    assertThat(unknown.body()).contains("no version 9.9.9", "/" + version());
  }

  @Test
  void everyClassHasAPageThatLeadsToItsTable() {
    for (OntologyTerm term : terms()) {
      if (term.kind() == OntologyTerm.Kind.CLASS) {
        String page = page("classes/" + term.localName());
        assertThat(page).contains("bt:" + term.localName());
        assertThat(server.get("classes/" + term.localName() + ".csv", "*/*").body())
            .startsWith("id");
      }
    }
    assertThat(page("classes/Meeting"))
        .contains(
            "/classes/Meeting.csv", "prefLabel_zh", "https://w3id.org/bluethread/id/meeting/");
  }

  @ParameterizedTest
  @CsvSource({"en, Name the thing in Chinese", "zh, 请用中文命名", "ar, سمّ الشيء بالصينية"})
  void whatAClassWantsIsSaidInTheLanguageOfThePage(String language, String wish) {
    assertThat(page("classes/Meeting?lang=" + language)).contains(wish);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "zh", "fr", "es", "ru", "ar"})
  void aShapeHasItsWordsInTheLanguageOfThePageAndInEnglish(String language) {
    HttpResponse<String> shapes = server.get("shapes.html?lang=" + language, "text/html");

    assertThat(shapes.statusCode()).isEqualTo(200);
    for (String other : List.of("en", "zh", "fr", "es", "ru", "ar")) {
      boolean told = other.equals(language) || other.equals("en");
      assertThat(shapes.body().contains("\"@" + other)).as(other).isEqualTo(told);
    }
  }

  @Test
  void anUnknownClassIsNamed() {
    HttpResponse<String> unknown = server.get("classes/Nothing", "application/json");

    assertThat(unknown.statusCode()).isEqualTo(404);
    assertThat(unknown.body()).contains("The ontology has no class Nothing.");
  }

  private static String version() {
    return address(
        server.graph().read(snapshot -> Ontology.of(snapshot).versionIri().orElseThrow()));
  }

  private static String address(Node version) {
    return version.getURI().substring(Addresses.BASE.length());
  }

  private static List<OntologyTerm> terms() {
    return server.graph().read(snapshot -> Ontology.of(snapshot).terms());
  }

  private static String page(String path) {
    HttpResponse<String> response = server.get(path, "text/html");
    assertThat(response.statusCode()).as(path).isEqualTo(200);
    return response.body();
  }
}
