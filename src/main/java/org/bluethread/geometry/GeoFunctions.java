package org.bluethread.geometry;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.function.FunctionFactory;
import org.apache.jena.sparql.function.FunctionRegistry;
import org.apache.jena.sparql.util.Context;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.relateng.RelatePredicate;
import org.locationtech.jts.operation.relateng.TopologyPredicate;

/**
 * Functions of GeoSPARQL by their own names: the eight relations of simple features, and distance
 * in metres. Geometries are {@code geo:wktLiteral} in CRS84, longitude before latitude.
 *
 * <p>What is no such literal, or would be too much work, is an error of the expression: a FILTER
 * passes over the row, a BIND leaves its variable free. Nothing is fetched, logged or kept. Safe
 * for threads.
 *
 * @see <a href="https://docs.ogc.org/is/22-047r1/22-047r1.html">OGC GeoSPARQL 1.1</a>
 */
public final class GeoFunctions {
  /** What the names of the functions begin with. */
  public static final String NAMESPACE = "http://www.opengis.net/def/function/geosparql/";

  private static final Map<String, FunctionFactory> FACTORIES = factories();

  private GeoFunctions() {}

  /** The IRIs of the functions, sorted. */
  public static List<String> names() {
    return List.copyOf(FACTORIES.keySet());
  }

  /** Lets queries in a context call these functions beside those that all queries may call. */
  public static void addTo(Context context) {
    FunctionRegistry registry = FunctionRegistry.createFrom(FunctionRegistry.get());
    FACTORIES.forEach(registry::put);
    FunctionRegistry.set(context, registry);
  }

  private static Map<String, FunctionFactory> factories() {
    Map<String, FunctionFactory> factories = new TreeMap<>();
    add(factories, "sfEquals", RelatePredicate::equalsTopo);
    add(factories, "sfDisjoint", RelatePredicate::disjoint);
    add(factories, "sfIntersects", RelatePredicate::intersects);
    add(factories, "sfTouches", RelatePredicate::touches);
    add(factories, "sfCrosses", RelatePredicate::crosses);
    add(factories, "sfWithin", RelatePredicate::within);
    add(factories, "sfContains", RelatePredicate::contains);
    add(factories, "sfOverlaps", RelatePredicate::overlaps);
    factories.put(
        NAMESPACE + "distance",
        uri ->
            new GeoFunction(3) {
              @Override
              NodeValue of(Geometry one, Geometry other, List<NodeValue> more) {
                Distance.checkUnit(more.get(0));
                return NodeValue.makeDouble(Distance.metres(one, other));
              }
            });
    return factories;
  }

  private static void add(
      Map<String, FunctionFactory> factories, String name, Supplier<TopologyPredicate> predicate) {
    BiFunction<Geometry, Geometry, Boolean> relation =
        (one, other) -> Relation.holds(one, other, predicate.get());
    factories.put(
        NAMESPACE + name,
        uri ->
            new GeoFunction(2) {
              @Override
              NodeValue of(Geometry one, Geometry other, List<NodeValue> more) {
                return NodeValue.makeBoolean(relation.apply(one, other));
              }
            });
  }
}
