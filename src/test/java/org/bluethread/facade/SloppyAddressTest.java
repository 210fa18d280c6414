package org.bluethread.facade;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.bluethread.support.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses that are not quite those of a thing, by accident or not. */
final class SloppyAddressTest {
  private static final String DATA =
      """
      @base <https://w3id.org/bluethread/> .
      @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
      GRAPH <graph/notes> {
        <id/output/isa/1.2.1-2> skos:prefLabel "Output"@en ; skos:notation "1.2.1-2" .
        <id/topic/café> skos:prefLabel "Café"@fr .
        <id/海/深> skos:prefLabel "深海"@zh .
        <id/mixed/AbC> skos:prefLabel "Mixed"@en .
        <id/two/Ab> skos:prefLabel "One"@en .
        <id/two/aB> skos:prefLabel "Other"@en .
        <id/folder/> skos:prefLabel "Folder"@en .
        <id/page.html> skos:prefLabel "Page"@en .
        <id/100%25> skos:prefLabel "All"@en .
      }
      GRAPH <graph/file.ttl> { <id/mixed/AbC> skos:note "In a file."@en }
      """;

  private static TestServer server;

  @BeforeAll
  static void start() {
    server = TestServer.start();
    server.write(DATA);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource({
    "/id/output/isa/1.2.1-2/, /id/output/isa/1.2.1-2",
    "/id//output///isa/1.2.1-2, /id/output/isa/1.2.1-2",
    "/id/output/isa/1.2.1%2D2, /id/output/isa/1.2.1-2",
    "/id/output%2Fisa%2f1.2.1-2, /id/output/isa/1.2.1-2",
    "/id/output/isa/1.2.1-2%20, /id/output/isa/1.2.1-2",
    "/id/output/isa/%E3%80%801.2.1-2, /id/output/isa/1.2.1-2",
    "/id/output/isa/1.2.1-2%0d%0a, /id/output/isa/1.2.1-2",
    "/id/Output/ISA/1.2.1-2, /id/output/isa/1.2.1-2",
    "/id/Output/ISA/1.2.1-2.TTL?lang=zh&offset=0, /id/output/isa/1.2.1-2.ttl?lang=zh&offset=0",
    "/id/output/isa/1.2.1-2.ttl/, /id/output/isa/1.2.1-2.ttl",
    "/id/output/isa/%EF%BC%91.%EF%BC%92.1-2, /id/output/isa/1.2.1-2",
    "/id/topic/cafe%CC%81, /id/topic/caf%C3%A9",
    "/id/mixed/aBc, /id/mixed/AbC",
    "/id/%E6%B5%B7/%E6%B7%B1/, /id/%E6%B5%B7/%E6%B7%B1",
    "/graph/notes/, /graph/notes",
    "/graph/Notes, /graph/notes",
    "/graph/NOTES.TTL?lang=zh, /graph/notes.ttl?lang=zh",
  })
  void aSloppySpellingIsSentToTheOneRightAddress(String sloppy, String right) throws IOException {
    String answer = get(sloppy);
    assertThat(answer).startsWith("HTTP/1.1 301 ");
    assertThat(header(answer, "Location")).isEqualTo(right);
    assertThat(header(answer, "Cache-Control")).isEqualTo("no-cache");
    assertThat(get(right)).matches("(?s)HTTP/1.1 (200|303) .*");
  }

  @ParameterizedTest
  @CsvSource({
    "/id/topic/caf%c3%a9, /id/topic/caf%C3%A9",
    "/id/folder/, /id/folder/",
    "/id/page.html, /id/page.html",
    "/id/100%25, /id/100%25",
    "/id/%E6%B5%B7/%E6%B7%B1, /id/%E6%B5%B7/%E6%B7%B1",
  })
  void aRightSpellingIsNotSentAnywhereElse(String path, String right) throws IOException {
    String answer = get(path);
    assertThat(answer).startsWith("HTTP/1.1 303 ");
    assertThat(header(answer, "Location")).isEqualTo(right + ".ttl");
    assertThat(get(right + ".ttl")).startsWith("HTTP/1.1 200 ");
  }

  @Test
  void ofNamesThatDifferInTheirLettersCaseNoneIsMeantMoreThanTheOther() {
    HttpResponse<String> answer = server.get("id/two/ab", "*/*");
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains("Did you mean", "bluethread/id/two/Ab>", "id/two/aB>");
  }

  @Test
  void whatIsCalledSoElsewhereIsNamedAndNotGiven() {
    HttpResponse<String> answer = server.get("id/output/1.2.1-2", "*/*");
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains("Did you mean <https://w3id.org/bluethread/id/output/isa/");
  }

  @Test
  void theNameOfAGraphMayEndLikeASuffix() throws IOException {
    String answer = get("/graph/file.ttl");
    assertThat(answer).startsWith("HTTP/1.1 200 ").contains("In a file.");
    assertThat(get("/graph/file.ttl.nt")).startsWith("HTTP/1.1 200 ").contains("In a file.");
    assertThat(get("/graph/file")).startsWith("HTTP/1.1 404 ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//evil.example/id/output/isa/1.2.1-2",
        "/id//evil.example",
        "/id///evil.example/",
        "/id/%2F%2Fevil.example/",
        "/id/%5C%5Cevil.example",
        "/id/./output/isa/1.2.1-2",
        "/id/x/../output/isa/1.2.1-2",
        "/id/%2e%2e/graph/notes",
        "/id/a%00b",
        "/id/x%0d%0aX-Injected:%20y",
        "/id/output/isa/1.2.1-2%0d%0aX-Injected:%20y",
        "/id/output/isa/1.2.1-2/%0d%0aX-Injected:%20y/",
        "/graph/notes%0d%0aX-Injected:%20y",
        "/id/%ff%fe",
        "/id/%zz",
        "/id/output/isa/1.2.1-2;x=1",
        "/id/%F0%9F%90%9F",
      })
  void aHostileAddressIsAProblemAndLeadsNowhere(String path) throws IOException {
    String answer = get(path);
    String head = answer.substring(0, answer.indexOf("\r\n\r\n"));
    assertThat(answer).matches("(?s)HTTP/1.1 4[0-9][0-9] .*").contains("problem+json");
    assertThat(head).doesNotContain("X-Injected", "\nLocation:");
  }

  @Test
  void anAddressUpToTheLimitIsLookedUpAndALongerOneRefused() throws IOException {
    assertThat(get("/id/" + "x/".repeat(3500))).startsWith("HTTP/1.1 404 ");
    assertThat(get("/id/" + "%E6%B5%B7".repeat(800))).startsWith("HTTP/1.1 404 ");
    assertThat(get("/id/" + "%20".repeat(2500))).startsWith("HTTP/1.1 404 ");
    assertThat(get("/id/" + "x".repeat(9000))).startsWith("HTTP/1.1 414 ");
  }

  @Test
  void aScriptInThePathIsShownAndNotRun() {
    HttpResponse<String> page = server.get("id/%3Cscript%3Ealert(1)%3C/script%3E", "text/html");
    assertThat(page.statusCode()).isEqualTo(404);
    assertThat(page.body()).contains("&lt;script&gt;alert(1)").doesNotContain("<script>alert");
  }

  private static String get(String path) throws IOException {
    String request =
        "GET " + path + " HTTP/1.1\r\nHost: h\r\nAccept: text/turtle\r\nConnection: close\r\n\r\n";
    try (Socket socket =
        new Socket(InetAddress.getLoopbackAddress(), server.address("").getPort())) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String header(String answer, String name) {
    return answer
        .lines()
        .filter(line -> line.startsWith(name + ": "))
        .map(line -> line.substring(name.length() + 2))
        .findFirst()
        .orElse("");
  }
}
