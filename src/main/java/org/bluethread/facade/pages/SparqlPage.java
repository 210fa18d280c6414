package org.bluethread.facade.pages;

/**
 * The query form.
 *
 * @param endpoint the address queries go to
 * @param example the query that stands in the form at first
 */
public record SparqlPage(String endpoint, String example) {
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

  /** The form with a query everybody can begin with. */
  public static SparqlPage at(String endpoint) {
    return new SparqlPage(endpoint, EXAMPLE);
  }
}
