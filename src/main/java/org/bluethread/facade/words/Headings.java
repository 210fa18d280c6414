package org.bluethread.facade.words;

/**
 * What the columns of a named query's answer are headed by, and the fields of its form are labelled
 * with, for readers who write no SPARQL. Immutable.
 *
 * @param query the name of the query
 * @param language one of the six languages of the United Nations
 */
public record Headings(String query, String language) {
  /**
   * The heading of a column: what its variable means in this query, else what it means in all.
   *
   * @param variable the variable, without question mark
   * @return words in the language; the variable itself if there are none for it
   */
  public String of(String variable) {
    Words words = new Words(language);
    return words
        .optional("column." + query + "." + variable)
        .or(() -> words.optional("column." + variable))
        .orElse(variable);
  }

  /**
   * The label of a field.
   *
   * @param parameter the parameter's name
   * @return words in the language; else the heading of a column of that name
   */
  public String ofParameter(String parameter) {
    return new Words(language).optional("parameter." + parameter).orElseGet(() -> of(parameter));
  }
}
