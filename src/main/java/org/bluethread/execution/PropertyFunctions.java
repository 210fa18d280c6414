package org.bluethread.execution;

import org.apache.jena.sparql.pfunction.PropertyFunctionFactory;
import org.apache.jena.sparql.pfunction.PropertyFunctionRegistry;
import org.apache.jena.sparql.pfunction.library.strSplit;
import org.apache.jena.sparql.util.Context;

/** Which property functions queries may use. */
public final class PropertyFunctions {
  /** Jena's own splits by a regular expression that nothing stops. It is known by its class. */
  private static final String SPLIT = "java:" + strSplit.class.getName();

  private PropertyFunctions() {}

  /**
   * Lets queries in a context use those of Jena, all of which can be stopped, and one more.
   *
   * @param iri what it is called
   */
  public static void addTo(Context context, String iri, PropertyFunctionFactory function) {
    PropertyFunctionRegistry registry = new PropertyFunctionRegistry();
    PropertyFunctionRegistry usual = PropertyFunctionRegistry.get();
    usual.keys().forEachRemaining(name -> registry.put(name, usual.get(name)));
    registry.put(SPLIT, name -> new StoppableSplit());
    registry.put(iri, function);
    PropertyFunctionRegistry.set(context, registry);
  }
}
