package org.bluethread.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bluethread.vocabulary.BT;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reading a shelf: what its files may say, and how it says what is wrong with one. */
final class ShelfTest {
  private static final String ALL = "SELECT * WHERE { ?thing a ?kind }\n";

  @TempDir private Path folder;

  @Test
  void readsAllThatAFileSays() throws IOException {
    write(
        "what-an-organ-does.rq",
        """
        #+ title: {en: What an organ does, zh: 某机关的工作, fr: "Ce que fait un organe"}
        #+ description:
        #+   en: >-
        #+     Its work,
        #+     in short.
        #+   zh: 其工作。
        #+ keywords: [organ, work]
        #+ params:
        #+   - name: organ
        #+     kind: thing
        #+     class: bt:Organ
        #+     required: true
        #+     description: {en: The organ., zh: 机关。}
        #+     example: council
        #+   - name: year
        #+     kind: year
        #+     default: "2019"
        #+     description: {en: The year., zh: 年份。}
        #+     example: "2021"

        # Who does what?
        PREFIX bt: <https://w3id.org/bluethread/ontology#>
        SELECT ?thing WHERE { ?thing bt:involvesOrgan ?organ ; bt:dueYear ?year }
        """);

    NamedQuery query = Shelf.load(folder).find("what-an-organ-does").orElseThrow();

    assertThat(query.title().in("fr")).isEqualTo("Ce que fait un organe");
    assertThat(query.description().in("en")).isEqualTo("Its work, in short.");
    assertThat(query.keywords()).containsExactly("organ", "work");
    assertThat(query.parameters())
        .containsExactly(
            new Parameter(
                "organ",
                ParameterKind.THING,
                Optional.of(BT.Organ.getURI()),
                true,
                Optional.empty(),
                new Wording(Map.of("en", "The organ.", "zh", "机关。")),
                "council"),
            new Parameter(
                "year",
                ParameterKind.YEAR,
                Optional.empty(),
                false,
                Optional.of("2019"),
                new Wording(Map.of("en", "The year.", "zh", "年份。")),
                "2021"));
    assertThat(query.query().isSelectType()).isTrue();
    assertThat(query.text()).startsWith("# Who does what?\nPREFIX bt:").endsWith("?year }\n");
  }

  @Test
  void isSortedByNameAndHoldsQueryFilesOnly() throws IOException {
    write("b.rq", TinyGraph.file("", ALL));
    write("a-1.rq", TinyGraph.file("", ALL));
    write("README.md", "Not a query");
    Files.createDirectory(folder.resolve("c.rq"));

    assertThat(Shelf.load(folder).queries())
        .extracting(NamedQuery::name)
        .containsExactly("a-1", "b");
    assertThat(Shelf.load(folder).find("c")).isEmpty();
  }

  @Test
  void everyQueryThatUsesLangHasItAsAParameter() {
    NamedQuery query = TinyGraph.query("", "SELECT ?l WHERE { ?t ?p ?l FILTER(LANG(?l) = ?lang) }");

    assertThat(query.parameters()).containsExactly(Parameter.LANG);
  }

  @Test
  void unitsAreOfTheClassOfCitableUnits() {
    NamedQuery query =
        TinyGraph.query(
            "#+ params:\n" + TinyGraph.parameter("unit", "unit", "a-document/para/1"),
            "SELECT * WHERE { ?unit ?p ?o }");

    assertThat(query.parameters().get(0).classIri()).contains(BT.CitableUnit.getURI());
  }

  @Test
  void wordsFallBackToTheLanguageWithoutRegionAndThenToEnglish() {
    Wording wording = new Wording(Map.of("en", "output", "zh", "产出"));

    assertThat(List.of("zh", "zh-CN", "zh-Hans", "fr", "", "not a tag"))
        .extracting(wording::in)
        .containsExactly("产出", "产出", "产出", "output", "output", "output");
  }

