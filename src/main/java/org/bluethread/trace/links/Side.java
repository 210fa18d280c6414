package org.bluethread.trace.links;

/**
 * A wave that sees ways from one of their ends.
 *
 * @param steps how many steps the wave begins from that end, at the least
 */
record Side(Wave wave, int steps) {
  /** How many steps the thing at a place of the wave is from that end. */
  int steps(int place) {
    return steps + wave.depth(place);
  }
}
