package org.bluethread.graph;

/** A change to a graph that a release ships, by an author who may not; nothing of it was kept. */
public final class ReleaseGraphException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String graph;

  /**
   * @param graph the IRI of the graph
   */
  public ReleaseGraphException(String graph) {
    super(
        "The graph <"
            + graph
            + "> belongs to the release: changing it needs the scope \"release\". Put your"
            + " statements into a graph of your own.");
    this.graph = graph;
  }

  /** The IRI of the graph. */
  public String graph() {
    return graph;
  }
}
