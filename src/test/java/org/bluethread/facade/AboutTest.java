package org.bluethread.facade;

import static org.assertj.core.api.Assertions.assertThat;

import org.bluethread.support.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the graph was drawn from, under which licences, and how to cite it. */
final class AboutTest {
  private static TestServer server;

  @BeforeAll
  static void start() {
    server = TestServer.start();
    server.write(
        """
        @base <https://w3id.org/bluethread/> .
        PREFIX bt: <https://w3id.org/bluethread/ontology#>
        PREFIX dcterms: <http://purl.org/dc/terms/>
        PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
        GRAPH <graph/register/things> {
          <id/document/d> a bt:Document ; skos:prefLabel "The <i>document</i>"@en , "文件甲"@zh ;
            skos:notation "A/1" ; dcterms:date "2024-05" .
          <id/document/d/para/1> bt:inDocument <id/document/d> .
          <id/document/cited> a bt:Document ; skos:prefLabel "Only cited"@en .
          <graph/register/sourced> a bt:RegisterGraph ; skos:prefLabel "Oceans"@en , "海洋"@zh ;
            dcterms:source <https://doi.org/10.14284/542> , <javascript:alert(1)> ;
            dcterms:bibliographicCitation "Marine Institute: Oceans." ;
            dcterms:license <https://creativecommons.org/licenses/by/3.0/igo/> .
          <graph/register/unlicensed> a bt:MappingGraph ; skos:prefLabel "Pairs"@en ;
            dcterms:source <https://example.org/pairs> .
          <graph/register/own> a bt:RegisterGraph ; skos:prefLabel "Our own"@en .
        }
        """);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void theDocumentsStandWithSymbolAndDate() {
    assertThat(server.get("about", "text/html").body())
        .containsSubsequence(
            "<a href=\"/id/document/d\"><bdi>The &lt;i&gt;document&lt;/i&gt;</bdi></a>",
            "<span class=\"code\">A/1</span>",
            "<time datetime=\"2024-05\">2024-05</time>")
        .doesNotContain("Only cited", "<i>");
    assertThat(server.get("about?lang=zh", "text/html").body())
        .contains("文件甲", "href=\"/id/document/d?lang=zh\"");
  }

  @Test
  void referenceDataStandWithSourceAndTheLicenceThatTheGraphStates() {
    assertThat(server.get("about", "text/html").body())
        .containsSubsequence(
            "Oceans",
            "Marine Institute: Oceans.",
            "href=\"https://doi.org/10.14284/542\"",
            "<a href=\"https://creativecommons.org/licenses/by/3.0/igo/\"",
            "CC BY 3.0 IGO")
        .containsSubsequence("Pairs", "https://example.org/pairs", "none stated in the graph")
        .doesNotContain("Our own", "href=\"javascript:");
  }

  @Test
  void itSaysHowToCiteTheStateOfTheGraphThatOneReads() {
    assertThat(server.get("about?lang=fr", "text/html").body())
        .contains(
            "validation 1",
            "UTC</time>",
            "https://w3id.org/bluethread/id/dataset/bluethread/graph");
    assertThat(server.get("about", "text/html").body())
        .contains(
            "href=\"/openapi.json\"",
            "href=\"/.well-known/void?format=ttl\"",
            "href=\"/sparql\"",
            "href=\"/catalog\"",
            "href=\"https://www.apache.org/licenses/LICENSE-2.0\"",
            "<a href=\"/submit\">");
  }

  @Test
  void theReleaseThatIsServedCanBeCited() {
    assertThat(TestServer.shared().get("about", "text/html").body())
        .containsPattern("release test, <code dir=\"ltr\">[0-9a-f]{12}</code>")
        .contains("UNEP/CBD/COP/11/INF/41", "CC BY 3.0 IGO", "CC BY 4.0");
  }

  @Test
  void anEmptyGraphHasAPageToo() {
    try (TestServer empty = TestServer.start()) {
      assertThat(empty.get("about?lang=ar", "text/html").body())
          .contains("dir=\"rtl\"", "عن BlueThread", "الإيداع 0");
    }
  }

  @Test
  void programsAreSentToTheCatalogue() {
    assertThat(server.get("about", "application/json").statusCode()).isEqualTo(406);
    assertThat(server.get("about", "application/json").body()).contains("/catalog");
    assertThat(server.send(server.request("about")).statusCode()).isEqualTo(200);
  }
}
