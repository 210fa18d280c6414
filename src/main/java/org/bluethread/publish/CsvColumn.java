package org.bluethread.publish;

import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;

/**
 * A column of a table of descriptions.
 *
 * @param name its name in the first row
 * @param property the property its cells give values of
 * @param language the language of its texts, if they are texts
 * @param value how a cell becomes a value: an expression of SPARQL in which {@code $cell} stands
 *     for its text
 * @param required whether every row has to fill it
 * @param several whether a cell may hold several values with | between them
 * @param messages what to write in it, by language
 */
record CsvColumn(
    String name,
    Node property,
    Optional<String> language,
    String value,
    boolean required,
    boolean several,
    Map<String, String> messages) {}
