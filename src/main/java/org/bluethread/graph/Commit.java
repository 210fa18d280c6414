package org.bluethread.graph;

import java.time.Instant;

/**
 * One entry of the commit log, without the change itself.
 *
 * @param number counts from 1; no number is left out
 * @param time when it was made
 * @param author the name of who made it
 * @param door where it came in
 * @param message one line by its author
 * @param verdict what the gate said: {@code conforms}, or how many warnings it let pass
 * @param added how many quads came
 * @param removed how many quads went
 */
public record Commit(
    long number,
    Instant time,
    String author,
    String door,
    String message,
    String verdict,
    long added,
    long removed) {}
