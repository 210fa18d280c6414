package org.bluethread.facade.maps;

import org.locationtech.jts.geom.Geometry;

/**
 * What a map shows.
 *
 * @param iri the identifier of what is there
 * @param name what it is called
 * @param label the same as short as can be
 * @param geometry where it is, in degrees, longitude before latitude; not empty, and never changed
 * @param approximate whether it is only near that
 */
public record Place(
    String iri, String name, String label, Geometry geometry, boolean approximate) {}
