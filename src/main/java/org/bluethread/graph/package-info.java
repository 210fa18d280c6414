/**
 * The dataset: its stores, its transactions, its one way in, and its commit log. Floor 2.
 *
 * <p>{@link org.bluethread.graph.KnowledgeGraph} is the entrance: reading happens on a {@link
 * org.bluethread.graph.Snapshot}, writing through {@code write}, whichever door it came by.
 */
package org.bluethread.graph;
