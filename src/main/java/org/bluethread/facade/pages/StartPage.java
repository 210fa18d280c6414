package org.bluethread.facade.pages;

import java.util.Comparator;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.bluethread.facade.pages.ThingPage.Term;
import org.bluethread.graph.Snapshot;
import org.bluethread.publish.Figures;

/**
 * The start page: how much there is, and of what.
 *
 * @param commit the commit the figures are of
 * @param statements how many statements there are
 * @param classes what the things are, most frequent first
 * @param documents the documents
 * @param traces a few traces that are worth seeing; those whose ends the graph has
 */
public record StartPage(
    long commit,
    long statements,
    List<ClassCount> classes,
    List<Term> documents,
    List<TraceLink> traces) {
  /** Copies the lists. */
  public StartPage {
    classes = List.copyOf(classes);
    documents = List.copyOf(documents);
    traces = List.copyOf(traces);
  }

  /**
   * How many things there are of a class.
   *
   * @param name the class
   * @param count how many things are of it
   */
  public record ClassCount(Term name, long count) {}

  /**
   * A trace that is worth seeing.
   *
   * @param name what ends the key of the words that say what it shows
   * @param from where it begins
   * @param to where it ends
   */
  public record TraceLink(String name, End from, End to) {
    /** The key of the words that say what it shows. */
    String sentence() {
      return "start.trace." + name;
    }
  }

  /**
   * An end of a trace.
   *
   * @param iri its identifier
   * @param code its code; empty if it has none
   * @param name its name
   */
  public record End(String iri, String code, Term name) {}

  /** The page, in a read transaction. */
  public static StartPage of(Snapshot snapshot, Figures figures, String language) {
    Terms terms = new Terms(snapshot.union(), language);
    List<ClassCount> classes =
        figures.things().entrySet().stream()
            .map(count -> new ClassCount(terms.of(count.getKey()), count.getValue()))
            .sorted(
                Comparator.comparing(ClassCount::count)
                    .reversed()
                    .thenComparing(count -> count.name().text()))
            .toList();
    List<Term> documents =
        figures.documents().stream()
            .map(terms::of)
            .sorted(Comparator.comparing(Term::text, NaturalOrder.TEXT))
            .toList();
    return new StartPage(
        snapshot.commit(), figures.statements(), classes, documents, traces(terms));
  }

  private static List<TraceLink> traces(Terms terms) {
    return WorthSeeing.all().stream()
        .filter(trace -> terms.isNamed(node(trace.from())) && terms.isNamed(node(trace.to())))
        .map(trace -> new TraceLink(trace.name(), end(terms, trace.from()), end(terms, trace.to())))
        .toList();
  }

  private static End end(Terms terms, String iri) {
    String code = terms.codes(node(iri)).stream().findFirst().orElse("");
    return new End(iri, code, terms.of(node(iri)));
  }

  private static Node node(String iri) {
    return NodeFactory.createURI(iri);
  }
}