  @Test
  void namesAFolderThatIsNotThere() {
    assertThatExceptionOfType(ShelfException.class)
        .isThrownBy(() -> Shelf.load(folder.resolve("nowhere")))
        .withMessageContaining("nowhere")
        .withMessageContaining("cannot be read");
  }

  @Test
  void namesAFileThatIsNotUtf8() throws IOException {
    Files.write(folder.resolve("latin.rq"), new byte[] {'#', '+', (byte) 0xE9});

    assertThatExceptionOfType(ShelfException.class)
        .isThrownBy(() -> Shelf.load(folder))
        .withMessageContaining("latin.rq")
        .withMessageContaining("UTF-8");
  }

  @Test
  void refusesANameThatWouldNotBeAnAddress() throws IOException {
    write("Two Words.rq", TinyGraph.file("", ALL));

    assertThatExceptionOfType(ShelfException.class)
        .isThrownBy(() -> Shelf.load(folder))
        .withMessageContaining("Two Words.rq")
        .withMessageContaining("a-z and 0-9");
  }

  @Test
  void refusesAFileThatSaysNothing() {
    refuses(ALL, "must begin with #+");
  }

  @Test
  void refusesWordsAboutTheQueryBelowIt() {
    refuses(TinyGraph.file("", ALL + "#+ keywords: [late]\n"), "must be the first ones");
  }

  @Test
  void refusesWhatIsNotYaml() {
    refuses("#+ title: {en: A\n" + ALL, "not YAML");
    refuses("#+ title: A\n#+ title: B\n" + ALL, "not YAML");
    refuses("#+title: A\n#+---\n#+title: B\n" + ALL, "not YAML");
    refuses("#+ - a list\n" + ALL, "must be a mapping");
  }

  @Test
  void refusesAKeyThatMeansNothing() {
    refuses(TinyGraph.file("#+ summary: short\n", ALL), "There is no summary");
  }

  @Test
  void refusesATitleThatIsNotInBothLanguages() {
    refuses("#+ title: {en: A}\n" + ALL, "title in English (en) and Chinese (zh)");
    refuses("#+ title: A\n" + ALL, "title in English (en) and Chinese (zh)");
    refuses("#+ title: {en: A, zh: ''}\n" + ALL, "value of title must be a text");
    refuses("#+ title: {en: A, zh: 甲}\n" + ALL, "description in English");
  }

  @Test
  void refusesKeywordsThatAreNoList() {
    refuses(TinyGraph.file("#+ keywords: one\n", ALL), "keywords must be a list");
  }

  @Test
  void refusesWhatIsNotSparql() {
    refuses(TinyGraph.file("", "SELECT * WHERE { ?thing a }"), "not SPARQL 1.1");
    refuses(TinyGraph.file("", "SELECT * WHERE { ?thing a no:prefix }"), "not SPARQL 1.1");
    refuses(TinyGraph.file("", ""), "not SPARQL 1.1");
    refuses(TinyGraph.file("", "DELETE WHERE { ?s ?p ?o }"), "not SPARQL 1.1");
    refuses(TinyGraph.file("", "SELECT * WHERE { LET (?a := 1) }"), "not SPARQL 1.1");
    refuses(TinyGraph.file("", "JSON { 'a': ?a } WHERE { ?a ?b ?c }"), "not SPARQL 1.1");
  }

