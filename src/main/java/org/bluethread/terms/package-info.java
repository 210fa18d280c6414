/**
 * RDF terms and rows of answers between Jena and RDF4J: the store elsewhere and the federation both
 * speak with RDF4J. Floor 1; uses nothing of the house.
 */
package org.bluethread.terms;
