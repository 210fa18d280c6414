package org.bluethread.trace.links;

/**
 * The links of {@value #SIZE} things that follow one another by number: those that lead from each,
 * with their graphs, and those that lead to each. Immutable: a change makes another page.
 */
final class Page {
  static final int BITS = 8;
  static final int SIZE = 1 << BITS;
  static final int MASK = SIZE - 1;

  static final Page EMPTY =
      new Page(
          new int[SIZE + 1],
          new int[SIZE + 1],
          new int[0],
          new short[0],
          new int[0],
          new int[0],
          new short[0]);

  private final int[] outStarts;
  private final int[] inStarts;
  private final int[] outNodes;
  private final short[] outKinds;
  private final int[] outGraphs;
  private final int[] inNodes;
  private final short[] inKinds;

  private Page(
      int[] outStarts,
      int[] inStarts,
      int[] outNodes,
      short[] outKinds,
      int[] outGraphs,
      int[] inNodes,
      short[] inKinds) {
    this.outStarts = outStarts;
    this.inStarts = inStarts;
    this.outNodes = outNodes;
    this.outKinds = outKinds;
    this.outGraphs = outGraphs;
    this.inNodes = inNodes;
    this.inKinds = inKinds;
  }

  int outStart(int thing) {
    return outStarts[thing & MASK];
  }

  int outEnd(int thing) {
    return outStarts[(thing & MASK) + 1];
  }

  int inStart(int thing) {
    return inStarts[thing & MASK];
  }

  int inEnd(int thing) {
    return inStarts[(thing & MASK) + 1];
  }

  int outNode(int at) {
    return outNodes[at];
  }

  short outKind(int at) {
    return outKinds[at];
  }

  int outGraph(int at) {
    return outGraphs[at];
  }

  int inNode(int at) {
    return inNodes[at];
  }

  short inKind(int at) {
    return inKinds[at];
  }

  /** Makes a page whose numbers of links a thing are known before the links. */
  static final class Filler {
    private final int[] outStarts = new int[SIZE + 1];
    private final int[] inStarts = new int[SIZE + 1];
    private int[] outNext = {};
    private int[] inNext = {};
    private int[] outNodes = {};
    private short[] outKinds = {};
    private int[] outGraphs = {};
    private int[] inNodes = {};
    private short[] inKinds = {};

    void countOut(int thing) {
      outStarts[(thing & MASK) + 1]++;
    }

    void countIn(int thing) {
      inStarts[(thing & MASK) + 1]++;
    }

    /** Ends the counting. */
    void open() {
      for (int i = 0; i < SIZE; i++) {
        outStarts[i + 1] += outStarts[i];
        inStarts[i + 1] += inStarts[i];
      }
      outNext = outStarts.clone();
      inNext = inStarts.clone();
      outNodes = new int[outStarts[SIZE]];
      outKinds = new short[outStarts[SIZE]];
      outGraphs = new int[outStarts[SIZE]];
      inNodes = new int[inStarts[SIZE]];
      inKinds = new short[inStarts[SIZE]];
    }

    void addOut(int thing, short kind, int other, int graph) {
      int at = outNext[thing & MASK]++;
      outNodes[at] = other;
      outKinds[at] = kind;
      outGraphs[at] = graph;
    }

    void addIn(int thing, short kind, int other) {
      int at = inNext[thing & MASK]++;
      inNodes[at] = other;
      inKinds[at] = kind;
    }

    Page page() {
      return new Page(outStarts, inStarts, outNodes, outKinds, outGraphs, inNodes, inKinds);
    }
  }
}
