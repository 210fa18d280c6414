package org.bluethread.facade.pages;

import java.util.List;
import java.util.Optional;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.bluethread.facade.pages.ThingPage.Format;
import org.bluethread.facade.pages.ThingPage.Group;
import org.bluethread.facade.pages.ThingPage.Origin;
import org.bluethread.facade.pages.ThingPage.Stated;
import org.bluethread.facade.pages.ThingPage.Term;
import org.bluethread.graph.QuadPart;
import org.bluethread.graph.Snapshot;

/**
 * A graph: what is registered of it, where its statements come from, and the statements.
 *
 * @param iri its identifier
 * @param name its name in the language of the page, else its identifier
 * @param origin the units it rests on, if it is no register
 * @param about what is said of it, by property
 * @param stated what it says, by what it says it of
 * @param range which of its statements these are
 * @param commit the commit the page was made from
 */
public record GraphPage(
    String iri,
    Term name,
    Optional<Origin> origin,
    List<Group> about,
    List<Stated> stated,
    Range range,
    long commit) {
  /** Copies the lists. */
  public GraphPage {
    about = List.copyOf(about);
    stated = List.copyOf(stated);
  }

  /**
   * The page of a part of a graph, in a read transaction.
   *
   * @param next the address of the page that goes on where the part ends
   */
  public static GraphPage of(
      Snapshot snapshot, Node graph, QuadPart part, String language, Optional<String> next) {
    Terms terms = new Terms(snapshot.union(), language);
    StatementReader reader = new StatementReader(graph, terms);
    List<Quad> about = Iter.toList(snapshot.dataset().findNG(Node.ANY, graph, Node.ANY, Node.ANY));
    return new GraphPage(
        graph.getURI(),
        terms.of(graph),
        reader.origin(graph),
        reader.groups(about, Quad::getObject),
        reader.stated(part.quads()),
        Range.of(part, next),
        snapshot.commit());
  }

  /** The same in other formats. */
  public List<Format> formats() {
    return ThingPage.formats(iri);
  }
}
