package org.bluethread.trace;

import java.util.List;
import java.util.Optional;

/**
 * A thing by its names.
 *
 * @param iri its identifier
 * @param label its name, in the asked language if it has one in that
 * @param language the language of the name; empty if it has none
 * @param kind the name of its class; empty if it has none
 * @param type the IRI of its class; empty if it has none
 * @param level the level that its class stands on; empty for most classes
 * @param codes its codes
 */
public record Thing(
    String iri,
    String label,
    String language,
    String kind,
    String type,
    Optional<Level> level,
    List<String> codes) {
  /** Copies the list. */
  public Thing {
    codes = List.copyOf(codes);
  }
}
