package org.bluethread.query;

import java.util.Objects;
import java.util.Optional;

/**
 * What the short words in a column stand for, so that they can be shown by their names.
 *
 * @param kind what they are
 * @param classIri the class that the things are of, subclasses not meant; empty for any, and for
 *     what is no thing
 */
public record Cell(Kind kind, Optional<String> classIri) {
  /** What a short word is. */
  public enum Kind {
    /** The end of a thing's IRI, behind its last slash. */
    THING,
    /** The end of the IRI of a term of the ontology, behind its hash. */
    TERM,
    /** A word that the query itself gives. */
    WORD
  }

  /** Nothing may be null. */
  public Cell {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(classIri, "classIri");
  }
}
