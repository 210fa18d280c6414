package org.bluethread.execution;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.RegexEngine;
import org.apache.jena.sparql.expr.nodevalue.NodeValueOps;

/**
 * The regular expressions of one function call, whose matching stops with the query. The last one
 * is kept: it is mostly the same for every row. For one thread.
 */
final class Patterns {
  private final String function;
  private final StopSignal signal;
  private String lastText = "";
  private String lastFlags = "";
  private Pattern last = Pattern.compile("");

  /**
   * @param function what the query calls, for messages
   */
  Patterns(String function, StopSignal signal) {
    this.function = function;
    this.signal = signal;
  }

  /**
   * Looks for a pattern in a text.
   *
   * @param text a string, with a language or without
   * @throws ExprEvalException if the text is none, the pattern no regular expression, or the flags
   *     none there are
   */
  Matcher match(NodeValue text, NodeValue pattern, Optional<NodeValue> flags) {
    String characters =
        NodeValueOps.checkAndGetStringLiteral(function, text).getLiteralLexicalForm();
    Pattern compiled = compile(string(pattern), flags.map(this::string).orElse(""));
    return compiled.matcher(new StoppableText(characters, signal));
  }

  private Pattern compile(String text, String flags) {
    if (!text.equals(lastText) || !flags.equals(lastFlags)) {
      last = RegexEngine.makePattern(function, text, flags);
      lastText = text;
      lastFlags = flags;
    }
    return last;
  }

  private String string(NodeValue value) {
    if (value.isString()) {
      return value.getString();
    }
    throw new ExprEvalException(function + " takes a plain string there, not " + value);
  }
}
