package org.bluethread.query;

import java.util.Map;

/**
 * How to say what a query asks for: statements after whose loading the query, with these values,
 * answers something it did not answer before.
 *
 * @param title what is said
 * @param values the values of the query's parameters
 * @param trig the statements, in TriG
 */
public record Recipe(Wording title, Map<String, String> values, String trig) {
  /** Copies the map. */
  public Recipe {
    values = Map.copyOf(values);
  }
}
