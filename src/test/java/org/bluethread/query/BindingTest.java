package org.bluethread.query;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.bluethread.query.ParameterException.Problem;
import org.bluethread.vocabulary.BT;
import org.junit.jupiter.api.Test;

/** Giving parameters their values, and what is said when that cannot be done. */
final class BindingTest {
  private static final String COUNCIL = "https://w3id.org/bluethread/id/organ/isa/council";
  private static final String OTHER_COUNCIL = "https://w3id.org/bluethread/id/organ/other/council";

  /** Knows one organ of its own, two of one name, and one paragraph. */
  private static final Things THINGS =
      (spelling, classIri) -> {
        if (classIri.equals(BT.CitableUnit.getURI())) {
          return spelling.equals("doc/para/1")
              ? List.of("http://example.org/doc/para/1")
              : List.of();
        }
        assertThat(classIri).isEqualTo(BT.Organ.getURI());
        return switch (spelling) {
          case "isa council" -> List.of(COUNCIL);
          case "council" -> List.of(COUNCIL, OTHER_COUNCIL);
          default -> List.of();
        };
      };

  private static final NamedQuery ALL_KINDS =
      TinyGraph.query(
          "#+ params:\n"
              + TinyGraph.parameter("organ", "thing", "isa council", "class: bt:Organ")
              + TinyGraph.parameter("unit", "unit", "doc/para/1")
              + TinyGraph.parameter("year", "year", "2021")
              + TinyGraph.parameter("count", "integer", "3", "default: '7'")
              + TinyGraph.parameter("degrees", "decimal", "-117.25")
              + TinyGraph.parameter("word", "text", "water")
              + TinyGraph.parameter("tongue", "language", "fr"),
          """
          SELECT * WHERE {
            ?unit ?organ ?year . ?a ?b ?count , ?degrees FILTER(?word = ?tongue || LANG(?a) = ?lang)
          }
          """);

  private static final NamedQuery REQUIRED =
      TinyGraph.query(
          "#+ params:\n"
              + TinyGraph.parameter(
                  "organ", "thing", "isa council", "class: bt:Organ", "required: true"),
          "SELECT * WHERE { ?thing ?link ?organ }");

  private static final NamedQuery NONE = TinyGraph.query("", "SELECT * WHERE { ?s ?p ?o }");

