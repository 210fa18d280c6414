package org.bluethread.query;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.jena.query.Query;

/**
 * A query on the shelf. Safe for threads as long as nobody changes {@link #query()}.
 *
 * @param name its name, which is its file's name without {@code .rq}
 * @param title what it answers, in a few words
 * @param description what it answers, and how to read the answer
 * @param keywords words to find it by
 * @param parameters its parameters in the order of the file; last, where the query uses it, {@link
 *     Parameter#LANG}
 * @param recipe how to say what it asks for, where the file tells
 * @param chart how its rows make a chart, where they do
 * @param cells what the short words in its columns stand for, by column, where they do
 * @param query the parsed query with its parameters' variables free; it must not be changed
 * @param text its SPARQL as written, without what the file says about it
 */
public record NamedQuery(
    String name,
    Wording title,
    Wording description,
    List<String> keywords,
    List<Parameter> parameters,
    Optional<Recipe> recipe,
    Optional<Chart> chart,
    Map<String, Cell> cells,
    Query query,
    String text) {

  /** Copies the lists and the map; nothing may be null. */
  public NamedQuery {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(description, "description");
    keywords = List.copyOf(keywords);
    parameters = List.copyOf(parameters);
    cells = Map.copyOf(cells);
    Objects.requireNonNull(query, "query");
    Objects.requireNonNull(text, "text");
  }

  /**
   * Gives the parameters their values. A value of white space only counts as not given; {@code
   * lang} may always be given, also to a query that shows no labels.
   *
   * @param given values by parameter, as an address or a command line has them
   * @param things finds what spellings of things mean
   * @throws ParameterException if a parameter is unknown, missing, given twice or wrong
   */
  public BoundQuery bind(Map<String, List<String>> given, Things things) {
    return new Binder(this, things).bind(given);
  }
}
