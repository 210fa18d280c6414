package org.bluethread.facade;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.jena.graph.NodeFactory;
import org.bluethread.graph.Commit;
import org.bluethread.support.TestGraph;
import org.bluethread.support.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What once was in the graph and is no more says so, and names the commit that removed it. */
final class RemovedThingsTest {
  private static final String UPDATE = "application/sparql-update";
  private static final String BASE = "BASE <https://w3id.org/bluethread/> ";

  private TestServer server;

  @BeforeEach
  void start() {
    server = TestServer.start();
    update(
        "INSERT DATA { GRAPH <graph/a> { <id/x> <http://e.org/p> <id/y> , 1 }"
            + " GRAPH <graph/b> { <id/y> <http://e.org/p> 2 . <graph/a> <http://e.org/p> 3 } }");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aThingOfWhichTheLastStatementWentIsGone() {
    update("DELETE DATA { GRAPH <graph/a> { <id/x> <http://e.org/p> 1 } }");
    assertThat(status("id/x.ttl")).isEqualTo(200);
    update("DELETE DATA { GRAPH <graph/a> { <id/x> <http://e.org/p> <id/y> } }");

    HttpResponse<String> gone = server.get("id/x", "*/*");
    assertThat(gone.statusCode()).isEqualTo(410);
    Commit last = server.graph().history().newest(1).get(0);
    assertThat(gone.body())
        .contains("problem/gone", "commit 3 of " + last.time() + " removed it", "/changes/3");
    assertThat(gone.headers().firstValue("Cache-Control")).hasValue("no-store");
    assertThat(status("id/x.jsonld")).isEqualTo(410);
    assertThat(server.get("id/x", "text/html").body()).contains("/changes/3");
    assertThat(status("changes/3")).isEqualTo(200);
    assertThat(status("id/y.ttl")).as("is still spoken of").isEqualTo(200);
    assertThat(status("id/never")).isEqualTo(404);
  }

  @Test
  void whatIsOnlyPointedToIsGoneWithTheLastPointer() {
    update("DELETE WHERE { GRAPH <graph/b> { <id/y> ?p ?o } }");
    assertThat(status("id/y.ttl")).isEqualTo(200);
    update("DELETE WHERE { GRAPH <graph/a> { <id/x> ?p <id/y> } }");
    assertThat(status("id/y.ttl")).isEqualTo(410);
  }

  @Test
  void aThingThatComesBackIsHereAgain() {
    update("DELETE WHERE { GRAPH ?g { <id/x> ?p ?o } }");
    assertThat(status("id/x.ttl")).isEqualTo(410);
    update("INSERT DATA { GRAPH <graph/c> { <id/z> <http://e.org/p> <id/x> } }");
    assertThat(status("id/x.ttl")).isEqualTo(200);
    update("DROP GRAPH <graph/c>");
    assertThat(server.get("id/x", "*/*").body()).contains("commit 4 of");
  }

  @Test
  void aGraphThatWasEmptiedIsGoneThoughMuchIsSaidOfIt() {
    update("DROP GRAPH <graph/a>");
    assertThat(status("graph/a")).isEqualTo(410);
    assertThat(status("graph/a.ttl")).isEqualTo(410);
    assertThat(server.get("graph/a", "text/html").body()).contains("/changes/2");
    update("INSERT DATA { GRAPH <graph/a> { <id/x> <http://e.org/p> 1 } }");
    assertThat(status("graph/a")).isEqualTo(200);
    assertThat(status("graph/never")).isEqualTo(404);
  }

  @Test
  void whatMovesToAnotherGraphInOneCommitIsNotGone() {
    update("MOVE <graph/a> TO <graph/c>");
    assertThat(status("id/x.ttl")).isEqualTo(200);
    assertThat(status("graph/a")).isEqualTo(410);
    assertThat(status("graph/c")).isEqualTo(200);
  }

  @Test
  void whatIsNotedOfTheGoneIsNoData() {
    update("DROP GRAPH <graph/a>");
    assertThat(server.get("export", "*/*").body()).doesNotContain("urn:bluethread");
    String all = "sparql?query=SELECT%20*%20%7B%20%3Fs%20%3Fp%20%3Fo%20%7D";
    assertThat(server.get(all, "text/csv").body()).doesNotContain("urn:bluethread");
  }

  @Test
  void aStoreThatIsOpenedAgainStillKnows(@TempDir Path directory) {
    try (TestGraph graph = TestGraph.onDisk(directory)) {
      graph.update(BASE + "INSERT DATA { GRAPH <graph/a> { <id/x> <http://e.org/p> 1 } }");
      graph.update(BASE + "DROP GRAPH <graph/a>");
    }
    try (TestGraph graph = TestGraph.onDisk(directory)) {
      Optional<Commit> removal =
          graph
              .graph()
              .read(
                  snapshot ->
                      graph
                          .graph()
                          .history()
                          .removal(
                              snapshot, NodeFactory.createURI("https://w3id.org/bluethread/id/x")));
      assertThat(removal.map(Commit::number)).hasValue(2L);
    }
  }

  private void update(String update) {
    HttpResponse<String> answer = server.post("update", UPDATE, BASE + update);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  private int status(String path) {
    return server.send(server.request(path).header("Accept", "*/*")).statusCode();
  }
}
