package org.bluethread.geometry;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.NodeValue;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateFilter;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/**
 * Reads geometries from literals of the datatype {@code geo:wktLiteral}. Safe for threads.
 *
 * @see <a href="https://docs.ogc.org/is/22-047r1/22-047r1.html">OGC GeoSPARQL 1.1</a>
 */
public final class WktLiteral {
  private static final String DATATYPE = "http://www.opengis.net/ont/geosparql#wktLiteral";

  /** What GeoSPARQL takes where a literal names no system: degrees, longitude before latitude. */
  private static final String CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84";

  /** A hundred thousand points, more than can be compared with a single one. */
  private static final int MOST_CHARACTERS = 4_000_000;

  /** A collection of multipolygons has five; each costs the reader room on the stack. */
  private static final int DEEPEST = 8;

  private static final Pattern SYSTEM = Pattern.compile("\\s*<([^>]*)>\\s+");
  private static final Pattern EMPTY = Pattern.compile("(?i)[a-z ]+\\sEMPTY");

  private WktLiteral() {}

  /**
   * The geometry of a node, in degrees, longitude before latitude.
   *
   * @param node anything
   * @return nothing if it is no literal of a geometry in CRS84, or too long a one
   */
  public static Optional<Geometry> geometry(Node node) {
    try {
      return Optional.of(read(NodeValue.makeNode(node)));
    } catch (ExprEvalException e) {
      return Optional.empty();
    }
  }

  /**
   * The geometry of a literal.
   *
   * @throws ExprEvalException if it is no literal of a geometry in CRS84
   */
  static Geometry read(NodeValue value) {
    Node node = value.asNode();
    if (!node.isLiteral() || !DATATYPE.equals(node.getLiteralDatatypeURI())) {
      throw new ExprEvalException("Not a geo:wktLiteral: " + value.getClass().getSimpleName());
    }
    String text = node.getLiteralLexicalForm();
    if (text.length() > MOST_CHARACTERS) {
      throw new ExprEvalException("The geometry is too long: " + text.length() + " characters");
    }
    String wkt = inCrs84(text).strip();
    checkBrackets(wkt);
    try {
      Geometry geometry = new WKTReader().read(wkt);
      geometry.apply((CoordinateFilter) WktLiteral::checkOnEarth);
      return geometry;
    } catch (ParseException | IllegalArgumentException e) {
      throw new ExprEvalException("The geometry cannot be read: " + e.getMessage(), e);
    }
  }

  private static String inCrs84(String text) {
    Matcher system = SYSTEM.matcher(text);
    if (!system.lookingAt()) {
      return text;
    }
    if (!system.group(1).equals(CRS84)) {
      throw new ExprEvalException("Only CRS84 is known here, not " + system.group(1));
    }
    return text.substring(system.end());
  }

  /** The reader passes over what stands behind a geometry, and recurses over what is nested. */
  private static void checkBrackets(String wkt) {
    int depth = 0;
    int last = wkt.length() - 1;
    for (int i = 0; i <= last; i++) {
      char c = wkt.charAt(i);
      if (c == '(') {
        depth++;
      } else if (c == ')') {
        depth--;
      }
      boolean closed = c == ')' && depth == 0;
      if (depth > DEEPEST || depth < 0 || (closed && i < last)) {
        throw new ExprEvalException("The geometry's brackets are too deep or do not match");
      }
    }
    if (depth > 0 || (wkt.indexOf('(') < 0 && !EMPTY.matcher(wkt).matches())) {
      throw new ExprEvalException("The geometry does not end");
    }
  }

  private static void checkOnEarth(Coordinate c) {
    // NaN and infinity are not within either.
    if (!(Math.abs(c.x) <= 180 && Math.abs(c.y) <= 90)) {
      throw new ExprEvalException("Not a longitude and a latitude: " + c.x + " " + c.y);
    }
  }
}
