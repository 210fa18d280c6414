package org.bluethread.graph;

/**
 * A change on its way in.
 *
 * @param author who makes it
 * @param door where it came in, for example {@code update} or {@code load}
 * @param message one line for the commit log
 * @param skolemSeed what makes the IRIs of its blank nodes: equal seeds give equal IRIs, so a seed
 *     is the hash of what was sent
 * @param change what it does
 */
public record WriteRequest(
    Author author, String door, String message, String skolemSeed, Change change) {}
