package org.bluethread.publish.location;

import org.apache.jena.graph.Node;
import org.locationtech.jts.geom.Geometry;

/**
 * Where a thing is.
 *
 * @param thing the thing
 * @param geometry in degrees, longitude before latitude; it must not be changed
 * @param approximate whether the graph says that it is near the true outline, such as a box around
 *     it
 */
public record Location(Node thing, Geometry geometry, boolean approximate) {}
