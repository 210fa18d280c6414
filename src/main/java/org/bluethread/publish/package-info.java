/**
 * How the graph is shown to the world: descriptions of things, and what the look-up index knows of
 * them. Floor 3.
 */
package org.bluethread.publish;
