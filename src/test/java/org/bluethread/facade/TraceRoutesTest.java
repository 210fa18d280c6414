package org.bluethread.facade;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.vocabulary.RDF;
import org.bluethread.support.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code /trace}: how two things are connected, in every format, over HTTP. */
final class TraceRoutesTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String THINGS = "https://w3id.org/bluethread/id/";
  private static final String PREFIXES =
      """
      @prefix bt: <https://w3id.org/bluethread/ontology#> .
      @prefix dcterms: <http://purl.org/dc/terms/> .
      @prefix prov: <http://www.w3.org/ns/prov#> .
      @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
      @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
      @prefix sssom: <https://w3id.org/sssom/> .
      @prefix : <https://w3id.org/bluethread/id/> .
      """;
  private static final String WORLD =
      PREFIXES
          + """
          GRAPH :ontology {
            bt:answeredBy rdfs:subPropertyOf bt:link ; rdfs:label "answered by"@en , "答复"@zh ;
              bt:sentence "{subject} is answered by {object}"@en , "{subject}由{object}答复"@zh .
            bt:mentions rdfs:subPropertyOf bt:link ; rdfs:label "mentions"@en .
            bt:Decision rdfs:label "decision"@en , "决定"@zh .
            bt:planned rdfs:label "planned"@en , "计划中"@zh .
          }
          GRAPH :register {
            <decision/cbd/x-29> a bt:Decision ; skos:notation "X/29" ;
              skos:prefLabel "Marine biodiversity"@en , "海洋生物多样性"@zh .
            <activity/unep/data> skos:prefLabel "Ocean data"@en , "海洋数据"@zh , "بيانات المحيطات"@ar .
            <target/aichi/11> skos:prefLabel "Aichi eleven"@en ; skos:notation "AICHI-TARGET-11" .
            <target/x/1> skos:prefLabel "Other target"@en .
            <thing/x/lonely> skos:prefLabel "Lonely thing"@en .
            <thing/x/same-1> skos:prefLabel "Twin"@en . <thing/x/same-2> skos:prefLabel "Twin"@en .
            <document/d> skos:prefLabel "A document"@en ; skos:notation "D/1" ;
              dcterms:date "2012"^^<http://www.w3.org/2001/XMLSchema#gYear> .
            <document/d/para/3> a bt:Paragraph ; bt:number "3" ; bt:inDocument <document/d> .
            <document/d/para/3#statements> a bt:EvidenceGraph ;
              prov:wasDerivedFrom <document/d/para/3> .
          }
          GRAPH <document/d/para/3#statements> {
            <decision/cbd/x-29> bt:answeredBy <activity/unep/data> .
            <target/aichi/11> bt:mentions <activity/unep/data> .
            <thing/x/same-1> bt:mentions <target/x/1> . <thing/x/same-2> bt:mentions <target/x/1> .
            :report bt:about <activity/unep/data> ; bt:status bt:planned ; bt:asOf "2012" .
          }
          GRAPH :mappings {
            :m1 a sssom:Mapping ; sssom:subject_id <target/aichi/11> ;
              sssom:predicate_id skos:closeMatch ; sssom:object_id <http://metadata.un.org/sdg/14.5> ;
              sssom:author_label "BlueThread" ; bt:reason "both count protected areas"@en ;
              sssom:mapping_justification <https://w3id.org/semapv/vocab/ManualMappingCuration> .
            <http://metadata.un.org/sdg/14.5> skos:prefLabel "SDG 14.5"@en .
          }
          """;

  private TestServer server;

  @BeforeEach
  void start() {
    server = TestServer.start();
    server.write("@base <" + THINGS + "> .\n" + WORLD);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aStepSaysItsSentenceItsParagraphAndItsStatus() throws Exception {
    JsonNode trace = json("from=X/29&to=Ocean+data");
    JsonNode step = trace.at("/paths/0/steps/0");
    assertThat(trace.at("/from/iri").asText()).isEqualTo(THINGS + "decision/cbd/x-29");
    assertThat(trace.at("/from/kind").asText()).isEqualTo("decision");
    assertThat(step.at("/statements/0/sentence").asText())
        .isEqualTo("“Marine biodiversity” is answered by “Ocean data”");
    assertThat(step.at("/statements/0/forward").asBoolean()).isTrue();
    assertThat(step.at("/statements/0/sources/0/kind").asText()).isEqualTo("EVIDENCE");
    assertThat(step.at("/statements/0/sources/0/units/0/iri").asText())
        .isEqualTo(THINGS + "document/d/para/3");
    assertThat(step.at("/statements/0/sources/0/units/0/date").asText()).isEqualTo("2012");
    assertThat(step.at("/statements/0/statuses/0/label").asText()).isEqualTo("planned");
    assertThat(step.at("/mappings")).isEmpty();
  }

  @Test
  void aLinkThatRunsTheOtherWaySaysSo() throws Exception {
    JsonNode step = json("from=Ocean+data&to=X/29").at("/paths/0/steps/0");
    assertThat(step.at("/statements/0/forward").asBoolean()).isFalse();
    assertThat(step.at("/statements/0/sentence").asText())
        .isEqualTo("“Marine biodiversity” is answered by “Ocean data”");
  }

  @Test
  void aMappedStepHasAnAuthorAndNoSource() throws Exception {
    JsonNode trace = json("from=Ocean+data&to=SDG+14.5");
    JsonNode mapped = trace.at("/paths/0/steps/1");
    assertThat(trace.at("/paths/0/mapped").asInt()).isEqualTo(1);
    assertThat(mapped.at("/statements")).isEmpty();
    assertThat(mapped.at("/mappings/0/author").asText()).isEqualTo("BlueThread");
    assertThat(mapped.at("/mappings/0/reason").asText()).isEqualTo("both count protected areas");
    assertThat(text("from=Ocean+data&to=SDG+14.5", "text"))
        .contains("Mapping by BlueThread: no document states this");
  }

  @Test
  void twoMappedStepsFollowEachOtherOnlyWhenAskedTo() throws Exception {
    server.write(
        PREFIXES
            + "GRAPH :mappings { :m2 a sssom:Mapping ; sssom:subject_id :far ;"
            + " sssom:predicate_id skos:relatedMatch ; sssom:author_label \"A\" ;"
            + " sssom:object_id <http://metadata.un.org/sdg/14.5> ."
            + " :far skos:prefLabel \"Far away\"@en }");
    assertThat(json("from=Aichi+11&to=Far+away").at("/paths")).isEmpty();
    JsonNode chained = json("from=Aichi+11&to=Far+away&chain=true");
    assertThat(chained.at("/paths/0/mapped").asInt()).isEqualTo(2);
    assertThat(chained.at("/address").asText()).contains("chain=true");
    assertThat(get("from=Aichi+11&to=Far+away&chain=maybe", "application/json").statusCode())
        .isEqualTo(400);
  }

  @Test
  void chineseAndArabicAreAnsweredLikeEnglish() throws Exception {
    JsonNode chinese = json("from=X/29&to=海洋数据&lang=zh");
    assertThat(chinese.at("/paths/0/steps/0/statements/0/sentence").asText())
        .isEqualTo("“海洋生物多样性”由“海洋数据”答复");
    assertThat(text("from=X/29&to=海洋数据&lang=zh", "text")).contains("载于 D/1, 第3段 (2012)");
    HttpResponse<String> page = get("from=X/29&to=بيانات المحيطات&lang=ar", "text/html");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("dir=\"rtl\"").contains("وارد في").contains("بيانات المحيطات");
    assertThat(text("from=X/29&to=بيانات المحيطات&lang=ar", "svg")).contains("direction=\"rtl\"");
  }

  @Test
  void noPathIsAnAnswerThatSaysHowFarTheEndsReach() throws Exception {
    HttpResponse<String> answer = get("from=X/29&to=Lonely+thing", "application/json");
    JsonNode trace = JSON.readTree(answer.body());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("BlueThread-Paths")).contains("0");
    assertThat(trace.at("/paths")).isEmpty();
    assertThat(trace.at("/gap/toReach/things").asInt()).isZero();
    assertThat(trace.at("/gap/fromReach/things").asInt()).isEqualTo(3);
    assertThat(trace.at("/said/0").asText())
        .isEqualTo("No statement in these documents joins the two within 8 steps.");
  }

  @Test
  void noPathNamesTheNearestPair() throws Exception {
    JsonNode trace = json("from=X/29&to=Other+target");
    JsonNode gap = trace.at("/gap");
    assertThat(gap.at("/nearest/one")).isEqualTo(trace.get("from"));
    assertThat(gap.at("/nearest/one/iri").asText()).isEqualTo(THINGS + "decision/cbd/x-29");
    assertThat(gap.at("/nearest/other/iri").asText()).startsWith(THINGS + "thing/x/same-");
    assertThat(gap.at("/nearest/placeName").asText()).isEqualTo("D/1, 3");
  }

  @Test
  void aPathThatIsLongerThanAskedForIsNamed() throws Exception {
    JsonNode gap = json("from=X/29&to=SDG+14.5&hops=2").at("/gap");
    assertThat(gap.at("/stepsNeeded").asInt()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"X/29", "x 29", "decision x/29", "第X/29号决定", "Marine biodiversity"})
  void namesAreEnough(String name) throws Exception {
    assertThat(json("from=" + encode(name) + "&to=Ocean+data").at("/from/iri").asText())
        .isEqualTo(THINGS + "decision/cbd/x-29");
  }

  @Test
  void severalMeaningsAreOfferedAndNotGuessedAmong() throws Exception {
    HttpResponse<String> answer = get("from=Twin&to=Ocean+data", "application/json");
    JsonNode candidates = JSON.readTree(answer.body()).at("/names/0/candidates");
    assertThat(answer.statusCode()).isEqualTo(300);
    assertThat(candidates).hasSize(2);
    assertThat(candidates.at("/0/body").asText()).isEqualTo("x");
    assertThat(
            get(candidates.at("/0/href").asText().substring("/trace?".length()), "text/html")
                .statusCode())
        .isEqualTo(200);
    assertThat(get("from=Twin&to=Ocean+data", "text/html").statusCode()).isEqualTo(300);
  }

  @Test
  void anUnknownNameIsNotFound() throws Exception {
    HttpResponse<String> answer = get("from=nowhere&to=Ocean+data", "application/json");
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(JSON.readTree(answer.body()).at("/type").asText()).endsWith("/unknown-thing");
    assertThat(answer.headers().firstValue("ETag")).isEmpty();
    assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(get("from=nowhere&to=Ocean+data", "text/html").body()).contains("nowhere");
  }

  @Test
  void thePermanentAddressSaysWhenTheGraphHasMovedOn() throws Exception {
    String address = json("from=X/29&to=Ocean+data").at("/address").asText();
    assertThat(address).startsWith("/trace?").endsWith("&at=1");
    JsonNode then = JSON.readTree(server.get(address.substring(1), "application/json").body());
    assertThat(then.has("askedAt")).isFalse();

    server.write(PREFIXES + "GRAPH :g { :new bt:mentions :other }");

    JsonNode now = JSON.readTree(server.get(address.substring(1), "application/json").body());
    assertThat(now.at("/askedAt").asLong()).isEqualTo(1);
    assertThat(now.at("/commit").asLong()).isEqualTo(2);
    assertThat(now.at("/paths")).hasSize(1);
    assertThat(server.get(address.substring(1), "text/html").body())
        .contains("Asked as of commit 1");
    assertThat(server.get(address.substring(1) + "9", "application/json").statusCode())
        .isEqualTo(404);
  }

  @Test
  void aTraceFollowsEveryCommit() throws Exception {
    assertThat(json("from=X/29&to=Other+target").at("/paths")).isEmpty();
    server.write(
        "@base <"
            + THINGS
            + "> .\n"
            + PREFIXES
            + "GRAPH :g { <activity/unep/data> bt:mentions <target/x/1> }");
    assertThat(json("from=X/29&to=Other+target").at("/paths")).hasSize(1);
  }

  @Test
  void whatWasReadForOneTraceIsReadAnewAfterACommit() throws Exception {
    JsonNode before = json("from=X/29&to=Ocean+data");
    assertThat(before.at("/paths/0/steps/0/statements/0/statuses")).hasSize(1);
    assertThat(before.at("/paths/0/steps/0/statements/0/sources/0/units")).hasSize(1);
    server.write(
        "@base <"
            + THINGS
            + "> .\n"
            + PREFIXES
            + """
            GRAPH :g { <activity/unep/data> skos:prefLabel "Data of the seas"@fr }
            GRAPH :ontology { bt:answeredBy bt:sentence "{object} répond à {subject}"@fr }
            GRAPH <document/d/para/3#statements> {
              :other bt:about <activity/unep/data> ; bt:status bt:done ; bt:asOf "2014" .
            }
            GRAPH :register {
              <document/d/para/3#statements> prov:wasDerivedFrom <document/d/para/4> .
              <document/d/para/4> a bt:Paragraph ; bt:number "4" ; bt:inDocument <document/d> .
            }
            """);
    JsonNode after = json("from=X/29&to=Ocean+data");
    assertThat(after.at("/paths/0/steps/0/statements/0/statuses")).hasSize(2);
    assertThat(after.at("/paths/0/steps/0/statements/0/sources/0/units")).hasSize(2);
    assertThat(
            json("from=X/29&to=Ocean+data&lang=fr")
                .at("/paths/0/steps/0/statements/0/sentence")
                .asText())
        .isEqualTo(
            "« Data of the seas » répond à « Marine biodiversity »"
                .replace(" »", "\u00a0»")
                .replace("« ", "«\u00a0"));
  }

  @Test
  void oneThingUnfoldsToWhatBecameOfItAndWhereItComesFrom() throws Exception {
    JsonNode tree = json("from=Ocean+data");
    assertThat(tree.at("/downstream/count").asInt()).isZero();
    assertThat(tree.at("/upstream/count").asInt()).isEqualTo(2);
    assertThat(tree.at("/upstream/shown/0/step/from/iri").asText())
        .isEqualTo(THINGS + "decision/cbd/x-29");
    assertThat(text("from=X/29", "text"))
        .contains("What became of it: 1")
        .contains("Where it comes from: 0")
        .contains("No statement in these documents leads to it.");
  }

  @Test
  void turtleSaysTheStatementAndItsParagraph() throws Exception {
    Model turtle = model(text("from=X/29&to=Ocean+data", "ttl"), Lang.TURTLE);
    assertThat(turtle.listSubjectsWithProperty(RDF.type, RDF.Statement).toList()).hasSize(1);
    assertThat(
            turtle.contains(
                null,
                turtle.createProperty("http://www.w3.org/ns/prov#wasDerivedFrom"),
                turtle.createResource(THINGS + "document/d/para/3")))
        .isTrue();
  }

  @Test
  void theTableHasARowForEachSource() throws Exception {
    List<CSVRecord> rows =
        CSVParser.parse(
                text("from=X/29&to=SDG+14.5", "csv"),
                CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get())
            .getRecords();
    assertThat(rows).hasSize(3);
    assertThat(rows.get(0).get("unit_number")).isEqualTo("3");
    assertThat(rows.get(0).get("status")).isEqualTo("planned");
    assertThat(rows.get(2).get("basis")).isEqualTo("mapped");
    assertThat(rows.get(2).get("author")).isEqualTo("BlueThread");
  }

  @Test
  void thePictureIsWellFormedAndMarksMappedSteps() throws Exception {
    String svg = text("from=X/29&to=SDG+14.5", "svg");
    DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    assertThat(svg).contains("stroke-dasharray").doesNotContain("<style").doesNotContain("href");
    assertThat(text("from=X/29&to=SDG+14.5", "mermaid")).contains("-.->").contains("-->");
  }

  @Test
  void namesFullOfMarkupStayNames() throws Exception {
    server.write(
        "@base <"
            + THINGS
            + "> .\n"
            + PREFIXES
            + "GRAPH :g { <thing/x/evil> skos:prefLabel "
            + "\"</title><script>alert(1)</script>]\\\"|; end\"@en . "
            + "<thing/x/evil> bt:mentions <activity/unep/data> }");
    String evil = "from=" + encode(THINGS + "thing/x/evil") + "&to=Ocean+data";
    assertThat(get(evil, "text/html").body()).doesNotContain("<script>alert");
    String svg = text(evil, "svg");
    DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    assertThat(svg).doesNotContain("<script");
    assertThat(text(evil, "mermaid").lines().filter(line -> line.contains("alert")))
        .singleElement()
        .satisfies(line -> assertThat(line).doesNotContain("<").endsWith("\"]"));
  }

  @Test
  void insideSparqlPathsJoinWithTheRestOfAQuery() throws Exception {
    String query =
        """
        PREFIX bt: <https://w3id.org/bluethread/ontology#>
        PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
        PREFIX prov: <http://www.w3.org/ns/prov#>
        SELECT ?code ?step ?property ?unit {
          ?from skos:notation ?code .
          (?from <https://w3id.org/bluethread/id/activity/unep/data>)
            bt:trace (?path ?step ?s ?property ?o ?graph) .
          ?graph prov:wasDerivedFrom ?unit
        } ORDER BY ?code
        """;
    JsonNode rows = rows(query);
    assertThat(
            StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.at("/code/value").asText()))
        .containsExactly("AICHI-TARGET-11", "X/29");
    assertThat(rows.at("/1/unit/value").asText()).isEqualTo(THINGS + "document/d/para/3");
    assertThat(rows.at("/1/step/value").asText()).isEqualTo("1");
  }

  @Test
  void insideSparqlAnUnboundEndIsAnErrorThatSaysWhatToDo() {
    String query =
        "PREFIX bt: <https://w3id.org/bluethread/ontology#> SELECT * { (?from <urn:x:y>) bt:trace"
            + " (?path) }";
    HttpResponse<String> answer = server.get("sparql?query=" + encode(query), "application/json");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("put what binds it before bt:trace");
  }

  @Test
  void wrongUseIsToldApart() {
    assertThat(get("to=X/29", "application/json").statusCode()).isEqualTo(400);
    assertThat(get("from=X/29&to=x+29", "application/json").statusCode()).isEqualTo(400);
    assertThat(get("from=X/29&to=Ocean+data&hops=9", "application/json").statusCode())
        .isEqualTo(400);
    assertThat(get("from=X/29&to=Ocean+data&paths=0", "application/json").statusCode())
        .isEqualTo(400);
    assertThat(get("from=X/29&to=Ocean+data&format=pdf", "application/json").statusCode())
        .isEqualTo(400);
    assertThat(get("from=X/29&to=Ocean+data", "image/png").statusCode()).isEqualTo(406);
    assertThat(get("", "text/html").statusCode()).isEqualTo(200);
  }

  private JsonNode rows(String query) throws Exception {
    HttpResponse<String> answer =
        server.get("sparql?query=" + encode(query), "application/sparql-results+json");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body()).at("/results/bindings");
  }

  private JsonNode json(String parameters) throws Exception {
    HttpResponse<String> answer = get(parameters, "application/json");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  private String text(String parameters, String format) {
    HttpResponse<String> answer = get(parameters + "&format=" + format, "*/*");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer.body();
  }

  private HttpResponse<String> get(String parameters, String accept) {
    return server.get("trace?" + percentEncoded(parameters), accept);
  }

  /** Encodes what an address cannot hold as it is, and leaves the rest. */
  private static String percentEncoded(String parameters) {
    StringBuilder encoded = new StringBuilder();
    parameters
        .codePoints()
        .forEach(
            c -> {
              String one = Character.toString(c);
              encoded.append(c < 128 && c > ' ' ? one : encode(one));
            });
    return encoded.toString();
  }

  private static Model model(String text, Lang lang) {
    Model model = ModelFactory.createDefaultModel();
    RDFDataMgr.read(model, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), lang);
    return model;
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
