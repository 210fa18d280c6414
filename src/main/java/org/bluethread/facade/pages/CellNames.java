package org.bluethread.facade.pages;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.bluethread.facade.pages.ThingPage.Term;
import org.bluethread.lookup.ThingIndex;
import org.bluethread.query.Cell;
import org.bluethread.vocabulary.BT;

/**
 * The cells of a named query's answer as readers see them: where a column holds but the end of an
 * IRI, or a word that the query gives, by its name in the language of the page. What has no name of
 * its own, or may stand for several things, stays as it is.
 *
 * <p>Not safe for threads; good for one page.
 */
public final class CellNames {
  private final Map<String, Cell> cells;
  private final Terms terms;
  private final ThingIndex index;
  private final Map<Cell, Map<String, Term>> known = new HashMap<>();

  /**
   * @param cells what the words in the columns stand for, by column
   * @param terms names things, in the language of the page
   * @param index finds things by the ends of their IRIs
   */
  public CellNames(Map<String, Cell> cells, Terms terms, ThingIndex index) {
    this.cells = cells;
    this.terms = terms;
    this.index = index;
  }

  /**
   * A cell for reading.
   *
   * @param column the column's variable
   */
  public Term of(String column, Node node) {
    Cell cell = cells.get(column);
    if (cell == null || !node.isLiteral()) {
      return terms.of(node);
    }
    String word = node.getLiteralLexicalForm();
    return known
        .computeIfAbsent(cell, any -> new HashMap<>())
        .computeIfAbsent(word, any -> named(cell, word).orElseGet(() -> terms.of(node)));
  }

  private Optional<Term> named(Cell cell, String word) {
    return switch (cell.kind()) {
      case THING -> thing(word, cell.classIri()).or(() -> said(word));
      case TERM -> terms.label(NodeFactory.createURI(BT.NS + word));
      case WORD -> said(word);
    };
  }

  /** The thing whose IRI ends so; empty if there are several, as any of them may be meant. */
  private Optional<Term> thing(String end, Optional<String> classIri) {
    List<String> found = index.resolve(end, classIri.map(Set::of).orElseGet(Set::of));
    return found.size() == 1 && found.get(0).endsWith("/" + end)
        ? terms.label(NodeFactory.createURI(found.get(0)))
        : Optional.empty();
  }

  private Optional<Term> said(String word) {
    return terms.word("cell." + word.toLowerCase(Locale.ROOT).replace(' ', '-'));
  }
}
