/**
 * The links of the graph as compact tables of numbers: which thing leads to which, by what kind of
 * link, stated in which graphs. It knows nothing of RDF stores or languages.
 */
package org.bluethread.trace.links;
