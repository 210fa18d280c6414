package org.bluethread.execution;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.expr.E_Function;
import org.apache.jena.sparql.expr.E_Now;
import org.apache.jena.sparql.expr.ExprFunction;
import org.apache.jena.sparql.expr.Unstable;
import org.apache.jena.sparql.pfunction.PropertyFunctionRegistry;
import org.apache.jena.sparql.util.Context;

/** What a query calls, wherever in it that stands: other endpoints, and functions. */
public final class Calls {
  /**
   * Called by IRI: casts, mathematics, geometries, and of XPath all that does not ask the clock.
   */
  private static final Pattern SAME_EACH_TIME =
      Pattern.compile(
          "http://www\\.w3\\.org/2001/XMLSchema#.*"
              + "|http://www\\.w3\\.org/2005/xpath-functions/math#.*"
              + "|http://www\\.w3\\.org/2005/xpath-functions#(?!current-|implicit-).*"
              + "|http://www\\.opengis\\.net/def/function/geosparql/.*");

  private final List<Node> services = new ArrayList<>();
  private final List<ExprFunction> functions = new ArrayList<>();
  private final Set<Node> properties = new HashSet<>();

  private Calls() {}

  /**
   * What a query calls.
   *
   * @param query in SPARQL algebra
   */
  public static Calls in(Op query) {
    Calls calls = new Calls();
    new Walk(
            service -> calls.services.add(service.getService()),
            calls.functions::add,
            calls.properties::add)
        .through(query);
    return calls;
  }

  /** The endpoints that SERVICE names, which may be variables. */
  public List<Node> services() {
    return List.copyOf(services);
  }

  /**
   * Whether a function is called by its IRI, casts among them.
   *
   * @see <a href="https://www.w3.org/TR/sparql11-query/#extensionFunctions">SPARQL 1.1, 17.6</a>
   */
  public boolean haveExtensions() {
    return functions.stream().anyMatch(E_Function.class::isInstance);
  }

  /**
   * Whether a server that knows the SPARQL specification and no more could carry them out without
   * asking others: no function is called by IRI but for casts, no property function, no endpoint.
   *
   * @param context whose property functions count
   */
  public boolean areStandard(Context context) {
    PropertyFunctionRegistry registry = PropertyFunctionRegistry.chooseRegistry(context);
    return services.isEmpty()
        && functions.stream().noneMatch(Calls::isExtension)
        && properties.stream()
            .filter(Node::isURI)
            .map(Node::getURI)
            .noneMatch(iri -> iri.startsWith("java:") || registry.manages(iri));
  }

  private static boolean isExtension(ExprFunction function) {
    return function instanceof E_Function
        && !function.getFunctionIRI().startsWith(XSDDatatype.XSD + "#");
  }

  /**
   * Whether all functions give the same each time: neither {@code NOW}, {@code RAND}, {@code UUID},
   * {@code STRUUID} nor {@code BNODE} is called, and none by IRI that might do the like.
   */
  public boolean giveTheSameEachTime() {
    return functions.stream().noneMatch(Calls::isNewEachTime);
  }

  private static boolean isNewEachTime(ExprFunction function) {
    return function instanceof Unstable
        || function instanceof E_Now
        || (function instanceof E_Function call
            && !SAME_EACH_TIME.matcher(call.getFunctionIRI()).matches());
  }
}
