package org.bluethread.facade.pages;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bluethread.publish.catalogue.QueryExample;

/**
 * The query form.
 *
 * @param endpoint the address queries go to
 * @param query the query that stands in the form at first
 * @param isGiven whether the address asks for that query
 * @param examples queries to begin with
 */
public record SparqlPage(String endpoint, String query, boolean isGiven, List<Example> examples) {
  private static final String EXAMPLE =
      """
      PREFIX bt: <https://w3id.org/bluethread/ontology#>
      PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

      # The documents, by their names in English
      SELECT ?document ?name {
        ?document a bt:Document ;
          skos:prefLabel ?name .
        FILTER (lang(?name) = "en")
      }
      ORDER BY ?name
      LIMIT 100
      """;

  /** Copies the list. */
  public SparqlPage {
    examples = List.copyOf(examples);
  }

  /**
   * An example.
   *
   * @param name its name
   * @param title what it answers
   * @param isChosen whether it stands in the form
   */
  public record Example(String name, String title, boolean isChosen) {}

  /**
   * The form.
   *
   * @param query the query it begins with; empty for one that everybody can begin with
   * @param chosen the name of the example that this is
   */
  public static SparqlPage of(
      String endpoint,
      Optional<String> query,
      List<QueryExample> examples,
      Optional<String> chosen,
      String language) {
    return new SparqlPage(
        endpoint,
        query.orElse(EXAMPLE),
        query.isPresent(),
        examples.stream()
            .map(
                one ->
                    new Example(
                        one.name(),
                        one.titles().getOrDefault(language, one.titles().get("en")),
                        chosen.equals(Optional.of(one.name()))))
            .sorted(Comparator.comparing(Example::title, NaturalOrder.TEXT))
            .toList());
  }
}
