package org.bluethread.facade;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bluethread.support.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reading a named query's rows in parts, while others write. */
final class RowPagingTest {
  private static final String GRAPH = "https://example.org/g";

  /** Queries by name; a thing has one value and perhaps a note. */
  private static final Map<String, String> QUERIES =
      Map.of(
          "by-value", "SELECT ?value ?thing WHERE { ?thing ex:value ?value } ORDER BY ?value",
          "by-value-descending",
              "SELECT ?note ?thing ?value WHERE { ?thing ex:value ?value OPTIONAL"
                  + " { ?thing ex:note ?note } } ORDER BY DESC(?note) ASC(?value)",
          "by-expression",
              "SELECT ?thing ?value WHERE { ?thing ex:value ?value } ORDER BY LCASE(STR(?value))"
                  + " (?value + 1)",
          "by-what-is-hidden",
              "SELECT ?thing WHERE { ?thing ex:value ?value OPTIONAL { ?thing ex:note ?note } }"
                  + " ORDER BY DESC(?note) ?value",
          "without-order", "SELECT * WHERE { ?thing ex:value ?value }",
          "distinct",
              "SELECT DISTINCT ?value ?thing WHERE { ?thing ex:value ?value . ?thing ?p ?o }"
                  + " ORDER BY STRLEN(STR(?value))",
          "with-a-limit",
              "SELECT ?value ?thing WHERE { ?thing ex:value ?value } ORDER BY ?thing LIMIT 1000",
          "grouped",
              "SELECT ?thing (SAMPLE(?v) AS ?value) WHERE { ?thing ex:value ?v } GROUP BY ?thing"
                  + " ORDER BY DESC(COUNT(?v)) SAMPLE(?v)");

  /** Rows of these do not say which thing they are of, so that several are alike. */
  private static final Map<String, String> ALIKE =
      Map.of(
          "alike", "SELECT ?value WHERE { ?thing ex:value ?value } ORDER BY ?value",
          "alike-without-order", "SELECT ?value WHERE { ?thing ex:value ?value }");

  @TempDir private static Path shelf;
  private static TestServer server;

