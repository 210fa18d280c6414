package org.bluethread.facade.informea;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.bluethread.support.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.InputSource;

/** What the service does not answer, and what it says instead. */
class RefusedQuestionsTest {
  private static TestServer server;
  private static Portal portal;

  @BeforeAll
  static void start() {
    server = TestServer.start();
    server.write(Portal.GRAPH);
    portal = new Portal(server);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  static Stream<Arguments> questions() {
    return Stream.of(
        Arguments.of(404, "Nowhere", List.of()),
        Arguments.of(404, "Decisions('none')", List.of()),
        Arguments.of(404, "Decisions('none')/title", List.of()),
        Arguments.of(404, "Decisions('cbd:xi-2')/nothing", List.of()),
        Arguments.of(404, "Decisions('cbd:xi-2')/displayOrder/$value", List.of()),
        Arguments.of(400, "Decisions(7)", List.of()),
        Arguments.of(404, "Decisions('x", List.of()),
        Arguments.of(400, "Decisions", List.of("$filter=nothing eq 1")),
        Arguments.of(400, "Decisions", List.of("$filter=number eq")),
        Arguments.of(400, "Decisions", List.of("$filter=number gt 7")),
        Arguments.of(400, "Decisions", List.of("$filter=title/value eq 'a'")),
        Arguments.of(400, "Decisions", List.of("$filter=7 div 0 eq 1")),
        Arguments.of(400, "Decisions", List.of("$filter=" + "(".repeat(60) + "true")),
        Arguments.of(400, "Decisions", List.of("$filter=number eq '" + "x".repeat(2000) + "'")),
        Arguments.of(400, "Decisions", List.of("$filter=" + "not ".repeat(490) + "nothing")),
        Arguments.of(400, "Decisions", List.of("$filter=replace(number,'','x') eq 'y'")),
        Arguments.of(400, "Decisions", List.of("$orderby=nothing")),
        Arguments.of(400, "Decisions", List.of("$expand=nothing")),
        Arguments.of(400, "Decisions", List.of("$select=nothing")),
        Arguments.of(400, "Decisions", List.of("$top=-1")),
        Arguments.of(400, "Decisions", List.of("$top=many")),
        Arguments.of(400, "Decisions", List.of("$skip=-1")),
        Arguments.of(400, "Decisions", List.of("$skiptoken=x")),
        Arguments.of(400, "Decisions", List.of("$inlinecount=some")),
        Arguments.of(400, "Decisions", List.of("$format=yaml")),
        Arguments.of(400, "Decisions", List.of("$search=x")),
        Arguments.of(400, "Decisions", List.of("top=1")),
        Arguments.of(400, "Decisions", List.of("$top=1", "$top=2")),
        Arguments.of(400, "Decisions('cbd:xi-2')", List.of("$top=1")),
        Arguments.of(501, "$batch", List.of()));
  }

  @ParameterizedTest
  @MethodSource("questions")
  void anErrorOfOdataSaysWhatIsWrongAndAWayOut(int status, String path, List<String> options)
      throws Exception {
    String address = path.replace("'x", "%27x");
    HttpResponse<String> json = portal.json(address, options.toArray(String[]::new));
    HttpResponse<String> atom = portal.atom(address, options.toArray(String[]::new));

    assertThat(json.statusCode()).as(json.body()).isEqualTo(status);
    assertThat(Portal.tree(json.body()).at("/error/message/value").asText())
        .contains(".")
        .hasSizeGreaterThan(30);
    assertThat(Portal.tree(json.body()).at("/error/code").asText()).isNotEmpty();
    assertThat(json.headers().firstValue("Cache-Control")).hasValue("no-store");
    assertThat(json.headers().firstValue("ETag")).isEmpty();

    assertThat(atom.statusCode()).isEqualTo(status);
    assertThat(
            DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(atom.body())))
                .getDocumentElement()
                .getTagName())
        .isEqualTo("error");
  }

  @Test
  void textsDoNotGrowWithoutEnd() {
    String grown = "number";
    for (int i = 0; i < 9; i++) {
      grown = "replace(" + grown + ",'X','" + "X".repeat(20) + "')";
    }
    assertThat(portal.json("Decisions", "$filter=length(" + grown + ") eq 1").statusCode())
        .isEqualTo(400);
  }

  @Test
  void nothingCanBeWritten() {
    for (String method : List.of("POST", "PUT", "DELETE", "PATCH")) {
      assertThat(
              server
                  .send(
                      server
                          .request("informea.svc/Decisions")
                          .header("Authorization", "Bearer " + TestServer.TOKEN)
                          .method(method, BodyPublishers.ofString("{}")))
                  .statusCode())
          .as(method)
          .isEqualTo(405);
    }
  }

  @Test
  void whatCannotBeGivenIsNotAcceptable() {
    assertThat(server.get("informea.svc/Decisions", "image/png").statusCode()).isEqualTo(406);
  }
}
