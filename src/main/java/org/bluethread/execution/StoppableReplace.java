package org.bluethread.execution;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.nodevalue.NodeValueOps;
import org.apache.jena.sparql.sse.Tags;

/**
 * {@code REPLACE} whose matching stops with the query. As in Jena, a match of nothing after the
 * first match is passed over.
 *
 * @see <a href="https://www.w3.org/TR/sparql11-query/#func-replace">SPARQL 1.1, 17.4.3.15</a>
 */
final class StoppableReplace extends ExprFunctionN {
  private final StopSignal signal;
  private final Patterns patterns;

  StoppableReplace(ExprList arguments, StopSignal signal) {
    super(Tags.tagReplace, arguments);
    this.signal = signal;
    this.patterns = new Patterns("REPLACE", signal);
  }

  @Override
  public NodeValue eval(List<NodeValue> given) {
    Matcher matcher =
        patterns.match(given.get(0), given.get(1), given.stream().skip(3).findFirst());
    String replacement =
        NodeValueOps.checkAndGetStringLiteral("REPLACE", given.get(2)).getLiteralLexicalForm();
    return replaced(matcher, replacement)
        .map(text -> NodeValue.makeNode(like(given.get(0).asNode(), text)))
        .orElse(given.get(0));
  }

  /** The text with all matches replaced; empty if nothing matches. */
  private static Optional<String> replaced(Matcher matcher, String replacement) {
    if (!matcher.find()) {
      return Optional.empty();
    }
    StringBuilder text = new StringBuilder();
    try {
      matcher.appendReplacement(text, replacement);
      while (matcher.find()) {
        if (matcher.start() < matcher.end()) {
          matcher.appendReplacement(text, replacement);
        }
      }
    } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
      throw new ExprEvalException("REPLACE: the replacement names a group there is not", e);
    }
    return Optional.of(matcher.appendTail(text).toString());
  }

  /** A text in the language of another one. */
  private static Node like(Node example, String text) {
    return example.getLiteralLanguage().isEmpty()
        ? NodeFactory.createLiteralString(text)
        : NodeFactory.createLiteralLang(text, example.getLiteralLanguage());
  }

  @Override
  public Expr copy(ExprList arguments) {
    return new StoppableReplace(arguments, signal);
  }
}
