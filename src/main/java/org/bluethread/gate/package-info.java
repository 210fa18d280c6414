/**
 * What may enter the graph: SHACL shapes judge a change before it is committed. Floor 1; knows
 * graphs and shapes, never stores, doors or people.
 */
package org.bluethread.gate;
