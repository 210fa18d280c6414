package org.bluethread.facade;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bluethread.support.SentForm;
import org.bluethread.support.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The form for those who send statements without writing programs, as a browser uses it. */
final class SubmitTest {
  private static final String GRAPH = "https://example.org/mine";
  private static final String SHAPES =
      """
      @prefix sh: <http://www.w3.org/ns/shacl#> .
      @prefix ex: <https://example.org/> .
      ex:ThingShape a sh:NodeShape ; sh:targetClass ex:Thing ; sh:property ex:name-once .
      ex:name-once sh:path ex:name ; sh:minCount 1 ; sh:maxCount 1 ;
        sh:message "Give the thing one name (ex:name)."@en , "请给出一个名称（ex:name）。"@zh .
      """;
  private static final String BAD =
      """

      @prefix ex: <https://example.org/> .
      # <b>A comment</b> & "more"
      ex:a a ex:Thing ; ex:name "A" .

      ex:b a ex:Thing .
      """;
  private static final String GOOD = BAD + "ex:b ex:name '''B,\n  on two lines''' .\n";

  private TestServer server;

  @BeforeEach
  void start() {
    server = TestServer.start(new Settings(Duration.ofSeconds(20), 8 * 1024 * 1024, "test"));
    server.shapes(SHAPES);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void checkedRefusedMendedCheckedSentAndSeen() {
    HttpResponse<String> refused = submit(form("check", BAD));
    assertThat(refused.statusCode()).isEqualTo(200);
    assertThat(refused.headers().firstValue("BlueThread-Verdict")).hasValue("refused");
    assertThat(refused.body())
        .contains("<title>Refused: nothing was stored – Submit statements – BlueThread</title>")
        .contains("Give the thing one name (ex:name).")
        .contains("<li id=\"finding-1\">", "<a href=\"#L6\">6</a>")
        .containsPattern("<li id=\"L6\" class=\"fault\">.*ex:b a ex:Thing.*href=\"#finding-1\"");
    assertThat(text(refused)).isEqualTo(BAD);

    HttpResponse<String> passed = submit(form("check", GOOD));
    assertThat(passed.headers().firstValue("BlueThread-Verdict")).hasValue("passes");
    assertThat(passed.body())
        .contains("Nothing to object", "Statements it would add: 4; remove: 0.");
    assertThat(text(passed)).isEqualTo(GOOD);
    assertThat(server.graph().lastCommit()).as("checking stores nothing").isEqualTo(1);

    HttpResponse<String> sent =
        submit(
            form("send", GOOD)
                .with("token", TestServer.TOKEN)
                .with("message", "Two\nthings & more"));
    assertThat(sent.statusCode()).isEqualTo(200);
    assertThat(sent.headers().firstValue("BlueThread-Commit")).hasValue("2");
    assertThat(sent.body()).contains("<a href=\"/changes/2\">Commit 2</a>");
    assertThat(server.get("changes?most=1", "*/*").body())
        .contains(
            "\"number\":2",
            "\"author\":\"tester\"",
            "\"door\":\"submit\"",
            "\"message\":\"Two things & more\"",
            "\"added\":4");
    assertThat(server.get("changes/2", "text/html").body())
        .contains("B,\n  on two lines", "the page for submissions");
    assertThat(server.get("data?graph=" + GRAPH, "application/n-triples").body())
        .as("a literal keeps its line ends")
        .contains("\"B,\\n  on two lines\"");
    assertThat(submit(form("check", GOOD)).body()).contains("Nothing would change");
  }

  @Test
  void whatTheGateRefusesWhenSentIs422AndStandsInTheFormAgain() {
    HttpResponse<String> refused = submit(form("send", BAD).with("token", TestServer.TOKEN));
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("Refused: nothing was stored", "#finding-1");
    assertThat(text(refused)).isEqualTo(BAD);
    assertThat(server.graph().lastCommit()).isEqualTo(1);
  }

  @Test
  void allFieldsButTheTokenStandInTheFormAgain() {
    HttpResponse<String> refused =
        submit(
            form("send", BAD)
                .with("token", TestServer.TOKEN)
                .with("mode", "replace")
                .with("syntax", "application/trig")
                .with("message", "\"><script>alert(1)</script>"));
    assertThat(refused.body())
        .contains("value=\"" + GRAPH + "\"")
        .containsPattern("id=\"mode-replace\"[^>]* checked")
        .contains("<option value=\"application/trig\" selected>")
        .contains("value=\"&#34;>&lt;script>alert(1)&lt;/script>\"")
        .doesNotContain("<script>alert", TestServer.TOKEN);
  }

  @Test
  void theMessageComesInTheReadersLanguage() {
    String chinese = submit("?lang=zh", form("check", BAD)).body();
    assertThat(chinese)
        .contains("<html lang=\"zh\"", "请给出一个名称（ex:name）。", "被拒绝", "action=\"/submit?lang=zh\"");
    String arabic = submit("?lang=ar", form("check", BAD)).body();
    assertThat(arabic)
        .contains(
            "dir=\"rtl\"", "مرفوض", "<bdi lang=\"en\">Give the thing one name (ex:name).</bdi>");
    assertThat(submit("?lang=zh", form("send", GOOD).with("token", TestServer.TOKEN)).body())
        .contains("<a href=\"/changes/2?lang=zh\">第 2 次提交</a>");
  }

  @ParameterizedTest
  @CsvSource({
    "'', The form has no token., WWW-Authenticate",
    "a wrong token of length, The token is not known here., WWW-Authenticate"
  })
  void withoutATokenThatIsKnownNothingIsStoredAndNothingLost(
      String token, String detail, String header) {
    HttpResponse<String> answer = submit(form("send", GOOD).with("token", token));
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue(header).orElseThrow()).startsWith("Bearer");
    assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
    assertThat(answer.body())
        .contains("Sending needs a token that is known here.", detail)
        .doesNotContain("a wrong token of length");
    assertThat(text(answer)).isEqualTo(GOOD);
    assertThat(server.graph().lastCommit()).isEqualTo(1);
  }

