package org.bluethread.facade;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.graph.NodeFactory;
import org.bluethread.graph.Author;
import org.bluethread.graph.WriteRequest;
import org.bluethread.support.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The commit log as pages, beside the JSON and the RDF Patch that programs get. */
final class ChangesPagesTest {
  private TestServer server;

  @BeforeEach
  void start() {
    server = TestServer.start();
    server.write(
        """
        PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
        GRAPH <https://w3id.org/bluethread/graph/g> {
          <https://w3id.org/bluethread/id/organ/a> skos:prefLabel "Organ A"@en , "机关甲"@zh , "الهيئة أ"@ar ;
            skos:note "<script>alert(1)</script>"@en .
        }
        """);
    update(
        "DELETE { GRAPH ?g { ?s ?p ?old } } INSERT { GRAPH ?g { ?s ?p \"new\\nline\"@en } }"
            + " WHERE { GRAPH ?g { ?s <http://www.w3.org/2004/02/skos/core#note> ?old BIND("
            + "<http://www.w3.org/2004/02/skos/core#note> AS ?p) } }",
        "Say it <b>better</b>");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void update(String update, String message) {
    HttpResponse<String> answer =
        server.send(
            server
                .request("update")
                .header("Authorization", "Bearer " + TestServer.TOKEN)
                .header("Content-Type", "application/sparql-update")
                .header("BlueThread-Message", message)
                .POST(BodyPublishers.ofString(update)));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  @Test
  void theLogIsAPageForBrowsersNewestFirst() {
    String page = server.get("changes", "text/html").body();
    assertThat(page)
        .containsSubsequence(
            "<a href=\"/changes/2\">Commit 2</a>",
            "Say it &lt;b&gt;better&lt;/b&gt;",
            "<time datetime=\"20",
            "UTC</time>",
            "<bdi>tester</bdi>",
            "<bdi>SPARQL update</bdi>",
            "Nothing to object",
            "1 added",
            "1 removed",
            "<a href=\"/changes/1\">Commit 1</a>")
        .doesNotContain("<b>better");
  }

  @ParameterizedTest
  @CsvSource({"zh, 第 2 次提交, 机关甲, + 新增, − 删除, ltr", "ar, الإيداع 2, الهيئة أ, + أضيف, − حُذف, rtl"})
  void aChangeIsToldInTheReadersLanguage(
      String language, String commit, String name, String came, String went, String direction) {
    assertThat(server.get("changes?lang=" + language, "text/html").body())
        .contains("<a href=\"/changes/2?lang=" + language + "\">" + commit + "</a>");
    assertThat(server.get("changes/2?lang=" + language, "text/html").body())
        .contains("dir=\"" + direction + "\"", commit, name, came, went);
  }

  @Test
  void whatCameAndWhatWentIsToldByWordAndSignWithNeighboursLinked() {
    String page = server.get("changes/2", "text/html").body();
    assertThat(page)
        .containsSubsequence(
            "<a rel=\"prev\" href=\"/changes/1\">",
            "Organ A",
            "href=\"/graph/g\"",
            "− removed",
            "&lt;script&gt;alert(1)",
            "+ added",
            "new\nline")
        .doesNotContain("<script>", "rel=\"next\"");
    assertThat(server.get("changes/1", "text/html").body())
        .contains("<a rel=\"next\" href=\"/changes/2\">")
        .doesNotContain("rel=\"prev\"", "− removed");
  }

  @Test
  void programsGetWhatTheyAlwaysGot() throws Exception {
    Path file;
    try (Stream<Path> files = Files.walk(server.log())) {
      file = files.filter(path -> path.endsWith("000000002.rdfp")).findFirst().orElseThrow();
    }
    for (String accept : new String[] {"*/*", "application/rdf-patch"}) {
      HttpResponse<String> patch = server.get("changes/2", accept);
      assertThat(patch.body()).isEqualTo(Files.readString(file));
      assertThat(patch.headers().firstValue("Content-Type")).hasValue("application/rdf-patch");
    }
    assertThat(server.send(server.request("changes/2")).body()).isEqualTo(Files.readString(file));
    assertThat(server.get("changes/2?format=rdfp", "text/html").body())
        .isEqualTo(Files.readString(file));
    String json = server.get("changes", "application/json").body();
    assertThat(json).startsWith("[{\"number\":2,\"time\":\"").contains("\"door\":\"update\"");
    assertThat(server.send(server.request("changes")).body()).isEqualTo(json);
    assertThat(server.get("changes?format=json", "text/html").body()).isEqualTo(json);
    assertThat(server.get("changes", "image/png").statusCode()).isEqualTo(406);
    assertThat(server.get("changes/2", "image/png").statusCode()).isEqualTo(406);
  }

  @Test
  void theLogComesInPartsForPeopleAndPrograms() {
    update(
        "INSERT DATA { GRAPH <https://example.org/g> { <https://example.org/a>"
            + " <https://example.org/p> 1 } }",
        "third");
    HttpResponse<String> first = server.get("changes?most=2", "application/json");
    assertThat(first.body())
        .contains("\"number\":3", "\"number\":2")
        .doesNotContain("\"number\":1,");
    assertThat(first.headers().firstValue("Link"))
        .hasValue("</changes?most=2&before=2>; rel=\"next\"");
    HttpResponse<String> last = server.get("changes?most=2&before=2", "application/json");
    assertThat(last.body()).contains("\"number\":1,").doesNotContain("\"number\":2");
    assertThat(last.headers().firstValue("Link")).isEmpty();
    assertThat(server.get("changes?most=2&lang=zh", "text/html").body())
        .contains("<a rel=\"next\" href=\"/changes?most=2&amp;lang=zh&amp;before=2\">");
    assertThat(server.get("changes?before=1", "application/json").body()).isEqualTo("[]");
    assertThat(server.get("changes?before=1", "text/html").body()).contains("Nothing has been");
    assertThat(server.get("changes?before=0", "text/html").statusCode()).isEqualTo(400);
    assertThat(server.get("changes?unknown=1", "text/html").statusCode()).isEqualTo(200);
  }

  @Test
  void aLargeChangeIsShownInPartWithItsWholeNumberTold() {
    String many =
        IntStream.range(0, 1200)
            .mapToObj(
                i ->
                    "<https://example.org/s"
                        + i
                        + "> <https://example.org/p> \""
                        + "x".repeat(10_000)
                        + "\" .")
            .collect(Collectors.joining("\n"));
    server.write("GRAPH <https://example.org/many> { " + many + " }");
    server.graph().write(removal("https://example.org/many"));
    String came = server.get("changes/3", "text/html").body();
    assertThat(came).contains("500 of 1,200 statements added", "0 of 0 removed");
    assertThat(came.split("\\+ added", -1)).hasSize(501);
    assertThat(came.length()).isLessThan(800_000);
    String went = server.get("changes/4", "text/html").body();
    assertThat(went).contains("0 of 0 statements added", "500 of 1,200 removed");
    assertThat(went.split("− removed", -1)).hasSize(501);
  }

  private static WriteRequest removal(String graph) {
    return new WriteRequest(
        new Author("tester", true),
        "test",
        "",
        "seed",
        target -> target.removeGraph(NodeFactory.createURI(graph)));
  }

  @Test
  void anEmptyGraphHasAnEmptyLogAndUnknownCommitsAreTold() {
    try (TestServer empty = TestServer.start()) {
      assertThat(empty.get("changes", "text/html").body())
          .contains("Nothing has been changed yet.");
      assertThat(empty.get("changes", "application/json").body()).isEqualTo("[]");
    }
    for (String number : new String[] {"0", "3", "x", "99999999999999999999"}) {
      assertThat(server.get("changes/" + number, "text/html").statusCode()).isEqualTo(404);
    }
  }

  @Test
  void aPageIsNotSentAgainUntilACommit() {
    for (String path : new String[] {"changes", "changes/1"}) {
      String tag = server.get(path, "text/html").headers().firstValue("ETag").orElseThrow();
      HttpResponse<String> again =
          server.send(
              server.request(path).header("Accept", "text/html").header("If-None-Match", tag));
      assertThat(again.statusCode()).isEqualTo(304);
    }
  }
}
