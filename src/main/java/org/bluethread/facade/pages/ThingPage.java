package org.bluethread.facade.pages;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bluethread.graph.Snapshot;
import org.bluethread.publish.Description;
import org.bluethread.vocabulary.Addresses;

/**
 * A thing: what is said of it and what points to it, each statement with the place it stands in.
 *
 * @param iri its identifier
 * @param name its name in the language of the page, else its identifier
 * @param classes what it is
 * @param codes its codes
 * @param names what else it is called, by property
 * @param map where it is; empty if the graph does not say
 * @param statements what else is said of it, by property
 * @param mentions what points to it, by property
 * @param range which of the statements that point to it are shown
 * @param cut whether more is said of it, or of its parts, than is shown
 * @param evidence what it states, if it is a citable unit
 * @param parts what is identified by its IRI and a fragment
 * @param documents the documents of the citable units that statements stand in
 * @param commit the commit the page was made from
 * @param data what the page says to machines; empty if it says nothing
 */
public record ThingPage(
    String iri,
    Term name,
    List<Term> classes,
    List<String> codes,
    List<Group> names,
    Optional<ThingMap> map,
    List<Group> statements,
    List<Group> mentions,
    Range range,
    boolean cut,
    List<Stated> evidence,
    List<Part> parts,
    List<Term> documents,
    long commit,
    Optional<DataBlock> data) {

  private static final List<Format> FORMATS =
      List.of(
          new Format("Turtle", "text/turtle", ".ttl"),
          new Format("TriG", "application/trig", ".trig"),
          new Format("N-Triples", "application/n-triples", ".nt"),
          new Format("JSON-LD", "application/ld+json", ".jsonld"),
          new Format("RDF/XML", "application/rdf+xml", ".rdf"));

  private static final int MANY = 20;
  private static final int SHORT = 24;

  /** Copies the lists. */
  public ThingPage {
    classes = List.copyOf(classes);
    codes = List.copyOf(codes);
    names = List.copyOf(names);
    statements = List.copyOf(statements);
    mentions = List.copyOf(mentions);
    evidence = List.copyOf(evidence);
    parts = List.copyOf(parts);
    documents = List.copyOf(documents);
  }

  /**
   * The thing in another format.
   *
   * @param label the name of the format
   * @param type its media type
   * @param href where it is
   */
  public record Format(String label, String type, String href) {}

  /**
   * A node for reading.
   *
   * @param text its name, or its text if it is a literal
   * @param language the language of that text; empty if it has none
   * @param iri its identifier; empty for literals and blank nodes
   */
  public record Term(String text, String language, Optional<String> iri) {}

  /**
   * Statements with one property.
   *
   * @param property the property
   * @param entries the other ends
   */
  public record Group(Term property, List<Entry> entries) {
    /** Copies the list. */
    public Group {
      entries = List.copyOf(entries);
    }

    /** Whether there are many entries and all are short, so that several go on a line. */
    boolean isCompact() {
      return entries.size() > MANY
          && entries.stream()
              .allMatch(
                  entry -> entry.origins().isEmpty() && entry.other().text().length() < SHORT);
    }
  }

  /**
   * The other end of a statement.
   *
   * @param other the node there
   * @param code its code; empty for most
   * @param origins where the statement stands: one for each graph that is no register
   */
  public record Entry(Term other, String code, List<Origin> origins) {
    /** Copies the list. */
    public Entry {
      origins = List.copyOf(origins);
    }
  }

  /** Who answers for a statement. */
  public enum Kind {
    /** A citable unit says so. */
    EVIDENCE,
    /** It was derived from what citable units say. */
    DERIVATION,
    /** It corrects what is printed. */
    CORRECTION,
    /** It relates frameworks; no document says so. */
    MAPPING,
    /** It stands in another graph that registers nothing, such as one of a user. */
    OTHER
  }

  /**
   * Where a statement stands.
   *
   * @param kind who answers for it
   * @param place the citable unit by its number, or the graph
   * @param document the document of that unit
   * @param reason why it may be made, for derivations and corrections
   * @param sources the units it rests on, for derivations; the misprint, for corrections
   */
  public record Origin(
      Kind kind, Term place, Optional<Term> document, Optional<Term> reason, List<Term> sources) {
    /** Copies the list. */
    public Origin {
      sources = List.copyOf(sources);
    }

    /** Its style. */
    String name() {
      return kind.name().toLowerCase(Locale.ROOT);
    }

    /** The key of its words. */
    public String key() {
      return switch (kind) {
        case EVIDENCE -> "origin.evidence";
        case DERIVATION -> "origin.derivation";
        case CORRECTION -> "origin.correction";
        case MAPPING -> "origin.mapping";
        case OTHER -> "origin.other";
      };
    }
  }

  /**
   * What a graph states of one thing.
   *
   * @param subject the thing
   * @param code its code; empty for most
   * @param fragment what the page can be entered at to read this, if the thing is the page's IRI
   *     and a fragment
   * @param statements what is said of it there, by property
   */
  public record Stated(
      Term subject, String code, Optional<String> fragment, List<Group> statements) {
    /** Copies the list. */
    public Stated {
      statements = List.copyOf(statements);
    }
  }

  /**
   * Something identified by the thing's IRI and a fragment, such as a term of the ontology.
   *
   * @param fragment the fragment, without #
   * @param name its name, else that of its class
   * @param statements what is said of it, by property
   */
  public record Part(String fragment, Term name, List<Group> statements) {
    /** Copies the list. */
    public Part {
      statements = List.copyOf(statements);
    }
  }

  /**
   * The page of a description, in a read transaction.
   *
   * @param next the address of the page that goes on with what points to the thing
   * @param data what the page says to machines
   */
  public static ThingPage of(
      Snapshot snapshot,
      Description description,
      String language,
      Optional<String> next,
      Optional<DataBlock> data) {
    return new ThingReader(snapshot, description, language).page(next, data);
  }

  /** The nearest things around it. */
  public Neighbourhood around() {
    return Neighbourhood.of(mentions, statements);
  }

  /** Its code and name, as much as there is room for in a picture. */
  public String line() {
    return Neighbourhood.cut(String.join(" ", codes) + (codes.isEmpty() ? "" : " ") + name.text());
  }

  /** The same in other formats, if the thing is one of ours. */
  public List<Format> formats() {
    return formats(iri);
  }

  /** Where an IRI is described in other formats; nowhere, if it is not one of ours. */
  static List<Format> formats(String iri) {
    if (!iri.startsWith(Addresses.BASE)) {
      return List.of();
    }
    String path = "/" + iri.substring(Addresses.BASE.length());
    return FORMATS.stream()
        .map(format -> new Format(format.label(), format.type(), path + format.href()))
        .toList();
  }
}
