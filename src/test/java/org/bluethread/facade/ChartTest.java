package org.bluethread.facade;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bluethread.query.Chart;
import org.bluethread.query.NamedQuery;
import org.bluethread.query.Parameter;
import org.bluethread.query.Shelf;
import org.bluethread.support.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The page of a named query shows its numbers as a chart if its file says how, and only then. */
class ChartTest {
  private static final String CHART = "<figure class=\"chart\"";
  private static final Pattern BAR =
      Pattern.compile(
          "<li><span class=\"of\"><bdi>(.*?)</bdi></span><svg.*?<rect x=\"(.*?)%\""
              + " width=\"(.*?)%\".*?x1=\"(.*?)%\".*?<span class=\"figure\".*?>(.*?)</span></li>");
  private static final Pattern COLUMN =
      Pattern.compile(
          "<rect x=\"(.*?)%\" width=\"(.*?)%\" y=\"(.*?)%\" height=\"(.*?)%\">"
              + "<title>(.*?)</title></rect>");

  @TempDir private static Path shelf;

  private static TestServer server;

  @BeforeAll
  static void start() throws IOException {
    bars("plain", "(\"Two\" 2) (\"Four thousand\" 4000) (\"Three and a half\" 3.5)");
    bars("below", "(\"Down\" -50) (\"Up\" 150) (\"Level\" 0)");
    bars(
        "odd",
        "(\"a\" 1) (\"a\" 1) (\"NaN\" \"NaN\"^^xsd:double) (\"INF\" \"INF\"^^xsd:double)"
            + " (\"huge\" 1e999) (\"words\" \"many\") (\"none\" UNDEF) (UNDEF 2)"
            + " (\"long\" %s) (\"dots\" \"1.2.3\") (\"tiny\" 0.000001)"
                .formatted("9".repeat(5_000)));
    bars("extremes", "(\"least\" -1.7e308) (\"most\" 1.7e308)");
    bars("zeros", "(\"one\" 0) (\"other\" 0)");
    bars("nothing", "(\"a\" \"b\")");
    bars("trap", "(\"<script>alert(1)</script>%s\" 1)".formatted("x".repeat(10_000)));
    bars(
        "many",
        IntStream.range(0, 300)
            .mapToObj("(\"n%1$d\" %1$d)"::formatted)
            .collect(Collectors.joining()));
    write(
        "years",
        "{kind: columns, value: n, label: [year], each: [of]}",
        "SELECT ?of ?year ?n WHERE { VALUES (?of ?year ?n) { (\"A\" 2001 10) (\"A\" 2004 5)"
            + " (\"A\" 2003 -10) (\"A\" \"c. 1990\" 7) (\"B\" 1999 1000000) } }");
    write(
        "series",
        "{kind: columns, value: n, label: [year], each: [of]}",
        "SELECT ?of ?year ?n WHERE { VALUES (?of ?n) { "
            + IntStream.range(0, 90)
                .mapToObj("(\"s%1$d\" %1$d)"::formatted)
                .collect(Collectors.joining())
            + " } VALUES ?year { 2001 2002 } }");
    server = TestServer.asking(shelf);
  }

  private static void bars(String name, String values) throws IOException {
    write(
        name,
        "{kind: bars, value: n, label: [label]}",
        "SELECT ?label ?n WHERE { VALUES (?label ?n) { " + values + " } }");
  }