  @Test
  void aGraphOfTheReleaseNeedsTheScope() {
    String shapes = "https://w3id.org/bluethread/graph/shapes";
    HttpResponse<String> answer =
        submit(
            new SentForm()
                .with("text", GOOD)
                .with("graph", shapes)
                .with("token", TestServer.WRITE_ONLY_TOKEN)
                .with("do", "send"));
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body())
        .contains("Your token does not allow changing this graph.", shapes)
        .doesNotContain(TestServer.WRITE_ONLY_TOKEN);
    assertThat(text(answer)).isEqualTo(GOOD);
  }

  @Test
  void aTokenInOneAnswerIsInNoOther() {
    submit(form("send", GOOD).with("token", TestServer.TOKEN));
    for (String path : List.of("submit", "changes", "changes/2", "metrics", "export")) {
      HttpResponse<String> answer = server.get(path, "text/html,*/*;q=0.1");
      assertThat(answer.body() + answer.headers().map()).doesNotContain(TestServer.TOKEN);
    }
  }

  @Test
  void replacingTakesWhatTheGraphHeldAndSaysSoBefore() {
    submit(form("send", GOOD).with("token", TestServer.TOKEN));
    String one = "<https://example.org/c> <https://example.org/p> 1 .\n";
    assertThat(submit(form("check", one).with("mode", "replace")).body())
        .contains("Statements it would add: 1; remove: 4.");
    assertThat(
            submit(form("send", one).with("mode", "replace").with("token", TestServer.TOKEN))
                .statusCode())
        .isEqualTo(200);
    assertThat(server.get("data?graph=" + GRAPH, "application/n-triples").body().lines())
        .hasSize(1);
    HttpResponse<String> nameless =
        submit(new SentForm().with("text", one).with("mode", "replace").with("do", "check"));
    assertThat(nameless.statusCode()).isEqualTo(400);
    assertThat(nameless.body()).contains("whose content is to be replaced");
  }

  @Test
  void aSyntaxErrorIsMarkedAtItsLine() {
    String broken = "<https://example.org/a> <https://example.org/p> 1 .\n<b> <https:// .\n";
    HttpResponse<String> answer = submit(form("check", broken));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body())
        .contains("This cannot be read.", "line: 2, col", "Reading stopped here")
        .contains("<li id=\"L2\" class=\"fault\">");
    assertThat(text(answer)).isEqualTo(broken);
  }

  @ParameterizedTest
  @ValueSource(strings = {"relative", "urn:x-arq:UnionGraph", "<script>alert(1)</script>"})
  void aGraphThatHasNoFullNameIsRefused(String graph) {
    HttpResponse<String> answer =
        submit(new SentForm().with("text", GOOD).with("graph", graph).with("do", "check"));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("The graph needs a full IRI.").doesNotContain("<script>");
    assertThat(text(answer)).isEqualTo(GOOD);
  }

  @Test
  void eitherATextOrAFileIsSentAndNotBoth() {
    SentForm both = form("check", GOOD).withFile("a.ttl", "text/turtle", GOOD.getBytes(UTF_8));
    assertThat(submit(both).body()).contains("There are a text and the file a.ttl.");
    SentForm neither = form("check", " \n").withFile("", "application/octet-stream", new byte[0]);
    HttpResponse<String> answer = submit(neither);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("There is neither a text nor a file.");
  }

  @Test
  void aFileTellsItsSyntaxByItsNameAndStandsInTheFormToBeMended() {
    String quads =
        "<https://example.org/b> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
            + " <https://example.org/Thing> <"
            + GRAPH
            + "> .\n";
    HttpResponse<String> refused =
        submit(
            form("check", "").withFile("b.nq", "application/octet-stream", quads.getBytes(UTF_8)));
    assertThat(refused.body())
        .contains("Refused", "<option value=\"application/n-quads\" selected>", "id=\"L1\"");
    assertThat(text(refused)).isEqualTo(quads);

    String windows = quads.replace("\n", "\r\n");
    HttpResponse<String> asItWas =
        submit(form("check", "").withFile("w.nq", "", windows.getBytes(UTF_8)));
    assertThat(asItWas.body()).contains("Choose it again to send it:", "<bdi>w.nq</bdi>");
    assertThat(text(asItWas)).isEmpty();
  }

  @Test
  void aTableIsCheckedAgainstItsClassAndItsRowsAreMarked() {
    try (TestServer shipped = TestServer.shipped()) {
      String table =
          """
          id,prefLabel_en,prefLabel_zh,ownLabelIn
          topic/noise,Noise under water,水下噪声,en|zh
          topic/light,Light under water,,en
          """;
      SentForm form =
          new SentForm()
              .with("class", "Topic")
              .with("graph", GRAPH)
              .with("do", "check")
              .withFile("Topic.csv", "application/vnd.ms-excel", table.getBytes(UTF_8));
      String refused = shipped.send(form.by(shipped.request("submit"))).body();
      assertThat(refused)
          .contains("Line 3, column prefLabel_en, prefLabel_zh: ", "<a href=\"#L3\">3</a>")
          .containsPattern("<li id=\"L3\" class=\"fault\">.*topic/light")
          .contains("<a href=\"/classes/Topic.csv\">", "<option value=\"Topic\" selected>");
      assertThat(shipped.get("submit?class=Topic&lang=zh", "text/html").body())
          .contains("<a href=\"/classes/Topic.csv\">", "<option value=\"text/csv\" selected>");
    }
    HttpResponse<String> ofNothing =
        submit(form("check", "").withFile("t.csv", "text/csv", "id\n".getBytes(UTF_8)));
    assertThat(ofNothing.statusCode()).isEqualTo(400);
    assertThat(ofNothing.body()).contains("which class the rows of the table describe");
  }

  @Test
  void aLongPasteComesBackWholeAndOnlyItsFaultsAreShown() {
    StringBuilder paste = new StringBuilder("@prefix ex: <https://example.org/> .\n");
    for (int i = 0; paste.length() < 300 * 1024; i++) {
      paste.append("ex:t").append(i).append(" a ex:Thing ; ex:name \"<&'\\\"日本 ").append(i);
      paste.append("\" .\n");
    }
    String text = paste + "ex:last a ex:Thing .\n";
    HttpResponse<String> refused = submit(form("check", text));
    assertThat(text(refused)).isEqualTo(text);
    assertThat(count(refused.body(), "<li id=\"L")).isEqualTo(3);
    assertThat(refused.body()).contains("Results: 1", "Lines left out");
  }

  @Test
  void aFileOfFiveMegabytesIsCheckedAndSentAndNotShown() {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; lines.length() < 5_000_000; i++) {
      lines.append("<https://example.org/s").append(i % 50).append("> <https://example.org/p> \"");
      lines.append(i).append("x".repeat(900)).append("\" .\n");
    }
    byte[] file = lines.toString().getBytes(UTF_8);
    HttpResponse<String> passed = submit(form("check", "").withFile("big.nt", "", file));
    assertThat(passed.body()).contains("Nothing to object", "<bdi>big.nt</bdi>");
    assertThat(passed.body().length()).isLessThan(60_000);
    HttpResponse<String> sent =
        submit(form("send", "").with("token", TestServer.TOKEN).withFile("big.nt", "", file));
    assertThat(sent.statusCode()).isEqualTo(200);
    assertThat(sent.body()).contains("Commit 2");
  }

  @Test
  void whatIsTooLargeIsRefusedWithTheWayOut() {
    HttpResponse<String> text = submit(form("check", "#".repeat(5 * 1024 * 1024)));
    assertThat(text.statusCode()).isEqualTo(413);
    assertThat(text.body()).contains("Send it as a file.");
    HttpResponse<String> file =
        submit(form("check", "").withFile("a.ttl", "text/turtle", new byte[9 * 1024 * 1024]));
    assertThat(file.statusCode()).isEqualTo(413);
    HttpResponse<String> message =
        submit(
            form("send", GOOD).with("token", TestServer.TOKEN).with("message", "m".repeat(1001)));
    assertThat(message.statusCode()).isEqualTo(400);
    assertThat(message.body()).contains("more than 1,000 characters");
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json", "text/turtle"})
  void programsAreSentToTheirOwnDoors(String type) {
    for (HttpResponse<String> answer :
        List.of(
            server.get("submit", type),
            server.send(
                new SentForm()
                    .with("text", GOOD)
                    .by(server.request("submit"))
                    .setHeader("Accept", type)))) {
      assertThat(answer.statusCode()).isEqualTo(406);
      assertThat(answer.body()).contains("/validate", "/data");
    }
  }

  @Test
  void aFormOfAnotherKindIsReadOrRefusedByName() {
    assertThat(
            server
                .post(
                    "submit", "application/x-www-form-urlencoded", "do=check&text=%3Ca%3E+%3Cb%3E")
                .body())
        .contains("This cannot be read.");
    assertThat(server.post("submit", "text/turtle", GOOD).statusCode()).isEqualTo(415);
    HttpResponse<String> latin =
        server.send(
            new SentForm()
                .with("do", "check")
                .withFile("latin.ttl", "text/turtle", new byte[] {'#', (byte) 0xE9})
                .by(server.request("submit")));
    assertThat(latin.statusCode()).isEqualTo(400);
    assertThat(latin.body()).contains("is not UTF-8");
  }

  private static SentForm form(String action, String text) {
    return new SentForm()
        .with("text", text)
        .with("syntax", "text/turtle")
        .with("graph", GRAPH)
        .with("do", action);
  }

  private HttpResponse<String> submit(SentForm form) {
    return submit("", form);
  }

  private HttpResponse<String> submit(String query, SentForm form) {
    return server.send(form.by(server.request("submit" + query)));
  }

  /** What a browser would show in the text field: it leaves out one line end at the beginning. */
  private static String text(HttpResponse<String> page) {
    Matcher field = Pattern.compile("(?s)<textarea[^>]*>\\n?(.*?)</textarea>").matcher(page.body());
    assertThat(field.find()).isTrue();
    return field.group(1).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
  }

  private static int count(String text, String part) {
    return text.split(Pattern.quote(part), -1).length - 1;
  }
}
