package org.bluethread.endpoint;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.exec.UpdateExec;
import org.apache.jena.sparql.modify.request.UpdateModify;
import org.apache.jena.update.UpdateException;
import org.apache.jena.update.UpdateFactory;
import org.apache.jena.update.UpdateRequest;
import org.bluethread.graph.Change;
import org.bluethread.graph.Sha256;
import org.bluethread.vocabulary.Addresses;

/**
 * A SPARQL Update request, read and checked: SPARQL 1.1, and of 1.2 what Jena has. Templates
 * without a graph write, and patterns without a graph look, where {@link
 * org.bluethread.graph.DefaultGraph} says.
 *
 * @see <a href="https://www.w3.org/TR/sparql11-update/">SPARQL 1.1 Update</a>
 * @see <a href="https://www.w3.org/TR/sparql12-update/">SPARQL 1.2 Update</a>
 */
public final class SparqlUpdate {
  private final UpdateRequest request;
  private final String skolemSeed;

  private SparqlUpdate(UpdateRequest request, String skolemSeed) {
    this.request = request;
    this.skolemSeed = skolemSeed;
  }

  /**
   * Reads a request.
   *
   * @param text the request
   * @param usingGraphs the protocol's {@code using-graph-uri}
   * @param usingNamedGraphs the protocol's {@code using-named-graph-uri}
   * @throws org.apache.jena.query.QueryParseException if the text is no update, with line and
   *     column
   * @throws UnusableRequestException if both the protocol and the text say which graphs to use, or
   *     it is nested too deeply
   * @throws RemoteAccessException if it would fetch from another host
   */
  public static SparqlUpdate parse(
      String text, List<String> usingGraphs, List<String> usingNamedGraphs) {
    UpdateRequest request =
        Nesting.bounded(() -> UpdateFactory.create(text, Addresses.BASE, Syntax.syntaxSPARQL_12));
    LocalOnly.check(request);
    applyUsing(request, usingGraphs, usingNamedGraphs);
    return new SparqlUpdate(request, skolemSeed(text, request));
  }

  /**
   * The same data gives the same IRIs for its blank nodes. A template does not: asked again, it has
   * other solutions, and each of them needs a node of its own.
   */
  private static String skolemSeed(String text, UpdateRequest request) {
    boolean template =
        modifications(request)
            .flatMap(modify -> modify.getInsertQuads().stream())
            .anyMatch(quad -> quad.getSubject().isBlank() || quad.getObject().isBlank());
    return template
        ? UUID.randomUUID().toString()
        : Sha256.hex(text.getBytes(StandardCharsets.UTF_8));
  }

  private static void applyUsing(
      UpdateRequest request, List<String> usingGraphs, List<String> usingNamedGraphs) {
    if (usingGraphs.isEmpty() && usingNamedGraphs.isEmpty()) {
      return;
    }
    modifications(request)
        .forEach(
            modify -> {
              if (modify.getWithIRI() != null
                  || !modify.getUsing().isEmpty()
                  || !modify.getUsingNamed().isEmpty()) {
                throw new UnusableRequestException(
                    UnusableRequestException.Fault.GRAPHS_NAMED_TWICE);
              }
              usingGraphs.forEach(graph -> modify.addUsing(NodeFactory.createURI(graph)));
              usingNamedGraphs.forEach(graph -> modify.addUsingNamed(NodeFactory.createURI(graph)));
            });
  }

  private static Stream<UpdateModify> modifications(UpdateRequest request) {
    return request.getOperations().stream()
        .filter(UpdateModify.class::isInstance)
        .map(UpdateModify.class::cast);
  }

  /** What makes the IRIs of the request's blank nodes. */
  public String skolemSeed() {
    return skolemSeed;
  }

  /**
   * What the request does.
   *
   * @throws RemoteAccessException when it runs, if USING names a graph that is not held here
   * @throws UnusableRequestException when it runs, if it copies a graph that is not there, writes
   *     to the union of all, or is nested too deeply
   */
  public Change change() {
    return this::run;
  }

  private void run(DatasetGraph target) {
    LocalOnly.checkHeld(
        modifications(request)
            .flatMap(m -> Stream.concat(m.getUsing().stream(), m.getUsingNamed().stream()))
            .map(Node::getURI),
        target);
    try {
      Nesting.bounded(
          () ->
              UpdateExec.newBuilder()
                  .update(request)
                  .dataset(target)
                  .set(ARQ.httpServiceAllowed, false)
                  .execute());
    } catch (UpdateException | IllegalArgumentException e) {
      throw new UnusableRequestException(e);
    }
  }
}
