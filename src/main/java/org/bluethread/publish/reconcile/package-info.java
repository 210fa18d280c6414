/**
 * Names and codes in other people's tables to things of the graph: which things they may mean and
 * how surely, and what the graph knows of the things.
 */
package org.bluethread.publish.reconcile;
