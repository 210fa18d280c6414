package org.bluethread.query;

import static org.assertj.core.api.Assertions.assertThatCode;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever a file holds, it is read or refused with the shelf's own exception. */
final class ShelfOnRandomTextTest {
  @Property
  void anyTextIsReadOrRefused(@ForAll String content) {
    readsOrRefuses(content);
  }

  @Property
  void anyDecoratedLinesAreReadOrRefused(@ForAll("yaml") String yaml) {
    readsOrRefuses("#+" + yaml.replace("\n", "\n#+") + "\nASK {}\n");
  }

  @Property
  void anyQueryIsReadOrRefused(@ForAll("sparql") String sparql) {
    readsOrRefuses(TinyGraph.file("", sparql));
  }

  @Property
  void anyParameterIsReadOrRefused(
      @ForAll("words") String name, @ForAll("words") String kind, @ForAll("words") String example) {
    readsOrRefuses(
        TinyGraph.file(
            "#+ params:\n" + TinyGraph.parameter(name, kind, example), "ASK { ?name ?kind ?x }"));
  }

  private static void readsOrRefuses(String content) {
    assertThatCode(
            () -> {
              try {
                QueryFile.read("a-question.rq", content);
              } catch (ShelfException e) {
                // Refused, as it should be.
              }
            })
        .doesNotThrowAnyException();
  }

  @Provide
  Arbitrary<String> yaml() {
    return pieces(
        " ",
        "  ",
        "\n",
        ":",
        ": ",
        "- ",
        "title",
        "description",
        "params",
        "keywords",
        "name",
        "kind",
        "{",
        "}",
        "[",
        "]",
        ",",
        "\"",
        "'",
        "#",
        "&a",
        "*a",
        "!!int ",
        "!",
        "|",
        ">-",
        "?",
        "---",
        "...",
        "%YAML",
        "0x",
        "0_",
        "1e9",
        "~",
        "null",
        "true",
        "<<",
        "\t",
        "en",
        "zh",
        "\u0000",
        "\ud800",
        "\\u");
  }

  @Provide
  Arbitrary<String> sparql() {
    return pieces(
        "SELECT",
        "ASK",
        "CONSTRUCT",
        "DESCRIBE",
        "WHERE",
        "{",
        "}",
        "(",
        ")",
        " ",
        "?s",
        "?p",
        "?o",
        "$x",
        ".",
        ";",
        ",",
        "<",
        ">",
        "<http://a>",
        "FILTER",
        "BIND",
        "AS",
        "VALUES",
        "UNION",
        "GRAPH",
        "EXISTS",
        "COUNT",
        "*",
        "GROUP BY",
        "HAVING",
        "ORDER BY",
        "LIMIT",
        "1",
        "\"",
        "'",
        "\\",
        "\\u0000",
        "^",
        "+",
        "@en",
        "^^",
        "_:b",
        "[]",
        "PREFIX",
        "BASE",
        "FROM",
        "SERVICE",
        "\u0000",
        "\ud800");
  }

  @Provide
  Arbitrary<String> words() {
    return Arbitraries.oneOf(
        Arbitraries.of("name", "kind", "x", "text", "year", "thing", "unit", "integer", "2019"),
        Arbitraries.strings().ofMaxLength(12));
  }

  private static Arbitrary<String> pieces(String... pieces) {
    return Combinators.combine(
            Arbitraries.of(pieces).list().ofMaxSize(40), Arbitraries.strings().ofMaxLength(5))
        .as((list, end) -> String.join("", list) + end);
  }
}
