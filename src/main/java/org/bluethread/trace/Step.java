package org.bluethread.trace;

import java.util.List;
import java.util.Optional;

/**
 * One step of a path: what joins two things.
 *
 * @param from where it begins
 * @param to where it ends
 * @param statements what is stated, the strongest first; none if only a mapping joins them
 * @param mappings what is mapped and no document says; none if there are statements
 */
public record Step(Thing from, Thing to, List<Statement> statements, List<Mapping> mappings) {
  /** Copies the lists. */
  public Step {
    statements = List.copyOf(statements);
    mappings = List.copyOf(mappings);
  }

  /** Whether the step rests on mappings alone. */
  public boolean isMapped() {
    return statements.isEmpty();
  }

  /**
   * A link that graphs state.
   *
   * @param property the IRI of its property
   * @param propertyLabel what the property is called
   * @param forward whether the link runs as the step does, from mandate towards evidence
   * @param sentence the link in words
   * @param language the language of the sentence
   * @param sources where it is stated
   * @param statuses what those places say of the state of either end
   */
  public record Statement(
      String property,
      String propertyLabel,
      boolean forward,
      String sentence,
      String language,
      List<Source> sources,
      List<Status> statuses) {
    /** Copies the lists. */
    public Statement {
      sources = List.copyOf(sources);
      statuses = List.copyOf(statuses);
    }
  }

  /** What kind of graph a statement stands in. */
  public enum SourceKind {
    /** What a unit of a document says. */
    EVIDENCE,
    /** What follows from several units. */
    DERIVATION,
    /** What a misprint should have said. */
    CORRECTION,
    /** What a register records. */
    REGISTER,
    /** What others put in, or nobody answers for. */
    OTHER
  }

  /**
   * A graph that states a link.
   *
   * @param kind what kind of graph it is
   * @param graph its IRI
   * @param label what the graph is called; empty if it has no name
   * @param units the units of documents it rests on
   * @param reason why a derivation or correction says it; empty for others
   */
  public record Source(
      SourceKind kind, String graph, String label, List<Unit> units, Optional<String> reason) {
    /** Copies the list. */
    public Source {
      units = List.copyOf(units);
    }
  }

  /**
   * A unit of a document.
   *
   * @param iri its identifier
   * @param number its number as printed
   * @param paragraph whether it is a paragraph
   * @param document the IRI of the document; empty if it is not known
   * @param documentLabel what the document is called
   * @param documentCode its symbol; empty if it has none
   * @param date when the document is from, as precisely as it is known; empty if it is not
   */
  public record Unit(
      String iri,
      String number,
      boolean paragraph,
      String document,
      String documentLabel,
      String documentCode,
      String date) {}

  /**
   * The state of a thing, as a graph that states the link reports it.
   *
   * @param status the IRI of the status
   * @param label what it is called
   * @param about the IRI of the thing
   * @param asOf the date it is of; empty if none is given
   */
  public record Status(String status, String label, String about, String asOf) {}

  /**
   * A mapping between frameworks: no document states it.
   *
   * @param iri its identifier
   * @param predicate the IRI of the relation
   * @param forward whether it runs as the step does
   * @param author whose it is
   * @param justification the IRI of the kind of reason
   * @param confidence how sure its author is; empty if the author does not say
   * @param reason why, in words; empty if the author does not say
   */
  public record Mapping(
      String iri,
      String predicate,
      boolean forward,
      String author,
      String justification,
      Optional<String> confidence,
      Optional<String> reason) {}
}
