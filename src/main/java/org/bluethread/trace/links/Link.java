package org.bluethread.trace.links;

/**
 * One link as it is stated in one graph.
 *
 * @param subject the IRI it leads from
 * @param kind the number of its kind
 * @param object the IRI it leads to
 * @param graph the IRI of the graph; of a mapping, the IRI of the mapping
 */
public record Link(String subject, short kind, String object, String graph) {}
