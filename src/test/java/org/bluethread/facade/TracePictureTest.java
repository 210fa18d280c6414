package org.bluethread.facade;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.Rectangle;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.io.ByteArrayInputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Scanner;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.bluethread.support.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * The picture of a trace, as a file and on the page: all that the paths say and nothing else, level
 * by level, with nothing in the way of anything.
 */
final class TracePictureTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern PARTS = Pattern.compile("(?=[MCH])");
  private static final String WORLD =
      """
      @base <https://w3id.org/bluethread/id/> .
      @prefix bt: <https://w3id.org/bluethread/ontology#> .
      @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
      @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
      @prefix sssom: <https://w3id.org/sssom/> .
      GRAPH <ontology> {
        bt:answeredBy rdfs:subPropertyOf bt:link ; rdfs:label "answered by"@en .
        bt:hasProvision rdfs:subPropertyOf bt:link ; rdfs:label "has provision"@en .
        bt:Decision bt:level "decision" . bt:Activity bt:level "activity" .
        bt:Provision bt:level "decision" , "no such level" , 7 .
        bt:Target bt:level "target" .
        bt:Project rdfs:subClassOf bt:Activity . bt:Activity rdfs:subClassOf bt:Project .
      }
      GRAPH <g> {
        <decision> a bt:Decision ; skos:notation "X/1" ; skos:prefLabel "On oceans"@en .
        <part> a bt:Provision ; skos:prefLabel "Paragraph 3"@en .
        <organ> a bt:Organ ; skos:prefLabel "</title><script>alert(1)</script>\\u0001"@en .
        <project> a bt:Project ; skos:prefLabel "Ocean data"@en .
        <target> a bt:Target ; skos:prefLabel "LONG"@en .
        <alone> a bt:Organ ; skos:prefLabel "Alone"@en .
        <decision> bt:hasProvision <part> . <part> bt:answeredBy <organ> .
        <organ> bt:answeredBy <project> . <decision> bt:answeredBy <organ> .
        <map> a sssom:Mapping ; sssom:subject_id <target> ; sssom:object_id <project> ;
          sssom:predicate_id skos:closeMatch ; sssom:author_label "A <b>mapper</b>" .
      }
      """
          .replace("LONG", "w".repeat(10_000));

  /** A thing in the picture. */
  private record Box(String title, String text, Rectangle place) {}

  /** A step in the picture. */
  private record Line(String title, String label, boolean dashed, Path2D path) {}

  @Test
  void everyStepIsThereOnceAndMappedOnesAreMarked() throws Exception {
    try (TestServer server = world()) {
      String asked = between("decision", "target");
      Element svg = svg(server, asked);
      Set<Set<String>> steps = new HashSet<>();
      List<String> sentences = new ArrayList<>();
      for (JsonNode path : json(server, asked).at("/paths")) {
        for (JsonNode step : path.at("/steps")) {
          if (steps.add(Set.of(step.at("/from/iri").asText(), step.at("/to/iri").asText()))) {
            sentences.add(step.at("/statements/0/sentence").asText("mapped"));
          }
        }
      }
      List<Line> lines = lines(svg);
      assertThat(steps).hasSize(5);
      assertThat(lines.stream().filter(line -> !line.dashed()).map(Line::title))
          .containsExactlyInAnyOrderElementsOf(
              sentences.stream().filter(one -> !one.equals("mapped")).map(this::printed).toList());
      assertThat(lines.stream().filter(Line::dashed)).singleElement().satisfies(this::isMapped);
      assertThat(lines.stream().filter(line -> !line.dashed()).map(Line::label))
          .containsOnly("has provision", "answered by");
      assertThat(boxes(svg)).hasSize(5);
    }
  }

  /** XML has no place for control characters. */
  private String printed(String sentence) {
    return sentence.replace("\u0001", "");
  }

  private void isMapped(Line line) {
    assertThat(line.label()).isEqualTo("mapped");
    assertThat(line.title()).startsWith("Mapping by A <b>mapper</b>: no document states this");
  }

  @Test
  void eachThingStandsBelowTheNameOfItsLevelAndThoseOfNoneBetween() throws Exception {
    try (TestServer server = world()) {
      Element svg = svg(server, between("decision", "target"));
      Map<Integer, String> columns = headings(svg);
      assertThat(columns.values())
          .containsExactly("Decision", "Bodies, places, subjects", "Target", "Activity");
      assertThat(column(svg, "X/1 On oceans")).isEqualTo("Decision");
      assertThat(column(svg, "Paragraph 3")).isEqualTo("Decision");
      assertThat(column(svg, "</title>")).isEqualTo("Bodies, places, subjects");
      assertThat(column(svg, "Ocean data")).as("by the class above").isEqualTo("Activity");
      assertThat(column(svg, "www")).isEqualTo("Target");
    }
  }

  @Test
  void inArabicItRunsFromTheRight() throws Exception {
    try (TestServer server = world()) {
      Element english = svg(server, between("decision", "target"));
      Element arabic = svg(server, between("decision", "target") + "&lang=ar");
      assertThat(box(english, "X/1").place().getCenterX())
          .isLessThan(box(english, "Ocean data").place().getCenterX());
      assertThat(box(arabic, "X/1").place().getCenterX())
          .isGreaterThan(box(arabic, "Ocean data").place().getCenterX());
      assertThat(arabic.getAttribute("direction")).isEqualTo("rtl");
    }
  }

  @Test
  void longNamesAreCutAndNamesFullOfMarkupStayNames() throws Exception {
    try (TestServer server = world()) {
      Element svg = svg(server, between("decision", "target"));
      assertThat(box(svg, "www").text().length()).isBetween(10, 100);
      assertThat(box(svg, "</title>").text()).contains("<script>");
      assertThat(svg.getElementsByTagName("script").getLength()).isZero();
      String page = server.get(between("decision", "target"), "text/html").body();
      assertThat(page)
          .contains("&lt;script&gt;alert")
          .doesNotContain("<script>alert")
          .doesNotContain("<b>mapper");
    }
  }

  @Test
  void thePageHasTheSamePictureWithLinks() throws Exception {
    try (TestServer server = world()) {
      String asked = between("decision", "target");
      String page = printed(server.get(asked + "&lang=en", "text/html").body());
      int start = page.indexOf("<svg class=\"paths\" role=\"group\"");
      Element drawn = parsed(page.substring(start, page.indexOf("</svg>", start) + 6));
      assertThat(boxes(drawn).stream().map(Box::place).toList())
          .isEqualTo(boxes(svg(server, asked)).stream().map(Box::place).toList());
      NodeList links = drawn.getElementsByTagName("a");
      assertThat(links.getLength()).isEqualTo(5);
      assertThat(((Element) links.item(0)).getAttribute("href")).startsWith("/id/");
      assertThat(page)
          .contains("Solid line: a source states it")
          .contains("Dashed line, “mapped”: no document states it");
    }
  }

  @Test
  void withoutAPathThePageHasNoPictureAndTheFileHasBothEnds() throws Exception {
    try (TestServer server = world()) {
      String asked = between("decision", "alone");
      assertThat(server.get(asked, "text/html").body())
          .contains("within 8 steps")
          .doesNotContain("class=\"paths\"")
          .doesNotContain("/trace.js");
      Element svg = svg(server, asked);
      assertThat(boxes(svg)).hasSize(2);
      assertThat(lines(svg)).isEmpty();
    }
  }

  /** Traces over all levels, with many and with few paths. */
  @ParameterizedTest
  @CsvSource({
    "X/29,isa:4.3.1-1,5,en",
    "AICHI-TARGET-11,isa:1.1.1-1,50,ru",
    "AICHI-TARGET-11,isa:1.1.1-1,50,ar",
    "coronata,X/29,20,fr",
    "SDG-14.a,DeepData,10,zh",
    "Orangutans,UNESCO,5,es"
  })
  void nothingIsInTheWayOfAnything(String from, String to, int paths, String language)
      throws Exception {
    Element svg =
        svg(
            TestServer.shared(),
            "trace?from="
                + encode(from)
                + "&to="
                + encode(to)
                + "&paths="
                + paths
                + "&lang="
                + language);
    List<Box> boxes = boxes(svg);
    Rectangle whole =
        new Rectangle(
            Integer.parseInt(svg.getAttribute("width")),
            Integer.parseInt(svg.getAttribute("height")));
    for (int i = 0; i < boxes.size(); i++) {
      Box one = boxes.get(i);
      assertThat(whole.contains(one.place())).as(one.title()).isTrue();
      boxes
          .subList(i + 1, boxes.size())
          .forEach(
              other ->
                  assertThat(one.place().intersects(other.place()))
                      .as(one.title() + " and " + other.title())
                      .isFalse());
    }
    List<Line> lines = lines(svg);
    assertThat(lines).hasSizeGreaterThanOrEqualTo(boxes.size() - 1);
    for (Line line : lines) {
      Rectangle around = line.path().getBounds();
      around.grow(1, 1); // A straight line has no height, and nothing contains it.
      assertThat(whole.contains(around)).as(line.title()).isTrue();
      assertThat(boxes).as(line.title()).noneMatch(box -> isCrossed(box.place(), line.path()));
    }
  }

  /** Whether a line runs through the inside of a box. */
  private static boolean isCrossed(Rectangle box, Path2D line) {
    Rectangle inside = new Rectangle(box);
    inside.grow(-2, -2);
    double[] end = new double[6];
    double x = 0;
    double y = 0;
    for (PathIterator way = line.getPathIterator(null, 0.5); !way.isDone(); way.next()) {
      boolean drawn = way.currentSegment(end) == PathIterator.SEG_LINETO;
      if (drawn && inside.intersectsLine(x, y, end[0], end[1])) {
        return true;
      }
      x = end[0];
      y = end[1];
    }
    return false;
  }

  private static TestServer world() {
    TestServer server = TestServer.start();
    server.write(WORLD);
    return server;
  }

  private static String between(String from, String to) {
    String things = "https://w3id.org/bluethread/id/";
    return "trace?from=" + encode(things + from) + "&to=" + encode(things + to);
  }

  private static JsonNode json(TestServer server, String asked) throws Exception {
    return JSON.readTree(server.get(asked, "application/json").body());
  }

  private static Element svg(TestServer server, String asked) throws Exception {
    return parsed(server.get(asked, "image/svg+xml").body());
  }

  private static Element parsed(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)))
        .getDocumentElement();
  }

  private static Box box(Element svg, String beginning) {
    return boxes(svg).stream()
        .filter(box -> box.title().startsWith(beginning))
        .findFirst()
        .orElseThrow();
  }

  /** The name above the box. */
  private static String column(Element svg, String beginning) {
    return headings(svg).get((int) box(svg, beginning).place().getCenterX());
  }

  /** The names of the columns by where they stand: the texts in no group. */
  private static Map<Integer, String> headings(Element svg) {
    Map<Integer, String> headings = new TreeMap<>();
    for (Element text : elements(svg, "text")) {
      if (text.getParentNode().equals(svg) && !text.getAttribute("text-anchor").equals("start")) {
        headings.put(number(text, "x"), text.getTextContent());
      }
    }
    return headings;
  }

  /** What has a title and a rectangle. */
  private static List<Box> boxes(Element svg) {
    return elements(svg, "title").stream()
        .map(title -> (Element) title.getParentNode())
        .filter(group -> !group.equals(svg) && !elements(group, "rect").isEmpty())
        .map(
            group -> {
              Element rect = elements(group, "rect").get(0);
              return new Box(
                  elements(group, "title").get(0).getTextContent(),
                  text(group),
                  new Rectangle(
                      number(rect, "x"),
                      number(rect, "y"),
                      number(rect, "width"),
                      number(rect, "height")));
            })
        .toList();
  }

  /** What has a title and a path. */
  private static List<Line> lines(Element svg) {
    return elements(svg, "title").stream()
        .map(title -> (Element) title.getParentNode())
        .filter(group -> !group.equals(svg) && !elements(group, "path").isEmpty())
        .map(
            group -> {
              Element path = elements(group, "path").get(0);
              return new Line(
                  elements(group, "title").get(0).getTextContent(),
                  text(group),
                  path.hasAttribute("stroke-dasharray"),
                  path(path.getAttribute("d")));
            })
        .toList();
  }

  private static String text(Element group) {
    return String.join(" ", elements(group, "text").stream().map(Element::getTextContent).toList());
  }

  private static Path2D path(String d) {
    Path2D path = new Path2D.Double();
    for (String part : PARTS.splitAsStream(d).toList()) {
      double[] at =
          new Scanner(part.substring(1)).tokens().mapToDouble(Double::parseDouble).toArray();
      switch (part.charAt(0)) {
        case 'M' -> path.moveTo(at[0], at[1]);
        case 'C' -> path.curveTo(at[0], at[1], at[2], at[3], at[4], at[5]);
        default -> path.lineTo(at[0], path.getCurrentPoint().getY());
      }
    }
    return path;
  }

  private static List<Element> elements(Element in, String name) {
    NodeList found = in.getElementsByTagName(name);
    return IntStream.range(0, found.getLength()).mapToObj(i -> (Element) found.item(i)).toList();
  }

  private static int number(Element element, String attribute) {
    return Integer.parseInt(element.getAttribute(attribute));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
