package org.bluethread.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Set;
import org.apache.jena.query.QueryParseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is remembered of queries, and what must not be. */
class RecentQueriesTest {
  private static final String GRAPH = "http://example.org/g";

  private final RecentQueries recent = new RecentQueries(Set.of());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * { ?s ?p ?o }",
        "ASK { ?s ?p ?o FILTER REGEX(?o, 'a') FILTER EXISTS { ?s ?q 1 } }",
        "SELECT (COUNT(*) AS ?n) (NOW() AS ?now) { ?s ?p ?o }"
      })
  void whatWasReadIsNotReadAgain(String query) {
    assertThat(parse(query)).isSameAs(parse(query));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * { ?s ?p ?o FILTER(<http://www.w3.org/2001/XMLSchema#integer>(?o) > 1) }",
        "SELECT * { ?s ?p ?o FILTER NOT EXISTS { ?s ?q ?r FILTER <http://example.org/f>(?r) } }",
        "SELECT (SUM(<http://www.w3.org/2005/xpath-functions#abs>(?o)) AS ?n) { ?s ?p ?o }",
        "SELECT * { { SELECT ?s { ?s ?p ?o } ORDER BY <http://example.org/f>(?o) } }"
      })
  void queriesThatCallFunctionsByIriAreNotShared(String query) {
    assertThat(parse(query)).isNotSameAs(parse(query));
  }

  @Test
  void theSameTextOverOtherGraphsIsAnotherQuery() {
    String query = "SELECT * { ?s ?p ?o }";
    SparqlQuery overOne = recent.parse(query, List.of(GRAPH), List.of());
    assertThat(parse(query)).isNotSameAs(overOne);
    assertThat(recent.parse(query, List.of(), List.of(GRAPH))).isNotSameAs(overOne);
    assertThat(recent.parse(query, List.of(GRAPH), List.of())).isSameAs(overOne);
    assertThat(overOne.query().getGraphURIs()).containsExactly(GRAPH);
    assertThat(parse(query).query().getGraphURIs()).isEmpty();
  }

  @Test
  void longQueriesAreNotKept() {
    String query = "SELECT * { ?s ?p '" + "a".repeat(5_000) + "' }";
    assertThat(parse(query)).isNotSameAs(parse(query));
  }

  @Test
  void whatCannotBeReadIsRefusedEachTime() {
    for (int i = 0; i < 2; i++) {
      assertThatExceptionOfType(QueryParseException.class)
          .isThrownBy(() -> parse("SELECT * { ?s ?p }"));
      assertThatExceptionOfType(RemoteAccessException.class)
          .isThrownBy(() -> parse("SELECT * { SERVICE <http://example.org/> { ?s ?p ?o } }"));
    }
  }

  private SparqlQuery parse(String text) {
    return recent.parse(text, List.of(), List.of());
  }
}
