package org.bluethread.facade;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.bluethread.graph.Commit;
import org.bluethread.support.TestServer;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** The list of pages for search engines. */
class SitemapTest {
  private static final String THING =
      "<https://w3id.org/bluethread/id/x/%s>"
          + " <http://www.w3.org/2004/02/skos/core#prefLabel> \"%s\"@en .";

  @Test
  void aPageIsListedWithTheTimeOfTheCommitThatChangedItLast() {
    try (TestServer server = TestServer.start()) {
      server.write(THING.formatted("a", "A"));
      server.write(THING.formatted("b&c'é", "B"));
      Map<String, Optional<Instant>> listed = listed(server, "sitemap.xml");
      assertThat(listed)
          .containsEntry(at(server, "id/x/a.html"), time(server, 1))
          .containsEntry(at(server, "id/x/b&c'%C3%A9.html"), time(server, 2))
          .containsEntry(at(server, "catalog"), time(server, 2))
          .containsEntry(at(server, "sparql"), Optional.empty());
      server.write(THING.formatted("a", "Another name"));
      assertThat(listed(server, "sitemap.xml"))
          .containsEntry(at(server, "id/x/a.html"), time(server, 3));
    }
  }

  @Test
  void aThingThatWentIsNotListed() {
    try (TestServer server = TestServer.start()) {
      server.write(THING.formatted("a", "A"));
      assertThat(listed(server, "sitemap.xml")).containsKey(at(server, "id/x/a.html"));
      server.post("update", "application/sparql-update", "DELETE WHERE { GRAPH ?g { ?s ?p ?o } }");
      assertThat(listed(server, "sitemap.xml")).doesNotContainKey(at(server, "id/x/a.html"));
      assertThat(server.get("id/x/a.html", "text/html").statusCode()).isEqualTo(410);
    }
  }

  @Test
  void manyPagesComeInParts() {
    try (TestServer server = TestServer.start()) {
      server.write(
          IntStream.range(0, 20_001)
              .mapToObj(i -> THING.formatted("n" + i, "n"))
              .collect(Collectors.joining("\n")));
      Map<String, Optional<Instant>> parts = listed(server, "sitemap.xml");
      assertThat(parts)
          .containsOnlyKeys(
              at(server, "sitemap.xml?part=0"),
              at(server, "sitemap.xml?part=1"),
              at(server, "sitemap.xml?part=2"))
          .containsEntry(at(server, "sitemap.xml?part=2"), time(server, 1));
      assertThat(listed(server, "sitemap.xml?part=0")).containsKey(at(server, "catalog"));
      assertThat(listed(server, "sitemap.xml?part=1")).hasSize(20_000);
      assertThat(listed(server, "sitemap.xml?part=2"))
          .containsOnlyKeys(at(server, "id/x/n20000.html"));
      HttpResponse<String> none = server.get("sitemap.xml?part=3", "*/*");
      assertThat(none.statusCode()).isEqualTo(400);
      assertThat(none.body()).contains("no part 3");
    }
  }

  @Test
  void anAddressThatIsTooLongForTheProtocolIsLeftOut() {
    try (TestServer server = TestServer.start()) {
      server.write(THING.formatted("a" + "b".repeat(2100), "A"));
      assertThat(listed(server, "sitemap.xml").keySet())
          .noneMatch(address -> address.contains("/id/"));
    }
  }

  @Test
  void itIsFreshUntilTheNextCommit() {
    try (TestServer server = TestServer.start()) {
      server.write(THING.formatted("a", "A"));
      HttpResponse<String> first = server.get("sitemap.xml", "*/*");
      String tag = first.headers().firstValue("ETag").orElseThrow();
      assertThat(first.headers().firstValue("Content-Type")).contains("application/xml");
      assertThat(
              server.send(server.request("sitemap.xml").header("If-None-Match", tag)).statusCode())
          .isEqualTo(304);
      server.write(THING.formatted("b", "B"));
      assertThat(
              server.send(server.request("sitemap.xml").header("If-None-Match", tag)).statusCode())
          .isEqualTo(200);
    }
  }

  @Test
  void robotsFindIt() {
    HttpResponse<String> robots = TestServer.shared().get("robots.txt", "*/*");
    assertThat(robots.statusCode()).isEqualTo(200);
    assertThat(robots.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain"));
    assertThat(robots.body())
        .startsWith("User-agent: *\n")
        .contains("\nSitemap: " + at(TestServer.shared(), "sitemap.xml") + "\n");
  }

  /** Of the many things every twentieth is asked for; every other page is. */
  @Test
  void everyAddressAnswers() {
    TestServer server = TestServer.shared();
    Map<String, Optional<Instant>> listed = listed(server, "sitemap.xml");
    assertThat(listed)
        .containsKeys(
            at(server, "ontology.html"),
            at(server, "shapes.html"),
            at(server, "classes/Meeting"),
            at(server, "queries/direction-tree"),
            at(server, "id/document/unep-cbd-sbi-1-6.html"))
        .hasSizeGreaterThan(1000);
    int number = 0;
    for (String address : listed.keySet()) {
      number++;
      if (number % 20 == 0 || !address.contains("/id/")) {
        String path = address.substring(at(server, "").length());
        assertThat(server.get(path, "text/html").statusCode()).as(address).isEqualTo(200);
      }
    }
  }

  private static String at(TestServer server, String path) {
    return server.address("") + path;
  }

  private static Optional<Instant> time(TestServer server, long commit) {
    return server.graph().history().commit(commit).map(Commit::time);
  }

  /** What a sitemap lists, read as XML. */
  private static Map<String, Optional<Instant>> listed(TestServer server, String path) {
    HttpResponse<String> answer = server.get(path, "*/*");
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    NodeList entries = xml(answer.body()).getDocumentElement().getChildNodes();
    Map<String, Optional<Instant>> listed = new TreeMap<>();
    for (int i = 0; i < entries.getLength(); i++) {
      if (entries.item(i) instanceof Element entry) {
        String location = text(entry, "loc").orElseThrow();
        assertThat(URI.create(location)).hasHost(server.address("").getHost());
        assertThat(listed.put(location, text(entry, "lastmod").map(Instant::parse)))
            .as("twice: " + location)
            .isNull();
      }
    }
    return listed;
  }

  private static Optional<String> text(Element entry, String name) {
    NodeList found =
        entry.getElementsByTagNameNS("http://www.sitemaps.org/schemas/sitemap/0.9", name);
    return found.getLength() == 0 ? Optional.empty() : Optional.of(found.item(0).getTextContent());
  }

  private static Document xml(String text) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setNamespaceAware(true);
      return factory.newDocumentBuilder().parse(new InputSource(new StringReader(text)));
    } catch (ParserConfigurationException | SAXException | IOException e) {
      throw new AssertionError(text, e);
    }
  }
}
