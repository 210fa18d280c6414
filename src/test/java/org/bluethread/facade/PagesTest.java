package org.bluethread.facade;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bluethread.support.PageRules;
import org.bluethread.support.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages of a server, as a browser gets them. */
final class PagesTest {
  private static final String BROWSER =
      "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8";
  private static final Map<String, String> SKIP =
      Map.of(
          "en", "Skip to the content",
          "zh", "跳到正文",
          "fr", "Aller au contenu",
          "es", "Ir al contenido",
          "ru", "Перейти к содержанию",
          "ar", "انتقل إلى المحتوى");
  private static final List<String> PATHS =
      List.of(
          "",
          "sparql",
          "queries",
          "catalog",
          "plan",
          "coverage",
          "search",
          "search?q=Wicked",
          "trace",
          "trace?from=P/1&to=Other%20plan",
          "trace?from=P/1&to=nothing-here",
          "trace?from=P/1",
          "id/plan/a",
          "id/document/d/para/1",
          "id/nothing",
          "no/such/path",
          "ontology",
          "changes",
          "changes/1",
          "submit",
          "feed",
          "about");
  private static final String DATA =
      """
      @base <https://w3id.org/bluethread/> .
      @prefix bt: <https://w3id.org/bluethread/ontology#> .
      @prefix dcterms: <http://purl.org/dc/terms/> .
      @prefix foaf: <http://xmlns.com/foaf/0.1/> .
      @prefix oa: <http://www.w3.org/ns/oa#> .
      @prefix prov: <http://www.w3.org/ns/prov#> .
      @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
      @prefix owl: <http://www.w3.org/2002/07/owl#> .
      @prefix skos: <http://www.w3.org/2004/02/skos/core#> .

      GRAPH <graph/ontology> {
        <ontology> a owl:Ontology ; rdfs:label "Ontology"@en .
        bt:Plan a owl:Class ; rdfs:label "plan"@en , "计划"@zh ; rdfs:isDefinedBy <ontology> .
        bt:EvidenceGraph rdfs:subClassOf bt:Graph .
        bt:implementedBy rdfs:subPropertyOf bt:link .
      }
      GRAPH <graph/register/things> {
        <graph/register/things> a bt:RegisterGraph .
        <id/plan/a> a bt:Plan ; skos:notation "P/1" ;
          skos:prefLabel "Wicked <script>alert('x')</script> & \\"plan\\""@en , "خطة"@ar ;
          skos:note "</textarea></title><img src=x onerror=alert(1)>"@en ;
          foaf:homepage <javascript:alert(1)> , <https://example.org/> .
        <id/plan/b> a bt:Plan ; skos:prefLabel "Other plan"@en .
        <id/document/d> a bt:Document ; skos:prefLabel "The document"@en , "文件甲"@zh .
        <id/document/d/para/1> a bt:Paragraph ; bt:inDocument <id/document/d> ; bt:number "1" ;
          oa:hasSelector <id/document/d/para/1#opening> .
        <id/document/d/para/1#opening> a oa:TextQuoteSelector ; oa:exact "Opening" .
        <id/document/d/para/1#statements> a bt:EvidenceGraph ;
          prov:wasDerivedFrom <id/document/d/para/1> .
        <graph/derivations/x> a bt:DerivationGraph ; prov:wasDerivedFrom <id/document/d/para/1> ;
          bt:reason "Because of it."@en .
        <graph/corrections/x> a bt:CorrectionGraph ; bt:corrects <id/observation/misprint> ;
          bt:reason "Misprinted."@en .
      }
      GRAPH <id/document/d/para/1#statements> { <id/plan/a> bt:implementedBy <id/plan/b> . }
      GRAPH <graph/derivations/x> { <id/plan/a> bt:dueYear "2023" . }
      GRAPH <graph/corrections/x> { <id/plan/a> bt:session "25" . }
      GRAPH <graph/mine> { <id/plan/a> dcterms:language "en" . }
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

  static Stream<Arguments> pagesInLanguages() {
    return PATHS.stream()
        .flatMap(path -> SKIP.keySet().stream().sorted().map(tag -> Arguments.of(path, tag)));
  }

  @ParameterizedTest
  @MethodSource("pagesInLanguages")
  void everyPageSpeaksItsLanguage(String path, String language) {
    HttpResponse<String> answer = page(path, language);
    String direction = language.equals("ar") ? "rtl" : "ltr";
    assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
    assertThat(answer.body())
        .startsWith("<!DOCTYPE html>")
        .contains("<html lang=\"" + language + "\" dir=\"" + direction + "\">")
        .contains(SKIP.get(language));
  }

  @ParameterizedTest
  @MethodSource("pagesInLanguages")
  void everyPageHasItsLandmarks(String path, String language) {
    String html = page(path, language).body();
    assertThat(matches(html, "<main id=\"main\"")).hasSize(1);
    assertThat(html)
        .containsPattern("<title>[^<]+ – BlueThread</title>")
        .contains("<meta name=\"viewport\"")
        .contains("<header")
        .contains("<nav class=\"pages\" aria-label=")
        .contains("<footer")
        .contains("<form class=\"find\" role=\"search\" action=\"/search\" method=\"get\">")
        .contains("href=\"#main\"")
        .contains("creativecommons.org/licenses/by/4.0/")
        .containsPattern("</body>\\s*</html>\\s*$");
  }

  @ParameterizedTest
  @MethodSource("pagesInLanguages")
  void everyPageKeepsToTheRules(String path, String language) {
    HttpResponse<String> answer = page(path, language);
    String policy = answer.headers().firstValue("Content-Security-Policy").orElse("");
    String editors = path.equals("sparql") ? " 'unsafe-inline'" : "";
    assertThat(policy)
        .startsWith(
            "default-src 'none'; style-src 'self'" + editors + "; script-src 'self'; connect-src")
        .doesNotContainPattern("unsafe(?!-inline'; script-src)");
    PageRules.hold(answer.body());
  }

  @Test
  void labelsComeOutAsText() {
    assertThat(page("id/plan/a", "en").body())
        .contains("Wicked &lt;script&gt;")
        .contains("&lt;img src=x onerror=alert(1)&gt;")
        .doesNotContain("<img src=x");
    assertThat(page("search?q=%3Cscript%3E%22%27%3E", "en").body())
        .contains("&lt;script&gt;")
        .doesNotContain("\"><script");
    assertThat(page("sparql?edit=%3C/textarea%3E%3Cscript%3E", "en").body())
        .contains("&lt;/textarea&gt;&lt;script&gt;");
    assertThat(page("no/%3Cscript%3E", "en").body()).doesNotContain("<script>");
  }

  @Test
  void onlyAddressesAreLinks() {
    String html = page("id/plan/a", "en").body();
    assertThat(html).contains("javascript:alert(1)").contains("href=\"https://example.org/\"");
    assertThat(groups(html, "href=\"([^\"]*)\""))
        .allMatch(href -> href.matches("/.*|#.*|https?://.*"));
  }

  @Test
  void aNameInAnotherLanguageSaysWhich() {
    assertThat(page("id/plan/a", "ar").body()).containsPattern("<h1>.*<bdi>خطة</bdi></h1>");
    assertThat(page("id/plan/a", "fr").body()).contains("<bdi lang=\"en\">Wicked");
  }

  @Test
  void aStatementNamesTheParagraphItStandsIn() {
    assertThat(page("id/plan/a", "en").body())
        .containsPattern(
            "(?s)Other plan.{0,200}class=\"origin evidence\".{0,120}"
                + "href=\"/id/document/d/para/1\"[^>]*><bdi>para. 1</bdi>")
        .contains("href=\"/id/document/d\"");
  }

  @Test
  void derivationsAndCorrectionsAreMarkedAndSayWhy() {
    assertThat(page("id/plan/a", "en").body())
        .containsPattern("(?s)2023.{0,80}origin derivation.{0,40}<strong>Derived</strong>")
        .contains("Because of it.")
        .containsPattern("(?s)25.{0,80}origin correction.{0,40}<strong>Correction</strong>")
        .contains("Misprinted.");
  }

  @Test
  void whatStandsInAUsersGraphNamesTheGraph() {
    assertThat(page("id/plan/a", "en").body()).contains("href=\"/graph/mine\"");
  }

  @Test
  void aParagraphShowsWhatItStatesAndItsParts() {
    assertThat(page("id/document/d/para/1", "en").body())
        .contains("What it states")
        .contains("href=\"/id/plan/a\"")
        .contains("href=\"/id/plan/b\"")
        .contains("id=\"opening\"")
        .contains("href=\"#opening\"");
  }

  @Test
  void theOntologyShowsItsTerms() {
    assertThat(page("ontology.html", "zh").body()).contains("id=\"Plan\"").contains("计划");
  }

  @Test
  void theOtherFormatsOfAThingAreThere() {
    List<String> formats =
        groups(page("id/plan/a", "en").body(), "<link rel=\"alternate\"[^>]* href=\"/([^\"]*)\"");
    assertThat(formats).hasSize(5);
    for (String format : formats) {
      assertThat(server.get(format, "*/*").statusCode()).as(format).isEqualTo(200);
    }
  }

  @Test
  void aThingIsCitedWithTheCommit() {
    assertThat(page("id/plan/a", "en").body()).contains("BlueThread, commit 1:");
  }

  @Test
  void theStartPageCountsAndIsJsonToo() {
    assertThat(page("", "en").body()).contains("The document").containsPattern("commit 1\\.");
    HttpResponse<String> json = server.get("", "application/json");
    assertThat(json.headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
    assertThat(json.body())
        .contains("\"commit\":1")
        .contains("\"text\":\"plan\"")
        .contains("\"count\":2")
        .doesNotContain("EvidenceGraph");
  }

  @Test
  void theStartPageIsNotSentTwice() {
    HttpResponse<String> first = page("", "en");
    String tag = first.headers().firstValue("ETag").orElseThrow();
    HttpResponse<String> second =
        server.send(server.request("").header("Accept", BROWSER).header("If-None-Match", tag));
    assertThat(second.statusCode()).isEqualTo(304);
    assertThat(second.body()).isEmpty();
  }

  @Test
  void theStartPageFollowsACommit() {
    try (TestServer fresh = TestServer.start()) {
      assertThat(fresh.get("", "application/json").body()).contains("\"statements\":0");
      fresh.write("GRAPH <https://e/g> { <https://e/s> <https://e/p> <https://e/o> }");
      fresh.write("GRAPH <https://e/h> { <https://e/s> <https://e/p> <https://e/o> , 1 }");
      assertThat(fresh.get("", "application/json").body())
          .contains("\"statements\":2")
          .contains("\"commit\":2");
    }
  }

  @Test
  void aLanguageInTheAddressGoesBeforeThatOfTheBrowserAndStays() {
    assertThat(page("?lang=zh", "fr").body())
        .contains("<html lang=\"zh\"")
        .contains("href=\"/queries?lang=zh\"")
        .contains("<input type=\"hidden\" name=\"lang\" value=\"zh\">");
  }

  @Test
  void aBrowserSeesAProblemAsAPageAndAProgramAsJson() {
    HttpResponse<String> page = page("id/nothing", "fr");
    assertThat(page.statusCode()).isEqualTo(404);
    assertThat(page.body()).contains("https://w3id.org/bluethread/problem/unknown-thing");
    for (String accept :
        List.of("*/*", "application/json", "text/turtle", "application/problem+json")) {
      HttpResponse<String> json = server.get("no/such/path", accept);
      assertThat(json.statusCode()).isEqualTo(404);
      assertThat(json.headers().firstValue("Content-Type").orElse(""))
          .startsWith("application/problem+json");
    }
  }

  @Test
  void aQueryThatCannotBeReadIsAProblemToo() {
    HttpResponse<String> page = page("sparql?query=SELECT", "en");
    assertThat(page.statusCode()).isEqualTo(400);
    assertThat(page.body()).contains("This did not work (400)");
    HttpResponse<String> json = server.get("sparql?query=SELECT", "*/*");
    assertThat(json.statusCode()).isEqualTo(400);
    assertThat(json.body()).startsWith("{\"type\":");
  }

  @Test
  void aProblemIsShownEvenInALanguageThatIsNotOffered() {
    HttpResponse<String> answer = server.get("?lang=xx", BROWSER);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("unknown-language").contains("<html lang=\"en\"");
  }

  @Test
  void aPageThatAnswersAPostOffersNoOtherLanguages() {
    HttpResponse<String> answer =
        server.send(
            server
                .request("validate?lang=zh")
                .header("Accept", BROWSER)
                .header("Content-Type", "text/turtle")
                .POST(BodyPublishers.ofString("<https://e/s> <https://e/p> 1 .")));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("无异议").doesNotContain("class=\"languages\"");
  }

  @Test
  void theStyleSheetStaysGoodUnderItsAddress() {
    for (String address :
        groups(page("", "en").body(), "(?:src|<link[^>]* href)=\"/([^\"]*[?]v=[^\"]*)\"")) {
      HttpResponse<String> exact = server.get(address, "*/*");
      assertThat(exact.statusCode()).as(address).isEqualTo(200);
      assertThat(exact.headers().firstValue("Cache-Control").orElse("")).contains("immutable");
      HttpResponse<String> stale = server.get(address + "0", "*/*");
      assertThat(stale.headers().firstValue("Cache-Control")).contains("no-cache");
    }
  }

  private static HttpResponse<String> page(String path, String language) {
    HttpResponse<String> answer = get(path, language);
    return answer.statusCode() == 303
        ? get(answer.headers().firstValue("Location").orElseThrow().substring(1), language)
        : answer;
  }

  private static HttpResponse<String> get(String path, String language) {
    return server.send(
        server.request(path).header("Accept", BROWSER).header("Accept-Language", language));
  }

  private static List<MatchResult> matches(String text, String pattern) {
    return Pattern.compile(pattern).matcher(text).results().toList();
  }

  private static List<String> groups(String text, String pattern) {
    return matches(text, pattern).stream().map(match -> match.group(1)).toList();
  }
}
