/**
 * Geometries as texts of the graph, and the functions of GeoSPARQL that SPARQL queries may call:
 * how geometries relate, and how far apart they are. Floor 1; uses nothing of the house.
 */
package org.bluethread.geometry;