  @BeforeAll
  static void start() throws IOException {
    Map<String, String> all = new HashMap<>(QUERIES);
    all.putAll(ALIKE);
    all.put("truth", "ASK { ?thing ex:value ?value }");
    all.put("triples", "CONSTRUCT WHERE { ?thing ex:value ?value }");
    for (Map.Entry<String, String> query : all.entrySet()) {
      Files.writeString(
          shelf.resolve(query.getKey() + ".rq"),
          """
          #+ title: {en: A question, zh: 问题}
          #+ description: {en: What it answers., zh: 回答什么。}
          PREFIX ex: <https://example.org/>
          """
              + query.getValue()
              + "\n");
    }
    server = TestServer.asking(shelf);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void forget() {
    update("DROP SILENT GRAPH <" + GRAPH + ">");
  }

  static Stream<String> queries() {
    return QUERIES.keySet().stream().sorted();
  }

  static Stream<String> queriesOfRowsAlike() {
    return ALIKE.keySet().stream().sorted();
  }

  @ParameterizedTest
  @MethodSource("queries")
  void eachRowThatStaysIsGivenOnceWhateverIsWrittenBetweenTheParts(String query) {
    for (int seed = 0; seed < 8; seed++) {
      String run = query + ", seed " + seed;
      Things things = new Things(new Random(seed));
      List<String> given = parts(query, things.random, part -> things.write());
      things.untouched.forEach(
          thing ->
              assertThat(given)
                  .as(run)
                  .filteredOn(row -> row.contains("<" + thing + ">"))
                  .hasSize(1));
    }
  }

  @ParameterizedTest
  @MethodSource("queriesOfRowsAlike")
  void ofRowsAlikeAsManyAreGivenAsStay(String query) {
    for (int seed = 0; seed < 8; seed++) {
      String run = query + ", seed " + seed;
      Things things = new Things(new Random(seed));
      Map<String, Long> given =
          parts(query, things.random, part -> things.write()).stream()
              .collect(groupingBy(row -> row, counting()));
      Map<String, Long> stayed =
          things.untouched.stream()
              .map(things.values::get)
              .collect(groupingBy(value -> value, counting()));

      stayed.forEach(
          (value, many) ->
              assertThat(given.getOrDefault(value, 0L))
                  .as(run + ", " + value)
                  .isBetween(many, things.everWithValue(value)));
    }
  }

  @ParameterizedTest
  @MethodSource({"queries", "queriesOfRowsAlike"})
  void thePartsTogetherAreTheWholeInItsOrder(String query) {
    Things things = new Things(new Random(7));
    List<String> whole = rows(get("queries/" + query + "?offset=0&limit=1000"));

    assertThat(whole).hasSize(things.values.size());
    assertThat(parts(query, things.random, part -> {})).isEqualTo(whole);
    assertThat(rows(get("queries/" + query))).containsExactlyInAnyOrderElementsOf(whole);
  }

  @Test
  void anOffsetCountsFromThePlaceThatThePartBeginsAfter() {
    Things things = new Things(new Random(3));
    HttpResponse<String> first = get("queries/by-value?limit=5");
    List<String> whole = rows(get("queries/by-value?limit=1000"));

    assertThat(rows(get("queries/by-value?offset=7&limit=4"))).isEqualTo(whole.subList(7, 11));
    assertThat(rows(get(next(first).orElseThrow() + "&offset=2"))).isEqualTo(whole.subList(7, 12));
    assertThat(rows(get("queries/by-value?offset=" + things.values.size()))).isEmpty();
  }

  @Test
  void eachPartLeadsToTheFirst() {
    new Things(new Random(3));
    HttpResponse<String> first = get("queries/by-value?limit=5&offset=2");
    HttpResponse<String> second = get(next(first).orElseThrow());

    assertThat(rows(get(link(second, "first").orElseThrow())))
        .isEqualTo(rows(get("queries/by-value?limit=5")));
    assertThat(get("queries/by-value").headers().firstValue("Link")).isEmpty();
  }

  @Test
  void theLastPartLeadsNowhereAlsoWhenItIsFull() {
    Things things = new Things(new Random(3));
    HttpResponse<String> all = get("queries/by-value?limit=" + things.values.size());

    assertThat(rows(all)).hasSize(things.values.size());
    assertThat(next(all)).isEmpty();
  }

  @Test
  void longTextsStayWithinAnAddress() {
    StringBuilder data = new StringBuilder("INSERT DATA { GRAPH <" + GRAPH + "> {");
    for (int i = 0; i < 12; i++) {
      data.append(
          "<https://example.org/long/%d> <https://example.org/value> \"%s%d\"@zh .\n"
              .formatted(i, "海".repeat(30_000), i % 7));
    }
    update(data + "} }");

    assertThat(parts("by-value-descending", new Random(1), part -> {}))
        .hasSize(12)
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "1.abcdefghijkl",
        "1.abcdefghijkl \"one\"",
        "1.abcdefghijkl \"one\" \"two\" \"three\" \"four\"",
        "0.abcdefghijkl \"one\" \"two\" \"three\"",
        "1.abcdefghijkl \"one\" \"two\" \"three",
        "1.abcdefghijkl \"one\" . ;",
        "1.abcdefghijkl \"one\" ?two \"three\"",
        "1.abcdefghijkl <<( 1 ) )>>",
        "1.abcdefghijkl \"\\uZZZZ\" 1 2"
      })
  void whatIsNoPlaceIsRefused(String after) {
    HttpResponse<String> answer = get("queries/by-value?after=" + encoded(after));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("problem/bad-parameter").contains("after");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "by-value?limit=0",
        "by-value?limit=1000001",
        "by-value?limit=ten",
        "by-value?limit=1&limit=2",
        "by-value?offset=-1",
        "by-value?offset=1&offset=1",
        "truth?limit=1",
        "triples?format=ttl&offset=1",
        "triples?format=ttl&after=x"
      })
  void partsThatCannotBeAreRefused(String path) {
    assertThat(get("queries/" + path).statusCode()).isEqualTo(400);
    assertThat(server.get("queries/" + path, "text/html").statusCode()).isEqualTo(400);
  }

  @Test
  void aPageLeadsToTheNextByTheSamePlace() {
    new Things(new Random(5));
    HttpResponse<String> page = server.get("queries/by-value?limit=3", "text/html");
    String address = next(page).orElseThrow();

    assertThat(page.body()).contains("rel=\"next\" href=\"" + address.replace("&", "&amp;"));
    assertThat(rows(get(address)))
        .isEqualTo(rows(get("queries/by-value?limit=1000")).subList(3, 6));
  }

  /** All rows, read part by part; in between, something else happens. */
  private static List<String> parts(String query, Random random, Consumer<String> meanwhile) {
    List<String> rows = new ArrayList<>();
    Optional<String> address =
        Optional.of("queries/" + query + "?limit=" + (1 + random.nextInt(9)));
    while (address.isPresent()) {
      HttpResponse<String> answer = get(address.get());
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
      rows.addAll(rows(answer));
      address = next(answer);
      meanwhile.accept(query);
    }
    return rows;
  }

  private static HttpResponse<String> get(String path) {
    return server.get(path.replaceFirst("^/", ""), "text/tab-separated-values");
  }

  private static List<String> rows(HttpResponse<String> answer) {
    return answer.body().lines().skip(1).toList();
  }

  private static Optional<String> next(HttpResponse<String> answer) {
    return link(answer, "next");
  }

  private static Optional<String> link(HttpResponse<String> answer, String relation) {
    Pattern link = Pattern.compile("<([^>]*)>; rel=\"" + relation + "\"");
    return link.matcher(answer.headers().firstValue("Link").orElse(""))
        .results()
        .map((MatchResult found) -> found.group(1))
        .findFirst();
  }

  private static void update(String update) {
    assertThat(server.post("update", "application/sparql-update", update).statusCode())
        .isEqualTo(200);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** Things with values, some of which are changed, added and taken away. */
  private static final class Things {
    private static final int FIRST = 24;

    final Random random;
    final Map<String, String> values = new HashMap<>();
    final Set<String> untouched = new HashSet<>();
    private final Map<String, Set<String>> ever = new HashMap<>();
    private int named;

    Things(Random random) {
      this.random = random;
      update("DROP SILENT GRAPH <" + GRAPH + ">");
      StringBuilder data = new StringBuilder();
      for (int i = 0; i < FIRST; i++) {
        data.append(added(name()));
      }
      update("INSERT DATA { GRAPH <" + GRAPH + "> { " + data + " } }");
      untouched.addAll(values.keySet());
    }

    void write() {
      StringBuilder update = new StringBuilder();
      for (int i = random.nextInt(4); i > 0; i--) {
        List<String> present = values.keySet().stream().sorted().toList();
        String old = present.get(random.nextInt(present.size()));
        boolean stays = random.nextBoolean();
        String added = added(stays ? old : name());
        untouched.remove(old);
        update.append("DELETE WHERE { GRAPH <%s> { <%s> ?p ?o } } ;\n".formatted(GRAPH, old));
        update.append("INSERT DATA { GRAPH <%s> { %s } } ;\n".formatted(GRAPH, added));
        if (!stays && values.size() > FIRST / 2) {
          values.remove(old);
        } else if (!stays) {
          update.append("INSERT DATA { GRAPH <%s> { %s } } ;\n".formatted(GRAPH, added(old)));
        }
      }
      if (!update.isEmpty()) {
        update(update.toString());
      }
    }

    long everWithValue(String value) {
      return ever.getOrDefault(value, Set.of()).size();
    }

    private String name() {
      return "https://example.org/thing/" + named++;
    }

    private String added(String thing) {
      String value = value();
      values.put(thing, value);
      ever.computeIfAbsent(value, v -> new HashSet<>()).add(thing);
      String note =
          random.nextBoolean()
              ? "; <https://example.org/note> \"" + random.nextInt(3) + "\"@en"
              : "";
      return "<%s> <https://example.org/value> %s %s .%n".formatted(thing, value, note);
    }

    /** As Jena writes them in TSV. */
    private String value() {
      int small = random.nextInt(6);
      return switch (random.nextInt(11)) {
        case 0 -> Integer.toString(small);
        case 1 -> small + ".5";
        case 2 -> "\"text " + small + "\"";
        case 3 -> "\"海底 " + small + "\"@zh";
        case 4 -> "\"it's \\\"%$`&+#/?" + small + "\\n\\t\\\\\"@en-GB";
        case 5 -> "\"202" + small + "\"^^<http://www.w3.org/2001/XMLSchema#gYear>";
        case 6 -> "\"2021-01-0" + (small + 1) + "\"^^<http://www.w3.org/2001/XMLSchema#date>";
        case 7 -> "<https://example.org/a/" + small + ">";
        case 8 -> "\"x" + small + "\"^^<https://example.org/type>";
        case 9 -> "\"" + "long ".repeat(100) + small + "\"";
        default -> "\"\"";
      };
    }
  }
}
