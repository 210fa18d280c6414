package org.bluethread.gate;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.path.Path;

/**
 * One result of a validation, as SHACL section 3.6.2 describes it. Immutable.
 *
 * @param focusNode the node that was judged
 * @param path the property path, for results of property shapes
 * @param value the value node at fault, where a single one is
 * @param sourceShape the shape that was not met
 * @param component the constraint component, for example {@code sh:MinCountConstraintComponent}
 * @param severity {@code sh:Violation}, {@code sh:Warning}, {@code sh:Info} or one of the shapes'
 *     own
 * @param messages what to do, by language tag; English and Chinese are always there
 * @param causes the statements of the change on the way from the focus node to the value, or else
 *     all those that selected the focus node, at most a hundred; empty where no change was judged
 * @see <a href="https://www.w3.org/TR/shacl/#results-validation-result">SHACL, 3.6.2</a>
 */
public record Result(
    Node focusNode,
    Optional<Path> path,
    Optional<Node> value,
    Node sourceShape,
    Node component,
    Node severity,
    Map<String, String> messages,
    List<Cause> causes) {

  /** Copies messages and causes. */
  public Result {
    messages = Map.copyOf(messages);
    causes = List.copyOf(causes);
  }

  /** The message in {@code language}, or the English one. */
  public String message(String language) {
    return messages.getOrDefault(language, messages.get("en"));
  }

  /** Whether this result refuses a change. */
  public boolean isViolation() {
    return severity.equals(SHACL.Violation);
  }

  /**
   * The same result, whose messages begin with the place in a table where it is to be mended.
   *
   * @param line the line, from 1
   * @param columns the names of the columns
   */
  public Result at(long line, Collection<String> columns) {
    Map<String, String> placed = new TreeMap<>();
    messages.forEach(
        (language, text) -> placed.put(language, Messages.placed(language, text, line, columns)));
    return new Result(focusNode, path, value, sourceShape, component, severity, placed, causes);
  }

  /** The same result with other causes. */
  public Result with(List<Cause> others) {
    return new Result(focusNode, path, value, sourceShape, component, severity, messages, others);
  }
}
