package org.bluethread.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.riot.tokens.Token;
import org.apache.jena.riot.tokens.TokenType;
import org.apache.jena.riot.tokens.Tokenizer;
import org.apache.jena.riot.tokens.TokenizerText;
import org.apache.jena.sparql.expr.NodeValue;

/**
 * A place between two rows in the order of a query's rows, for addresses: {@code 1.q3Jx0bZk4_cA
 * "2.1.1-2" "coordinating" UNDEF}.
 *
 * @param occurrence how many rows that cannot be told from one another stand before it, the last of
 *     them being the one it stands behind
 * @param digest the digest of that row
 * @param values the values that the order goes by, the terms in N-Triples; null for one that the
 *     row does not have
 */
record Place(int occurrence, String digest, List<NodeValue> values) {
  private static final Pattern FORM =
      Pattern.compile(
          "(?s)([1-9][0-9]{0,8})\\.([A-Za-z0-9_-]{" + RowOrder.DIGEST_LENGTH + "})((?: .*)?)");
  private static final String NOTHING = "UNDEF";

  /** No IRI begins like this. */
  private static final String BLANK = "_:";

  /** The place that a text names; empty if it names none. */
  static Optional<Place> parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Place(Integer.parseInt(form.group(1)), form.group(2), values(form.group(3))));
    } catch (RiotException e) {
      return Optional.empty();
    }
  }

  private static List<NodeValue> values(String text) {
    List<NodeValue> values = new ArrayList<>();
    Tokenizer tokens =
        TokenizerText.create()
            .fromString(text)
            .errorHandler(ErrorHandlerFactory.errorHandlerStrictNoLogging)
            .build();
    while (tokens.hasNext()) {
      values.add(value(tokens.next()));
    }
    return values;
  }

  private static NodeValue value(Token token) {
    if (token.hasType(TokenType.KEYWORD) && token.getImage().equals(NOTHING)) {
      return null;
    }
    Node term = token.asNode();
    if (term == null || !(term.isURI() || term.isLiteral() || term.isBlank())) {
      throw new RiotException("No term: " + token);
    }
    boolean blank = term.isURI() && term.getURI().startsWith(BLANK);
    return NodeValue.makeNode(
        blank ? NodeFactory.createBlankNode(term.getURI().substring(BLANK.length())) : term);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder().append(occurrence).append('.').append(digest);
    values.forEach(value -> text.append(' ').append(word(value)));
    return text.toString();
  }

  private static String word(NodeValue value) {
    if (value == null) {
      return NOTHING;
    }
    Node term = value.asNode();
    // A blank node's label has to stay what it is.
    return NodeFmtLib.strNT(
        term.isBlank() ? NodeFactory.createURI(BLANK + term.getBlankNodeLabel()) : term);
  }
}
