package org.bluethread.trace.links;

/** Goes over what is one link away from a thing, in both directions; one link at a time. */
final class Neighbours {
  private final Kinds kinds;
  private final Page page;
  private final int outEnd;
  private final int inEnd;
  private int out;
  private int in;
  private int thing;
  private int cost;

  Neighbours(Links links, int of) {
    this.kinds = links.kinds();
    this.page = links.page(of);
    this.out = page.outStart(of);
    this.outEnd = page.outEnd(of);
    this.in = page.inStart(of);
    this.inEnd = page.inEnd(of);
  }

  /** Goes to the next link; false if there is none. */
  boolean advance() {
    if (out < outEnd) {
      thing = page.outNode(out);
      cost = kinds.weight(page.outKind(out));
      out++;
      return true;
    }
    if (in < inEnd) {
      thing = page.inNode(in);
      cost = kinds.weight(page.inKind(in));
      in++;
      return true;
    }
    return false;
  }

  /** What is at the other end of the link. */
  int thing() {
    return thing;
  }

  /** What a step along it costs. */
  int cost() {
    return cost;
  }
}
