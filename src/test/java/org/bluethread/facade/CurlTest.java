package org.bluethread.facade;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.bluethread.support.Program;
import org.bluethread.support.TestServer;
import org.bluethread.support.Tool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is usual on curl's command line works here. */
final class CurlTest {
  private static final String QUERY =
      "SELECT ?s ?o { ?s <http://example.org/p> ?o FILTER(STR(?o) = \"海底 & +%\") }";
  private static final String ROWS = "s,o\r\nhttp://example.org/s,海底 & +%\r\n";
  private static final String TOKEN = "Authorization: Bearer " + TestServer.TOKEN;
  private static final String GRAPH = "data?graph=http://example.org/%E6%B5%B7";

  @TempDir private Path folder;
  private TestServer server;

  @BeforeEach
  void start() {
    server = TestServer.start();
    server.write(
        "GRAPH <http://example.org/g> { <http://example.org/s> <http://example.org/p>"
            + " \"海底 & +%\"@zh, \"seabed\"@en }");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aQueryGoesInTheAddressInAFormOrAsItIs() throws IOException {
    Path file = Files.writeString(folder.resolve("question.rq"), QUERY);
    String csv = "Accept: text/csv";

    assertThat(
            Stream.of(
                curl("sparql", "-G", "--data-urlencode", "query=" + QUERY, "-d", "format=csv"),
                curl("sparql", "-H", csv, "--data-urlencode", "query=" + QUERY),
                curl("sparql?output=csv", "--data-urlencode", "query@" + file),
                curl(
                    "sparql",
                    "-H",
                    csv,
                    "-H",
                    "Content-Type: application/sparql-query",
                    "--data-binary",
                    "@" + file)))
        .containsOnly(ROWS);
  }

  @Test
  void aFormOfFieldsIsRefusedAsOne() {
    Program.Run run = run("sparql", "--fail", "-F", "query=ASK {}");

    assertThat(run.exit()).isEqualTo(22);
    assertThat(run.err()).contains("415");
  }

  @Test
  void aCompressedAnswerIsTheSame() {
    String query = "query=SELECT ?n { VALUES ?n { " + "123456789 ".repeat(1000) + "} }";
    String[] plain = {"-H", "Accept: text/csv", "--data-urlencode", query};

    assertThat(curl("sparql", with(plain, "--compressed"))).isEqualTo(curl("sparql", plain));
    assertThat(sizeOf(with(plain, "--compressed"))).isLessThan(sizeOf(plain) / 10);
  }

  private int sizeOf(String... options) {
    Path nowhere = folder.resolve("body");
    return Integer.parseInt(
        curl("sparql", with(options, "-o", nowhere.toString(), "-w", "%{size_download}")));
  }

  @Test
  void anEtagThatItKeptIsAnsweredWith304UntilSomethingIsWritten() {
    String etag = folder.resolve("etag").toString();
    String[] ask = {
      "-G",
      "-o",
      folder.resolve("body").toString(),
      "-w",
      "%{http_code}",
      "--data-urlencode",
      "query=" + QUERY
    };

    assertThat(curl("sparql", with(ask, "--etag-save", etag))).isEqualTo("200");
    assertThat(curl("sparql", with(ask, "--etag-compare", etag))).isEqualTo("304");
    server.write(
        "GRAPH <http://example.org/g> { <http://example.org/s> a <http://example.org/T> }");
    assertThat(curl("sparql", with(ask, "--etag-compare", etag))).isEqualTo("200");
  }

  @Test
  void headGivesTheHeadersAlone() {
    String head =
        curl("sparql", "-I", "-G", "--data-urlencode", "query=" + QUERY, "-H", "Accept: text/csv");

    assertThat(head).startsWith("HTTP/1.1 200").contains("Content-Type: text/csv", "ETag: ");
    assertThat(head.strip().lines().filter(String::isBlank)).isEmpty();
  }

  @Test
  void graphsArePutAddedToAndDeletedWithAToken() throws IOException {
    String first = turtle("first.ttl", "<http://example.org/海> <http://example.org/p> 1 .");
    String second = turtle("second.ttl", "<http://example.org/海> <http://example.org/p> 2 .");
    String type = "Content-Type: text/turtle";

    assertThat(run(GRAPH, "-f", "-T", first, "-H", type).exit()).isEqualTo(22);
    assertThat(status("-T", first, "-H", type)).isEqualTo("201");
    assertThat(status("-X", "POST", "--data-binary", "@" + second, "-H", type)).isEqualTo("200");
    assertThat(curl(GRAPH, "-H", "Accept: application/n-triples").lines()).hasSize(2);
    assertThat(status("-X", "PUT", "--data-binary", "@" + second, "-H", type)).isEqualTo("200");
    assertThat(curl(GRAPH, "-H", "Accept: application/n-triples").lines()).hasSize(1);
    assertThat(status("-X", "DELETE")).isEqualTo("200");
    assertThat(run(GRAPH, "-f").err()).contains("404");
  }

  private String turtle(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private String status(String... options) {
    return curl(
        GRAPH,
        with(options, "-H", TOKEN, "-o", folder.resolve("body").toString(), "-w", "%{http_code}"));
  }

  @Test
  void redirectsLeadFromAThingToItsDocument() {
    server.write(
        "GRAPH <http://example.org/g> { <https://w3id.org/bluethread/id/test/海>"
            + " <http://example.org/p> 1 }");

    assertThat(curl("id/test/%E6%B5%B7", "-L", "-H", "Accept: application/n-triples"))
        .contains("<https://w3id.org/bluethread/id/test/海> <http://example.org/p>");
  }

  private static String[] with(String[] options, String... more) {
    return Stream.of(options, more).flatMap(Stream::of).toArray(String[]::new);
  }

  private String curl(String path, String... options) {
    Program.Run run = run(path, with(options, "--fail-with-body"));
    assertThat(run.exit()).as(run.out() + run.err()).isZero();
    return run.out();
  }

  private Program.Run run(String path, String... options) {
    List<String> fixed = List.of("--silent", "--show-error", server.address(path).toString());
    return Tool.needed("curl").run(with(options, fixed.toArray(String[]::new)));
  }
}
