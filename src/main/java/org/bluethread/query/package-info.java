/**
 * The shelf of named queries: files of SPARQL with a title, a description and parameters, read
 * once, asked often. Floor 3.
 *
 * <p>{@link org.bluethread.query.Shelf} reads a folder of files; {@link
 * org.bluethread.query.NamedQuery#bind} gives a query's parameters their values; {@link
 * org.bluethread.query.QueryRun} asks a snapshot of the graph. Parameters are variables of the
 * query: their values take the variables' places in the parsed query, never in its text.
 */
package org.bluethread.query;
