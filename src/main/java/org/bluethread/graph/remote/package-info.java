/**
 * A store elsewhere, read over the SPARQL 1.1 Protocol with RDF4J. Floor 2.
 *
 * <p>{@link org.bluethread.graph.remote.RemoteSource} is the entrance. Whole queries are handed
 * over; what the other store cannot know, such as functions of ours, is worked out here over the
 * parts that it can.
 */
package org.bluethread.graph.remote;
