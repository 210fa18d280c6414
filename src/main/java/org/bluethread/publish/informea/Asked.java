package org.bluethread.publish.informea;

import org.apache.jena.graph.Node;

/**
 * A question that was asked of the graph: where a property of a subject leads, or from where it
 * leads to an object. Only statements with that property at that end change what it gives.
 *
 * @param end the subject, or the object
 * @param property the property
 * @param isSubject which of the two it is
 */
record Asked(Node end, Node property, boolean isSubject) {}
