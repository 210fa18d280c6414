package org.bluethread.graph.remote;

import java.util.regex.Pattern;
import org.apache.jena.graph.Node;

/**
 * Which terms can be said to a store. A blank node means nothing there, and what looks like no IRI
 * could end the IRI early and go on as another query; a store has no such IRI anyway.
 *
 * @see <a href="https://www.w3.org/TR/sparql11-query/#rIRIREF">SPARQL 1.1, IRIREF</a>
 * @see <a href="https://www.w3.org/TR/sparql11-query/#codepointEscape">SPARQL 1.1, 19.2: escapes
 *     are replaced before a query is parsed</a>
 */
final class Sayable {
  private static final Pattern IRI =
      Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:[^\\x00-\\x20<>\"{}|^`\\\\]*");

  private Sayable() {}

  /** Whether it can be said; patterns and variables can. */
  static boolean is(Node term) {
    if (term.isURI()) {
      return IRI.matcher(term.getURI()).matches();
    }
    return !term.isBlank()
        && !(term.isLiteral() && !IRI.matcher(term.getLiteralDatatypeURI()).matches());
  }
}
