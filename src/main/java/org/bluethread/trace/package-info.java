/**
 * How two things are connected: the best paths between them over the links of the graph, each step
 * with its sentence, its paragraphs and its status; and what leads on from one thing and back from
 * it.
 */
package org.bluethread.trace;