  @Test
  void refusesServiceWhereverItStands() {
    String service = "SERVICE SILENT <http://example.org/sparql> { ?s ?p ?o }";
    for (String query :
        List.of(
            "SELECT * WHERE { " + service + " }",
            "SELECT * WHERE { ?s ?p ?o OPTIONAL { " + service + " } }",
            "SELECT * WHERE { { SELECT ?s WHERE { " + service + " } } }",
            "SELECT * WHERE { ?s ?p ?o FILTER NOT EXISTS { " + service + " } }",
            "SELECT (EXISTS { " + service + " } AS ?e) WHERE { ?s ?p ?o }",
            "SELECT ?s WHERE { ?s ?p ?o } ORDER BY (EXISTS { " + service + " })",
            "SELECT ?s WHERE { ?s ?p ?o } GROUP BY ?s HAVING (EXISTS { " + service + " })",
            "SELECT ?s WHERE { BIND(IF(EXISTS { " + service + " }, 1, 2) AS ?s) }",
            "SELECT (SUM(IF(EXISTS { " + service + " }, 1, 2)) AS ?n) WHERE { ?s ?p ?o }",
            "ASK { " + service + " }",
            "CONSTRUCT { ?s ?p ?o } WHERE { " + service + " }",
            "SELECT (GROUP_CONCAT(DISTINCT STR(EXISTS { "
                + service
                + " })) AS ?n) WHERE { ?s ?p ?o }",
            "SELECT * WHERE { { SELECT ?s WHERE { ?s ?p ?o } ORDER BY (EXISTS { "
                + service
                + " }) } }",
            "DESCRIBE ?s WHERE { " + service + " }")) {
      refuses(TinyGraph.file("", query), "must not have a SERVICE");
    }
  }

  @Test
  void refusesFrom() {
    refuses(TinyGraph.file("", "SELECT * FROM <http://a> WHERE { ?s ?p ?o }"), "GRAPH in place");
    refuses(TinyGraph.file("", "ASK FROM NAMED <http://a> { ?s ?p ?o }"), "GRAPH in place");
  }

  @Test
  void refusesSeveralConditionsAfterHaving() {
    refuses(
        TinyGraph.file("", "SELECT ?s WHERE { ?s ?p ?o } GROUP BY ?s HAVING (1 = 1) (2 = 2)"),
        "HAVING must have one condition");
  }

  @Test
  void refusesAParameterThatTheQueryDoesNotUse() {
    refusesParameter(TinyGraph.parameter("organ", "text", "a"), ALL, "no variable ?organ");
  }

  @Test
  void refusesAParameterThatTheQueryItselfGivesAValue() {
    String parameter = TinyGraph.parameter("kind", "text", "a");
    for (String query :
        List.of(
            "SELECT * WHERE { ?s ?p ?o BIND(1 AS ?kind) FILTER(?kind = 1) }",
            "SELECT (1 AS ?kind) WHERE { ?s ?p ?o }",
            "SELECT ?s WHERE { VALUES ?kind { 1 } ?s ?p ?kind }")) {
      refusesParameter(parameter, query, "where the query gives it a value of its own");
    }
  }

  @Test
  void refusesAParameterWhereOnlyAVariableMayStand() {
    refusesParameter(
        TinyGraph.parameter("kind", "text", "a"),
        "SELECT ?s WHERE { ?s a ?kind } ORDER BY ?kind",
        "where SPARQL allows only a variable");
  }

  @Test
  void aDescribeMayGoWithoutWhere() {
    NamedQuery query =
        TinyGraph.query(
            "#+ params:\n" + TinyGraph.parameter("unit", "unit", "a-document/para/1"),
            "DESCRIBE ?unit");
    Things things = (spelling, classIri) -> List.of("http://example.org/unit");

    assertThat(query.bind(Map.of("unit", List.of("a")), things).sparql().toString())
        .contains("<http://example.org/unit>")
        .doesNotContain("?unit");
    assertThat(TinyGraph.query("", "DESCRIBE <http://example.org/unit>").parameters()).isEmpty();
  }

  @Test
  void refusesTwoParametersOfOneName() {
    String parameter = TinyGraph.parameter("kind", "text", "a");
    refusesParameter(parameter + parameter, ALL, "two parameters kind");
  }

  @Test
  void refusesANameThatIsNoParameters() {
    for (String name : List.of("Kind", "a-kind", "lang", "format", "页")) {
      refusesParameter(TinyGraph.parameter(name, "text", "a"), ALL, "parameter's name must be");
    }
  }

  @Test
  void refusesAnUnknownKindAndNamesTheKnownOnes() {
    refusesParameter(
        TinyGraph.parameter("kind", "colour", "red"),
        ALL,
        "There is no kind colour, but thing, unit, year, integer, decimal, text, language");
  }

