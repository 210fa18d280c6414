package org.bluethread.publish.catalogue;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A service that serves the graph.
 *
 * @param endpointUrl where it is, which is also what it is called
 * @param titles what it is, by language
 * @param description the address of a description for machines, if there is one
 * @param conformsTo the specification it follows
 * @see <a href="https://www.w3.org/TR/vocab-dcat-3/#Class:Data_Service">DCAT 3, 6.9</a>
 */
public record Service(
    String endpointUrl,
    Map<String, String> titles,
    Optional<String> description,
    String conformsTo) {
  /** Copies the map; nothing may be null. */
  public Service {
    titles = Map.copyOf(titles);
    Objects.requireNonNull(description, "description");
  }
}