  private static void write(String name, String chart, String query) throws IOException {
    Files.writeString(
        shelf.resolve(name + ".rq"),
        """
        #+ title: {en: T, zh: T}
        #+ description: {en: D, zh: D}
        #+ keywords: [k]
        #+ chart: %s
        PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
        %s
        """
            .formatted(chart, query));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void aBarIsAsLongAsItsNumberAndSaysItsLabelAndItsNumber() {
    String page = page("plain");
    assertThat(bars(page))
        .containsExactly(
            "Four thousand from 0.0 for 100.0: 4,000",
            "Three and a half from 0.0 for 0.09: 3.5",
            "Two from 0.0 for 0.05: 2");
    assertThat(page).contains("The bars show the column “n” of the table below.");
    assertThat(page.indexOf(CHART)).isLessThan(page.indexOf("<table>"));
    assertThat(bars(server.get("queries/plain?lang=fr", "text/html").body()).get(1))
        .endsWith("3,5");
  }

  @Test
  void numbersBelowZeroGoTheOtherWayFromZero() {
    String page = page("below");
    assertThat(bars(page))
        .containsExactly(
            "Down from 0.0 for 25.0: -50",
            "Level from 25.0 for 0.0: 0",
            "Up from 25.0 for 75.0: 150");
    assertThat(page).contains("x1=\"25.0%\"");
  }

  @Test
  void whatIsNoNumberIsCountedInWordsAndLeftToTheTable() {
    String page = page("odd");
    assertThat(bars(page))
        .containsExactly(
            " from 0.0 for 100.0: 2", "a from 0.0 for 50.0: 1", "tiny from 0.0 for 0.0: 0.000001");
    assertThat(page).contains("Rows without a number or a year, which are not in the chart: 7.");
  }

  @Test
  void theGreatestNumbersAndNoneButZeroMakeAChart() {
    assertThat(bars(page("extremes")))
        .containsExactly("least from 0.0 for 50.0: -1.7e308", "most from 50.0 for 50.0: 1.7e308");
    assertThat(bars(page("zeros")))
        .containsExactly("one from 0.0 for 0.0: 0", "other from 0.0 for 0.0: 0");
  }

  @Test
  void withoutAnyNumberThereIsTheTableAlone() {
    assertThat(page("nothing")).doesNotContain(CHART).contains("<table>");
  }

  @Test
  void labelsAreTextsWhateverIsInThem() {
    String page = page("trap");
    assertThat(page).doesNotContain("<script>alert");
    String label =
        page.substring(page.indexOf("class=\"of\""), page.indexOf("<svg class=\"length\""));
    assertThat(label).contains("&lt;script&gt;alert(1)&lt;/script&gt;").hasSizeLessThan(400);
  }

  @Test
  void theRowsForWhichThereIsNoRoomAreCountedAndThoseOfOtherPagesMentioned() {
    String page = page("many");
    assertThat(bars(page)).hasSize(40);
    assertThat(page)
        .contains("Further rows that the chart has no room for: 160.")
        .contains("The chart shows the rows on this page; the result has more.");
    assertThat(page("plain")).doesNotContain("on this page; the result", "no room");
  }

  @Test
  void columnsStandOverTheirYearsOnAScaleOfTheirOwn() {
    String page = page("years");
    // From 2001 to 2004 a year has a quarter; zero is in the middle of 10 and -10.
    assertThat(columns(page))
        .containsExactly(
            "2001: 10 at 8.0 from 0.0 for 50.0",
            "2003: -10 at 58.0 from 50.0 for 50.0",
            "2004: 5 at 83.0 from 25.0 for 25.0",
            "1999: 1,000,000 at 45.5 from 0.0 for 100.0");
    assertThat(page)
        .contains("aria-label=\"2001: 10; 2004: 5\"")
        .contains("Rows without a number or a year, which are not in the chart: 1.");
  }

  @Test
  void thereAreNoMoreChartsThanAReaderCanTakeIn() {
    String page = page("series");
    assertThat(columns(page)).hasSize(48);
    assertThat(page).contains("Further rows that the chart has no room for: 132.");
  }

  @Test
  void programsGetTheSameAsWithoutAChart() {
    assertThat(server.get("queries/below?format=csv", "*/*").body())
        .isEqualToNormalizingNewlines("label,n\nDown,-50\nUp,150\nLevel,0\n");
  }

  /** All with a chart, and some without: asking all takes long. */
  static Stream<NamedQuery> some() {
    Set<String> without =
        Set.of("oceans", "outputs-by-organ", "direction-tree", "records-in-doubt");
    return shipped().filter(query -> query.chart().isPresent() || without.contains(query.name()));
  }

  private static Stream<NamedQuery> shipped() {
    return Shelf.load(Path.of("queries")).queries().stream();
  }

  @ParameterizedTest
  @MethodSource("some")
  void aShippedQueryHasAChartIfItsFileSaysSo(NamedQuery query) {
    String address =
        "queries/"
            + query.name()
            + query.parameters().stream()
                .filter(Parameter::required)
                .map(one -> Map.entry(one.name(), one.example()))
                .map(
                    one ->
                        one.getKey()
                            + "="
                            + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .map("&"::concat)
                .collect(Collectors.joining("", "?lang=en", ""));
    String page = TestServer.shared().get(address, "text/html").body();
    assertThat(page).contains("<table>");
    assertThat(page.contains(CHART)).isEqualTo(query.chart().isPresent());
    if (query.chart().isPresent()) {
      assertThat(bars(page).size() + columns(page).size()).isGreaterThan(1);
      assertThat(page).doesNotContain("which are not in the chart");
    }
  }

  @Test
  void someShippedQueriesHaveBarsAndSomeColumns() {
    assertThat(shipped().flatMap(query -> query.chart().stream()).map(chart -> chart.kind()))
        .hasSizeGreaterThan(10)
        .containsAll(List.of(Chart.Kind.values()));
  }

  private static String page(String name) {
    return server.get("queries/" + name + "?lang=en", "text/html").body();
  }

  private static List<String> bars(String page) {
    return BAR.matcher(page)
        .results()
        .map(
            (MatchResult bar) ->
                "%s from %s for %s: %s"
                    .formatted(bar.group(1), bar.group(2), bar.group(3), bar.group(5)))
        .toList();
  }

  private static List<String> columns(String page) {
    return COLUMN
        .matcher(page)
        .results()
        .map(
            (MatchResult column) ->
                "%s at %s from %s for %s"
                    .formatted(column.group(5), column.group(1), column.group(3), column.group(4)))
        .toList();
  }
}