  @Test
  void refusesAThingWithoutClassAndAClassWithoutThing() {
    refusesParameter(TinyGraph.parameter("kind", "thing", "a"), ALL, "must be a class");
    refusesParameter(
        TinyGraph.parameter("kind", "thing", "a", "class: none:Organ"), ALL, "with a prefix");
    refusesParameter(
        TinyGraph.parameter("kind", "text", "a", "class: bt:Organ"), ALL, "Only a thing");
  }

  @Test
  void refusesADefaultForWhatIsRequired() {
    refusesParameter(
        TinyGraph.parameter("kind", "text", "a", "required: true", "default: b"),
        ALL,
        "cannot have a default");
  }

  @Test
  void refusesValuesThatAreNotOfTheirKind() {
    refusesParameter(TinyGraph.parameter("kind", "year", "19"), ALL, "\"19\" is not of the kind");
    refusesParameter(
        TinyGraph.parameter("kind", "integer", "1", "default: one"), ALL, "\"one\" is not of");
    refusesParameter(
        TinyGraph.parameter("kind", "text", "a", "required: perhaps"), ALL, "true or false");
    refusesParameter(
        TinyGraph.parameter("kind", "text", "a", "default: 1.10"), ALL, "quotes keep a number");
  }

  @Test
  void saysWhichParameterIsWrong() {
    refusesParameter(TinyGraph.parameter("kind", "year", "19"), ALL, "(parameter kind)");
    refusesParameter("#+   - kind: text\n", ALL, "There must be a name (params)");
    refusesParameter("#+   - text\n", ALL, "must be mappings");
    refusesParameter(TinyGraph.parameter("kind", "text", "a", "min: '1'"), ALL, "There is no min");
  }

  @Test
  void readsHowRowsMakeAChart() {
    NamedQuery query =
        TinyGraph.query(
            "#+ chart: {kind: columns, value: n, label: [year], each: [a, b]}\n",
            "SELECT ?a ?b ?year ?n WHERE { ?a ?b ?year . ?year ?b ?n }");

    assertThat(query.chart())
        .contains(new Chart(Chart.Kind.COLUMNS, "n", List.of("year"), List.of("a", "b")));
  }

  @Test
  void refusesAChartThatItsColumnsCannotMake() {
    refusesChart("{kind: pie, value: kind, label: [thing]}", "must be bars or columns (chart)");
    refusesChart("{kind: bars, value: kind}", "must be a label");
    refusesChart("{kind: bars, label: [thing]}", "must be a value");
    refusesChart(
        "{kind: bars, value: number, label: [thing]}", "no column number, but thing, kind");
    refusesChart("{kind: bars, value: kind, label: [name]}", "no column name");
    refusesChart("{kind: bars, value: kind, label: [thing], each: [name]}", "no column name");
    refusesChart("{kind: columns, value: kind, label: [thing, kind]}", "must be one column");
    refusesChart("{kind: bars, value: kind, label: [thing], colour: red}", "There is no colour");
    refusesChart("bars", "must be a mapping");
    refuses(
        TinyGraph.file("#+ chart: {kind: bars, value: a, label: [b]}\n", "ASK { ?a ?b ?c }"),
        "no column a");
  }

  private static void refusesChart(String chart, String reason) {
    refuses(TinyGraph.file("#+ chart: " + chart + "\n", ALL), reason);
  }

  private static void refusesParameter(String parameters, String query, String reason) {
    refuses(TinyGraph.file("#+ params:\n" + parameters, query), reason);
  }

  private static void refuses(String content, String reason) {
    assertThatExceptionOfType(ShelfException.class)
        .isThrownBy(() -> QueryFile.read("a-question.rq", content))
        .withMessageStartingWith("a-question.rq: ")
        .withMessageContaining(reason)
        .satisfies(e -> assertThat(e.file()).isEqualTo("a-question.rq"));
  }

  private void write(String name, String content) throws IOException {
    Files.writeString(folder.resolve(name), content);
  }
}