  @Test
  void eachKindBecomesItsTerm() {
    assertThat(
            values(
                ALL_KINDS,
                Map.of(
                    "organ", " isa council ",
                    "unit", "doc/para/1",
                    "year", "2021",
                    "count", "-12",
                    "degrees", "-117.25",
                    "word", "deep water",
                    "tongue", "FR-ca",
                    "lang", "zh-CN")))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "organ", NodeFactory.createURI(COUNCIL),
                "unit", NodeFactory.createURI("http://example.org/doc/para/1"),
                "year", NodeFactory.createLiteralDT("2021", XSDDatatype.XSDgYear),
                "count", NodeFactory.createLiteralDT("-12", XSDDatatype.XSDinteger),
                "degrees", NodeFactory.createLiteralDT("-117.25", XSDDatatype.XSDdecimal),
                "word", NodeFactory.createLiteralString("deep water"),
                "tongue", NodeFactory.createLiteralString("fr"),
                "lang", NodeFactory.createLiteralString("zh")));
  }

  @Test
  void whatIsNotGivenHasItsDefaultOrStaysFree() {
    assertThat(values(ALL_KINDS, Map.of()))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "count", NodeFactory.createLiteralDT("7", XSDDatatype.XSDinteger),
                "lang", NodeFactory.createLiteralString("en")));
  }

  @Test
  void whiteSpaceCountsAsNotGiven() {
    assertThat(
            ALL_KINDS
                .bind(Map.of("count", List.of(" "), "year", List.of("", "2020")), THINGS)
                .values())
        .containsEntry("count", NodeFactory.createLiteralDT("7", XSDDatatype.XSDinteger))
        .containsEntry("year", NodeFactory.createLiteralDT("2020", XSDDatatype.XSDgYear));
  }

  @Test
  void everyQueryTakesLang() {
    assertThat(values(NONE, Map.of("lang", "zh"))).isEmpty();
  }

  @Test
  void anUnknownParameterNamesTheKnownOnes() {
    ParameterException e = refusal(REQUIRED, Map.of("organs", "council"));

    assertThat(e.problem()).isEqualTo(Problem.UNKNOWN);
    assertThat(e.parameter()).isEqualTo("organs");
    assertThat(e.candidates()).containsExactly("organ");
    assertThat(e)
        .hasMessage("There is no parameter organs. The parameters of a-question are: organ.");
    assertThat(e.message("zh")).isEqualTo("没有参数 organs。a-question 的参数有：organ。");
  }

  @Test
  void anUnknownParameterOfAQueryWithoutAnySaysSo() {
    assertThat(refusal(NONE, Map.of("year", "2019")))
        .hasMessage("There is no parameter year: a-question has none. Leave it out.");
  }

  @Test
  void aMissingParameterIsNamedWithAnExample() {
    ParameterException e = refusal(REQUIRED, Map.of());

    assertThat(e.problem()).isEqualTo(Problem.MISSING);
    assertThat(e)
        .hasMessage("The parameter organ is missing. Give it, for example organ=isa council.");
  }

  @Test
  void aParameterIsGivenOnce() {
    assertThatExceptionOfType(ParameterException.class)
        .isThrownBy(() -> ALL_KINDS.bind(Map.of("year", List.of("2019", "2020")), THINGS))
        .withMessage("The parameter year is given 2 times. Give it once.")
        .satisfies(e -> assertThat(e.problem()).isEqualTo(Problem.REPEATED));
  }

  @Test
  void aYearHasFourDigits() {
    for (String year : List.of("19", "20190", "MMXIX", "２０１９", "2019-01", "-2019", "2019Z")) {
      ParameterException e = refusal(ALL_KINDS, Map.of("year", year));
      assertThat(e.problem()).isEqualTo(Problem.MALFORMED);
      assertThat(e)
          .hasMessage(
              "The parameter year must be a year of four digits, and \""
                  + year
                  + "\" is not. Give it, for example, as 2021.");
    }
  }

  @Test
  void aNumberIsWholeAndNotTooLong() {
    for (String number : List.of("1.5", "1e3", "x", "--1", "1234567890123456789")) {
      assertThat(refusal(ALL_KINDS, Map.of("count", number)))
          .hasMessageContaining("must be a whole number");
    }
  }

  @Test
  void aDecimalHasDigitsAndAPointAtTheMost() {
    for (String number : List.of("12", "+0.5", "-117.2150615")) {
      assertThat(values(ALL_KINDS, Map.of("degrees", number)).get("degrees"))
          .isEqualTo(NodeFactory.createLiteralDT(number, XSDDatatype.XSDdecimal));
    }
    for (String number : List.of("1e3", "NaN", "1,5", ".5", "5.", "--1", "١٢", "9".repeat(19))) {
      assertThat(refusal(ALL_KINDS, Map.of("degrees", number)))
          .hasMessageContaining("must be a number");
    }
  }

  @Test
  void aLanguageIsATag() {
    for (String tag : List.of("Chinese language", "z", "-", "en_GB!", "und")) {
      assertThat(refusal(ALL_KINDS, Map.of("tongue", tag)))
          .hasMessageContaining("must be a language tag");
    }
  }

  @Test
  void aThingThatIsNotThereIsSaidWithAnExample() {
    ParameterException e = refusal(REQUIRED, Map.of("organ", "parliament"));

    assertThat(e.problem()).isEqualTo(Problem.NOT_FOUND);
    assertThat(e)
        .hasMessage(
            "The parameter organ must name something of its kind, and \"parliament\" names nothing"
                + " here. Give its code, its short name or its IRI, for example isa council.");
  }

  @Test
  void aUnitThatIsNotThereIsSaidWithAnExample() {
    assertThat(refusal(ALL_KINDS, Map.of("unit", "doc/para/9")))
        .hasMessageContaining("must name a part of a document")
        .hasMessageContaining("for example doc/para/1");
  }

  @Test
  void aSpellingOfSeveralThingsListsThem() {
    ParameterException e = refusal(REQUIRED, Map.of("organ", "council"));

    assertThat(e.problem()).isEqualTo(Problem.AMBIGUOUS);
    assertThat(e.candidates()).containsExactly(COUNCIL, OTHER_COUNCIL);
    assertThat(e)
        .hasMessage(
            "The parameter organ is not clear: \"council\" may mean several things. Give one of"
                + " these IRIs instead: "
                + COUNCIL
                + ", "
                + OTHER_COUNCIL
                + ".");
  }

  @Test
  void aLongValueIsNotRepeatedWhole() {
    assertThat(refusal(REQUIRED, Map.of("organ", "海".repeat(5000))).getMessage())
        .contains("海".repeat(100) + "…")
        .hasSizeLessThan(400);
  }

  @Test
  void bracesInAValueAreNotReadAsPartsOfTheMessage() {
    assertThat(refusal(REQUIRED, Map.of("organ", "{0} '{1}'")))
        .hasMessageContaining("\"{0} '{1}'\" names nothing");
  }

  @Test
  void aTextStaysATextWhateverItHolds() {
    for (String text :
        List.of(
            "\" ) } SERVICE <http://example.org/> { ?s ?p ?o } #",
            "' . ?s ?p ?o } ; DROP ALL #",
            "\\\" } \\u007D \\",
            "line\nbreak\ttab",
            "?word",
            "<http://example.org/>",
            "\"\"\" '''",
            "\ud83e\udda0 海洋")) {
      Query query = ALL_KINDS.bind(Map.of("word", List.of(text)), THINGS).sparql();
      Query written = QueryFactory.create(query.toString());

      assertThat(written).isEqualTo(query);
      assertThat(written.toString()).isEqualTo(query.toString());
      assertThat(query.getQueryPattern().toString().lines().count())
          .isEqualTo(plain("water").getQueryPattern().toString().lines().count());
    }
  }

  @Test
  void aThingIsOnlyEverAnIriThatWasFound() {
    for (String spelling :
        List.of(
            COUNCIL + "> . ?s ?p ?o . <" + COUNCIL,
            "<" + COUNCIL + ">",
            "?thing",
            "_:b",
            "bt:Organ",
            "council } UNION { ?s ?p ?o")) {
      assertThat(refusal(REQUIRED, Map.of("organ", spelling)).problem())
          .isEqualTo(Problem.NOT_FOUND);
    }
  }

  @Test
  void bindingLeavesTheQueryOfTheShelfAsItIs() {
    String before = REQUIRED.query().toString();

    Query bound = REQUIRED.bind(Map.of("organ", List.of("isa council")), THINGS).sparql();
    bound.setLimit(1);

    assertThat(REQUIRED.query()).hasToString(before);
    assertThat(bound.toString()).contains("<" + COUNCIL + ">").doesNotContain("?organ");
  }

  private static Query plain(String word) {
    return ALL_KINDS.bind(Map.of("word", List.of(word)), THINGS).sparql();
  }

  private static Map<String, Node> values(NamedQuery query, Map<String, String> given) {
    return query.bind(lists(given), THINGS).values();
  }

  private static ParameterException refusal(NamedQuery query, Map<String, String> given) {
    return catchThrowableOfType(ParameterException.class, () -> query.bind(lists(given), THINGS));
  }

  private static Map<String, List<String>> lists(Map<String, String> given) {
    return given.entrySet().stream().collect(toMap(Map.Entry::getKey, e -> List.of(e.getValue())));
  }
}
