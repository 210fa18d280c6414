package org.bluethread.facade.pages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.bluethread.facade.pages.ThingPage.Term;
import org.bluethread.graph.Commit;
import org.bluethread.graph.Snapshot;
import org.bluethread.publish.history.ChangedStatements;

/**
 * What a commit changed. Things are called what they are called today.
 *
 * @param commit the commit
 * @param changes its statements, by graph and thing
 * @param shownAdded how many of the statements that came are among them
 * @param shownRemoved how many of those that went
 * @param previous the number of the commit before it
 * @param next the number of the one after it
 */
public record ChangePage(
    CommitLine commit,
    List<Changed> changes,
    int shownAdded,
    int shownRemoved,
    Optional<Long> previous,
    Optional<Long> next) {
  /** How many statements of each kind a page shows at the most. */
  public static final int MOST_SHOWN = 500;

  private static final int MOST_CHARACTERS = 400;

  /** Copies the list. */
  public ChangePage {
    changes = List.copyOf(changes);
  }

  /**
   * What changed about a thing in a graph.
   *
   * @param subject the thing
   * @param graph the graph; empty for a default graph that is none of the named ones
   * @param lines the statements, each property's together, what went before what came
   */
  public record Changed(Term subject, Optional<Term> graph, List<Line> lines) {
    /** Copies the list. */
    public Changed {
      lines = List.copyOf(lines);
    }
  }

  /**
   * A statement that came or went.
   *
   * @param came whether it came
   * @param property its property
   * @param other its other end
   */
  public record Line(boolean came, Term property, Term other) {}

  /** Whether the commit has more statements than are shown. */
  public boolean isCut() {
    return shownAdded < commit.added() || shownRemoved < commit.removed();
  }

  private record Place(Node graph, Node subject) {}

  /** The page, in a read transaction. */
  public static ChangePage of(
      Snapshot snapshot, Commit commit, ChangedStatements changed, String language) {
    Terms terms = new Terms(snapshot.union(), language);
    Map<Place, List<Line>> lines = new LinkedHashMap<>();
    Stream.concat(
            changed.removed().stream().map(quad -> Map.entry(quad, false)),
            changed.added().stream().map(quad -> Map.entry(quad, true)))
        .forEach(
            entry -> {
              Quad quad = entry.getKey();
              lines
                  .computeIfAbsent(
                      new Place(quad.getGraph(), quad.getSubject()), place -> new ArrayList<>())
                  .add(
                      new Line(
                          entry.getValue(),
                          terms.of(quad.getPredicate()),
                          cut(terms.of(quad.getObject()))));
            });
    return new ChangePage(
        CommitLine.of(commit, language),
        lines.entrySet().stream()
            .sorted(
                Comparator.comparing(
                    (Map.Entry<Place, List<Line>> entry) ->
                        entry.getKey().graph() + " " + entry.getKey().subject(),
                    NaturalOrder.TEXT))
            .map(entry -> changed(entry.getKey(), entry.getValue(), terms))
            .toList(),
        changed.added().size(),
        changed.removed().size(),
        Optional.of(commit.number() - 1).filter(number -> number > 0),
        Optional.of(commit.number() + 1).filter(number -> number <= snapshot.commit()));
  }

  private static Changed changed(Place place, List<Line> lines, Terms terms) {
    return new Changed(
        cut(terms.of(place.subject())),
        Optional.of(place.graph())
            .filter(graph -> !Quad.isDefaultGraph(graph))
            .map(terms::of)
            .map(ChangePage::cut),
        lines.stream()
            .sorted(
                Comparator.comparing((Line line) -> line.property().text(), NaturalOrder.TEXT)
                    .thenComparing(Line::came)
                    .thenComparing(line -> line.other().text(), NaturalOrder.TEXT))
            .toList());
  }

  /** A commit may bring texts of any length; the patch has them whole. */
  private static Term cut(Term term) {
    String text = term.text();
    if (text.length() <= MOST_CHARACTERS) {
      return term;
    }
    int end =
        Character.isHighSurrogate(text.charAt(MOST_CHARACTERS - 1))
            ? MOST_CHARACTERS - 1
            : MOST_CHARACTERS;
    return new Term(text.substring(0, end) + "…", term.language(), term.iri());
  }
}
