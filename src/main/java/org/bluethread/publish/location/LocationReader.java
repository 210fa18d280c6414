package org.bluethread.publish.location;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.bluethread.geometry.WktLiteral;
import org.bluethread.vocabulary.BT;
import org.locationtech.jts.geom.Geometry;

/** Reads where things are, one after the other, up to its limits. Not safe for threads. */
final class LocationReader {
  /** What leads to a geometry, the best first. */
  private static final List<Node> LEADING =
      List.of(
          geo("hasDefaultGeometry"), geo("hasGeometry"), geo("hasBoundingBox"), geo("hasCentroid"));

  private static final Node AS_WKT = geo("asWKT");

  private static final int MOST_THINGS = 2_000;

  /** Of one thing. */
  private static final int MOST_GEOMETRIES = 100;

  /** Of all geometries; a coordinate has about twenty. */
  private static final int MOST_CHARACTERS = 1_000_000;

  private final Graph union;

  /** Those that the graph uses at all; a hub has many neighbours to look at. */
  private final List<Node> leading;

  private final List<Location> found = new ArrayList<>();
  private int things;
  private int characters;
  private int unreadable;
  private boolean cut;

  LocationReader(Graph union) {
    this.union = union;
    this.leading = LEADING.stream().filter(one -> union.contains(Node.ANY, one, Node.ANY)).toList();
  }

  private static Node geo(String name) {
    return NodeFactory.createURI("http://www.opengis.net/ont/geosparql#" + name);
  }

  /** Looks where a thing is. */
  void read(Node thing) {
    if (things == MOST_THINGS) {
      cut = true;
      return;
    }
    things++;
    geometries(thing)
        .forEach(geometry -> values(geometry, AS_WKT).forEach(wkt -> read(thing, geometry, wkt)));
  }

  /** Whether any geometry was come across, readable or not. */
  boolean hasLooked() {
    return !found.isEmpty() || unreadable > 0 || cut;
  }

  Locations locations(boolean own) {
    return new Locations(found, own, unreadable, cut);
  }

  /** The thing itself may be a geometry. */
  private List<Node> geometries(Node thing) {
    for (Node property : leading) {
      List<Node> there = values(thing, property);
      if (!there.isEmpty()) {
        return there;
      }
    }
    return List.of(thing);
  }

  private void read(Node thing, Node geometry, Node wkt) {
    int length = wkt.isLiteral() ? wkt.getLiteralLexicalForm().length() : 0;
    if (characters + length > MOST_CHARACTERS) {
      cut = true;
      return;
    }
    characters += length;
    Optional<Geometry> read = WktLiteral.geometry(wkt).filter(one -> !one.isEmpty());
    if (read.isEmpty()) {
      unreadable++;
    } else {
      boolean approximate =
          union.contains(geometry, BT.qualifier.asNode(), BT.approximately.asNode());
      found.add(new Location(thing, read.get(), approximate));
    }
  }

  private List<Node> values(Node thing, Node property) {
    Iterator<Triple> values = union.find(thing, property, Node.ANY);
    try {
      List<Node> some =
          Iter.toList(Iter.map(Iter.limit(values, MOST_GEOMETRIES + 1L), Triple::getObject));
      cut |= some.size() > MOST_GEOMETRIES;
      return some.subList(0, Math.min(some.size(), MOST_GEOMETRIES));
    } finally {
      Iter.close(values);
    }
  }
}
