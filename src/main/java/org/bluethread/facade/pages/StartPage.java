package org.bluethread.facade.pages;

import java.util.Comparator;
import java.util.List;
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
 */
public record StartPage(
    long commit, long statements, List<ClassCount> classes, List<Term> documents) {
  /** Copies the lists. */
  public StartPage {
    classes = List.copyOf(classes);
    documents = List.copyOf(documents);
  }

  /**
   * How many things there are of a class.
   *
   * @param name the class
   * @param count how many things are of it
   */
  public record ClassCount(Term name, long count) {}

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
    return new StartPage(snapshot.commit(), figures.statements(), classes, documents);
  }
}
