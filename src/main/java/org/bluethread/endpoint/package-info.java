/**
 * The SPARQL doors: Fuseki, embedded, answers queries; updates and the graph store end in the
 * graph's one way in. Floor 3; knows HTTP only through the servlet interface that Fuseki needs.
 */
package org.bluethread.endpoint;
